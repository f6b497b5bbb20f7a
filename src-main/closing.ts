import type { BrowserWindow } from 'electron'

/** How long a disk may keep the window from closing, in milliseconds. */
const PATIENCE = 20_000

/** Closes the window only when all that the user did is saved, or the disk has had long enough. */
export function closeWhenSaved(window: BrowserWindow, saved: () => Promise<unknown>): void {
  let closing = false
  window.on('close', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    const enough = new Promise((resolve) => setTimeout(resolve, PATIENCE))
    void Promise.race([saved(), enough])
      .catch((error) => console.error(error))
      .then(() => window.destroy())
  })
}
