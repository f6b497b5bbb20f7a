import type { WebContents } from 'electron'

/** The page never leaves its address: no other page may get the bridge to main, whatever a link says. */
export function denyNavigation(contents: WebContents): void {
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // The page may reload itself; the dev server asks for that.
    if (!event.isMainFrame || event.url !== contents.getURL()) event.preventDefault()
  })
}

/**
 * Addresses that Chromium opens without asking (about:, blob:, data:): the preload refuses them in the page itself
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

/** No webview within the page. */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
