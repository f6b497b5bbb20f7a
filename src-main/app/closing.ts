import type { BrowserWindow } from 'electron'

/** How long closing waits for the disk, in milliseconds. */
const PATIENCE = 20_000

/** Closes the window when the user agrees and everything is saved, or the disk took too long. */
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
