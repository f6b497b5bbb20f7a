import type { BrowserWindow } from 'electron'

/** How long a disk may keep the window from closing, in milliseconds. */
const PATIENCE = 20_000

/** Closes the window only when it may be closed, and all that the user did is saved or the disk has had long enough. */
export function closeWhenSaved(
  window: BrowserWindow,
  mayClose: () => Promise<boolean>,
  saved: () => Promise<unknown>
): void {
  let closing = false
  window.on('close', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    void close()
  })

  async function close() {
    if (!(await mayClose())) {
      closing = false
      return
    }
    const enough = new Promise((resolve) => setTimeout(resolve, PATIENCE))
    await Promise.race([saved(), enough]).catch((error) => console.error(error))
    window.destroy()
  }
}
