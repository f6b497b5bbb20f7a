import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { startGraphWorker } from '../graph-worker/start-graph-worker'
import { hostHandlers } from '../handlers/handlers'
import { harden } from '../hardening/hardening'
import { pageAddress } from '../hardening/page-address'
import { sendTo } from '../ipc/events'
import { answering } from '../ipc/router'
import { serveRequests } from '../ipc/serve'
import { whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { closeWhenSaved } from './closing'
import { showTextMenu } from './context-menu'
import { electronDesktop } from './desktop'
import { JsonFile } from './json-file'
import { FIRST_MENUS } from './menu-template'
import { openSettings } from './settings'
import { welcomeSecondInstance } from './single-instance'
import { systemVault } from './vault'
import { openWindow, WindowState } from './window'

/** Paths of the parts of the built application, and the file to open. */
export interface Start {
  readonly file: string | undefined
  readonly page: string
  readonly preload: string
  /** The built file of the graph worker. */
  readonly graphWorker: string
  /** What the thread runs that draws figures. */
  readonly figures: string
  readonly seed: string
}

/** Starts the application: its one window, the graph worker, and the router between the two. */
export async function start({ file, page, preload, graphWorker: entry, figures, seed }: Start): Promise<void> {
  // Only the latest request counts until there is a graph worker to open it.
  let requested = file
  let openFile = (path: string) => {
    requested = path
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
  const [settings, windowState] = await Promise.all([
    openSettings(own('settings.json')),
    JsonFile.open(own('window.json'), WindowState, {})
  ])

  nativeTheme.themeSource = settings.get().theme
  const address = pageAddress(process.env.ELECTRON_RENDERER_URL, app.isPackaged)
  harden(session.defaultSession, address, page)
  const window = openWindow(preload, windowState)
  const send = sendTo(window)
  tellUser = (message) => send('app:error', { message })

  const desktop = electronDesktop(window, (id) => send('action:run', { id }))
  desktop.setMenus(FIRST_MENUS)
  const graphWorker = startGraphWorker(
    entry,
    { data, documents: app.getPath('documents'), seed, figures, file: requested },
    {
      chooseFile: desktop.chooseFile,
      chooseTarget: desktop.chooseTarget,
      copyPicture: desktop.copyPicture,
      ...systemVault(),
      send,
      setTitle: (name) => {
        if (!window.isDestroyed()) window.setTitle(name)
      }
    }
  )
  openFile = graphWorker.request
  const host = hostHandlers(settings, desktop)
  const answerHere = answering(host)
  serveRequests(
    window,
    address.origin,
    (channel, input) =>
      Object.hasOwn(host, channel) ? answerHere(channel, input) : graphWorker.answer(channel, input),
    graphWorker.known
  )
  welcomeSecondInstance(window, (path) => openFile(path))
  showTextMenu(window)
  closeWhenSaved(window, desktop.mayClose, () =>
    graphWorker.close().finally(() => Promise.all([settings.settled(), windowState.settled()]))
  )
  await window.loadURL(address.url).catch((error) => {
    // The window was closed or reloaded while it was loading: no error.
    if (!window.isDestroyed() && error.code !== 'ERR_ABORTED') throw error
  })
}
