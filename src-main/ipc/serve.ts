import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type Answering, makeRouter } from './router'
import { DROPPED, REQUEST } from './wire'

/** Serves the requests of one window: only of its main frame, and only of our own page. `known`: what a dropped file is called. */
export function serveRequests(
  window: BrowserWindow,
  origin: string,
  answer: Answering,
  known: (path: string) => Promise<string>
): void {
  const isOurs = ({ senderFrame }: IpcMainInvokeEvent) => {
    if (window.isDestroyed() || !senderFrame) return false
    return senderFrame === window.webContents.mainFrame && senderFrame.origin === origin
  }
  ipcMain.handle(REQUEST, makeRouter(answer, isOurs))
  ipcMain.handle(DROPPED, (event, path: unknown) => (isOurs(event) && typeof path === 'string' ? known(path) : 'null'))
}
