import { app, type BrowserWindow } from 'electron'
import { z } from 'zod'

/** What a second instance hands to the first. Its arguments would come in another order than they were given. */
const Handover = z.object({ file: z.string().min(1).optional() })

/** Whether this process is the only one on its user's data folder; otherwise the other one gets the file. */
export function isOnlyInstance(file: string | undefined): boolean {
  return app.requestSingleInstanceLock(file === undefined ? {} : { file })
}

/** Shows the window when somebody starts the program again, and opens the file that came with it. */
export function welcomeSecondInstance(window: BrowserWindow, openFile: (path: string) => void): void {
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
    const handover = Handover.safeParse(data)
    if (handover.success && handover.data.file !== undefined) openFile(handover.data.file)
  })
}
