import { app, type WebPreferences } from 'electron'

/**
 * Every page runs in Chromium's sandbox, whatever its window asks for. Once, before the app is ready. Root cannot have the
 * sandbox and gives it up with --no-sandbox (tests in containers); asking for both ends Chromium's own processes.
 */
export function sandboxEveryPage(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

/** A page sees the preload's bridge and nothing of Node or Electron. */
export const pagePreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  // The preload's world and the page's are two: the page cannot change what the preload works with.
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  // Chromium would fetch its dictionaries from the internet.
  spellcheck: false
})
