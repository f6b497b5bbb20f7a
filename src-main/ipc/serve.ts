import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type Answering, makeRouter } from './router'
import { REQUEST } from './wire'

/** Serves the requests of one window: only of its main frame, and only of our own page. */
export function serveRequests(window: BrowserWindow, origin: string, answer: Answering): void {
  const router = makeRouter(answer, ({ senderFrame }: IpcMainInvokeEvent) => {
    if (window.isDestroyed() || !senderFrame) return false
    return senderFrame === window.webContents.mainFrame && senderFrame.origin === origin
  })
  ipcMain.handle(REQUEST, router)
}
