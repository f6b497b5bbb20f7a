import { BrowserWindow, nativeTheme, screen } from 'electron'
import { z } from 'zod'
import { pagePreferences } from '../hardening/page-preferences'
import type { JsonFile } from './json-file'
import { MIN_SIZE, windowBounds } from './window-bounds'

/** The last position and size of the window, and whether it was maximised. */
export const WindowState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }).optional(),
  maximised: z.boolean().optional()
})
export type WindowState = z.infer<typeof WindowState>

/** The colour of the bars, so that nothing flashes before the page is drawn. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#1B1E21' : '#F4F5F5')

/** Opens the window at its last position. It is shown once the page is drawn. */
export function openWindow(preload: string, state: JsonFile<WindowState>): BrowserWindow {
  const { bounds, maximised } = state.value
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...windowBounds(bounds, displays),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Entente',
    backgroundColor: background(),
    // The page draws its own title bar; macOS keeps its window buttons.
    ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : { frame: false }),
    webPreferences: pagePreferences(preload)
  })
  // The title is the open file's name, which main knows.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  followTheme(window)
  rememberBounds(window, state)
  reloadAfterCrash(window)
  return window
}

function followTheme(window: BrowserWindow) {
  const follow = () => window.setBackgroundColor(background())
  nativeTheme.on('updated', follow)
  window.once('closed', () => nativeTheme.off('updated', follow))
}

function rememberBounds(window: BrowserWindow, state: JsonFile<WindowState>) {
  let soon: NodeJS.Timeout | undefined
  const remember = () => {
    clearTimeout(soon)
    state.set({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  }
  const rememberSoon = () => {
    clearTimeout(soon)
    soon = setTimeout(remember, 500)
  }
  window.on('resize', rememberSoon)
  window.on('move', rememberSoon)
  window.on('close', remember)
  window.once('closed', () => clearTimeout(soon))
}

/** Reloads the page after a crash: all that is saved is in main. A page that crashes again within 10 s is not reloaded. */
function reloadAfterCrash(window: BrowserWindow) {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = Date.now()
    if (reason !== 'clean-exit' && now - last > 10_000) window.webContents.reload()
    last = now
  })
}
