import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type Answering, makeRouter } from './router'
import { REQUEST } from './wire'

/** Opens the router to one window: its own main frame on our own page may ask, nothing else. */
export function serveRequests(window: BrowserWindow, origin: string, answer: Answering): void {
  const router = makeRouter(answer, ({ senderFrame }: IpcMainInvokeEvent) => {
    if (window.isDestroyed() || !senderFrame) return false
    return senderFrame === window.webContents.mainFrame && senderFrame.origin === origin
  })
  ipcMain.handle(REQUEST, router)
}
