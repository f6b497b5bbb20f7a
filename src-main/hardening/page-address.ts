/** Scheme and host of our own pages. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'entente'

/** Where the window's page comes from. */
export interface PageAddress {
  readonly url: string
  /** As WebFrameMain.origin gives it. */
  readonly origin: string
  /** The dev server's addresses, which a page may load in development. */
  readonly devOrigins: readonly string[]
}

/**
 * The one place that knows of development: there the page comes from electron-vite's server on this machine. A packaged
 * application never listens to the variable.
 */
export function pageAddress(devServer: string | undefined, isPackaged: boolean): PageAddress {
  const origin = `${APP_SCHEME}://${APP_HOST}`
  const dev = isPackaged || !devServer ? undefined : new URL(devServer)
  if (!dev || !['localhost', '127.0.0.1', '[::1]'].includes(dev.hostname))
    return { url: `${origin}/index.html`, origin, devOrigins: [] }
  return { url: dev.href, origin: dev.origin, devOrigins: [dev.origin, dev.origin.replace(/^http/, 'ws')] }
}
