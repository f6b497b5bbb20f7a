import type { WebContents } from 'electron'

/** The page never leaves its address: whatever stands in a link, main's bridge must not come to another page. */
export function denyNavigation(contents: WebContents): void {
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // To load itself anew is no leaving; the dev server asks for it.
    if (!event.isMainFrame || event.url !== contents.getURL()) event.preventDefault()
  })
}

/** No second window: window.open and target=_blank do nothing. */
export function denyNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** No page within the page. */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
