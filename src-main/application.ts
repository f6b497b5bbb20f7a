import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { closeWhenSaved } from './closing'
import { Connections } from './connections'
import { offerTextMenu } from './context-menu'
import { Desk } from './desk'
import { electronDesktop } from './desktop'
import { ExplorationFiles } from './exploration-files'
import { Files } from './files'
import { makeHandlers } from './handlers/handlers'
import { harden } from './hardening/hardening'
import { pageAddress } from './hardening/page-address'
import { sendTo } from './ipc/events'
import { serveRequests } from './ipc/serve'
import { JsonFile } from './json-file'
import { FIRST_MENUS } from './menu-template'
import { openSettings } from './settings'
import { welcomeSecondInstance } from './single-instance'
import { whyNot } from './stores/error-words'
import { disk } from './stores/file-system'
import { systemVault } from './vault'
import { openWindow, WindowState } from './window'
import { workingCopy } from './working-copy'

/** Where the parts of the built application are, and the file that the user asked for. */
export interface Start {
  readonly file: string | undefined
  readonly page: string
  readonly preload: string
  readonly seed: string
}

/** Starts the application: its files, its one window, and the door between the two. */
export async function start({ file, page, preload, seed }: Start): Promise<void> {
  // Only the latest wish counts until there is a desk to open it on.
  let wished = file
  let openFile = (path: string) => {
    wished = path
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()

  const data = app.getPath('userData')
  let tellUser = (message: string) => console.error(message)
  const onTrouble = (error: unknown) =>
    tellUser(`What you set could not be remembered: ${whyNot(error).why}. ${whyNot(error).todo}`)
  const own = (name: string) => ({ fs: disk, path: join(data, name), onTrouble })
  const [settings, files, windowState, connections] = await Promise.all([
    openSettings(own('settings.json')),
    Files.open(own('recent.json')),
    JsonFile.open(own('window.json'), WindowState, {}),
    Connections.open(own('connections.json'), systemVault())
  ])

  nativeTheme.themeSource = settings.get().theme
  const address = pageAddress(process.env.ELECTRON_RENDERER_URL, app.isPackaged)
  harden(session.defaultSession, address, page)
  const window = openWindow(preload, windowState)
  const send = sendTo(window)
  tellUser = (message) => send('app:error', { message })

  const desk = new Desk(
    {
      fs: disk,
      files,
      workingCopy: () => workingCopy(disk, seed, join(data, 'graphs')),
      onOpened: (name) => window.setTitle(name),
      onMerged: (merged) => send('graph:merged', merged),
      onReadOnly: (readOnly) => send('graph:read-only', readOnly),
      onTold: (message) => tellUser(message)
    },
    wished
  )
  openFile = (path) => {
    const wanted = desk.wish(path)
    if (wanted) send('graph:wanted', wanted)
  }
  const desktop = electronDesktop(window, (id) => send('action:run', { id }))
  desktop.setMenus(FIRST_MENUS)
  const explorations = new ExplorationFiles(disk, files, join(data, 'explorations'))
  serveRequests(
    window,
    address.origin,
    makeHandlers({ desk, files, settings, fs: disk, desktop, connections, explorations, send })
  )
  welcomeSecondInstance(window, (path) => openFile(path))
  offerTextMenu(window)
  closeWhenSaved(window, () =>
    desk.close().finally(() => Promise.all([settings, files, windowState, connections].map((file) => file.settled())))
  )
  await window.loadURL(address.url).catch((error) => {
    // Closed, or loading itself anew, while it was loading: nothing has gone wrong.
    if (!window.isDestroyed() && error.code !== 'ERR_ABORTED') throw error
  })
}
