import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type ElectronApplication, _electron as electron, type Page } from '@playwright/test'

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Chromium's sandbox refuses to run as root, which is what tests in a container are. */
const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The binary that the preflight has found, which is the one that Playwright takes too. */
export const BINARY: string = createRequire(import.meta.url)('electron')

/** How to start it. */
export interface LaunchOptions {
  /** A file to open, as on the command line. */
  readonly file?: string
  /** Its user's data folder; a new, empty one by default. Give the one of an earlier start to start again. */
  readonly data?: string
}

/** The real application, started. */
export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly data: string
  /** What the page's console said since the start, errors included. */
  readonly console: readonly string[]
  /** Closes the window as a user does and waits for the end of the process. */
  quit(): Promise<void>
}

/** The command line that starts it. */
export const commandLine = ({
  file,
  data
}: {
  readonly file?: string | undefined
  readonly data: string
}): string[] => [...SANDBOX, ROOT, `--user-data-dir=${data}`, ...(file === undefined ? [] : [file])]

/** The environment of a user who has set nothing special. */
export function cleanEnvironment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _node, ELECTRON_RENDERER_URL: _dev, ...env } = process.env
  return env as Record<string, string>
}

async function start(data: string, file: string | undefined): Promise<Launched> {
  const app = await electron.launch({
    args: commandLine({ file, data }),
    // No executablePath: only then does Playwright load its part into the main process before the application starts. With
    // one, the window may open while Playwright is still connecting, and now and then neither ever hears of the other.
    env: cleanEnvironment(),
    // The colours that the program itself has chosen, not Playwright's.
    colorScheme: null
  })
  const page = await app.firstWindow()
  const lines: string[] = []
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => lines.push(`pageerror: ${error.message}`))
  await page.waitForLoadState('domcontentloaded')
  return {
    app,
    page,
    data,
    console: lines,
    async quit() {
      const ended = app.waitForEvent('close')
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
      await ended
    }
  }
}

/** Playwright's test with a `launch` that ends what it has started, and a `folder` of the test's own. */
export const test = base.extend<{ folder: string; launch: (options?: LaunchOptions) => Promise<Launched> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-app-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  launch: async ({ folder }, use) => {
    const started: Launched[] = []
    await use(async ({ file, data } = {}) => {
      const own = data ?? join(folder, `data-${started.length + 1}`)
      const launched = await start(own, file)
      started.push(launched)
      return launched
    })
    for (const { app } of started) await app.close().catch(() => {})
  }
})

export { expect } from '@playwright/test'
