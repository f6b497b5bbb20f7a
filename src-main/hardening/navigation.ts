import type { WebContents } from 'electron'

/** The page never leaves its address: whatever stands in a link, main's bridge must not come to another page. */
export function denyNavigation(contents: WebContents): void {
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // To load itself anew is no leaving; the dev server asks for it.
    if (!event.isMainFrame || event.url !== contents.getURL()) event.preventDefault()
  })
}

/**
 * Addresses that Chromium opens without asking anybody (about:, blob:, data:): the preload refuses them in the page itself
 * (see stayHere), and whatever gets past it is brought back here.
 */
export function comeBack(contents: WebContents, isOwn: (url: string) => boolean): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument, url }) => {
    if (isMainFrame && !isSameDocument && !isOwn(url) && isOwn(contents.getURL())) contents.stop()
  })
  contents.on('did-navigate', (_event, url) => {
    if (!isOwn(url) && contents.navigationHistory.canGoBack()) contents.navigationHistory.goBack()
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
