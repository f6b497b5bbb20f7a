import { app, type BrowserWindow } from 'electron'
import { z } from 'zod'

/** What a second instance sends to the first. Its arguments would arrive in another order. */
const Handover = z.object({ file: z.string().min(1).optional() })

/** Whether this is the only process on its data folder. If not, sends the file to the other one. */
export function isOnlyInstance(file: string | undefined): boolean {
  return app.requestSingleInstanceLock(file === undefined ? {} : { file })
}

/** Shows the window when the program is started again, and opens the file that was named. */
export function welcomeSecondInstance(window: BrowserWindow, openFile: (path: string) => void): void {
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
    const handover = Handover.safeParse(data)
    if (handover.success && handover.data.file !== undefined) openFile(handover.data.file)
  })
}
