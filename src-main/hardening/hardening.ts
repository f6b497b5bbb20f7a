import { app, type Session } from 'electron'
import { serveApp } from './app-protocol'
import { pageManifest } from './manifest'
import { comeBack, denyNavigation, denyNewWindows, denyWebviews } from './navigation'
import type { PageAddress } from './page-address'
import { denyDownloads, denyPermissions } from './permissions'
import { blockRemoteContent } from './remote-content'

/** Every rule for what a page may do, in one list. Before any page is loaded; the rules that come before that are in index.ts. */
export function harden(session: Session, { origin, devOrigins }: PageAddress, pageFolder: string): void {
  if (devOrigins.length === 0) serveApp(session, pageManifest(pageFolder))
  blockRemoteContent(session, devOrigins)
  denyPermissions(session)
  denyDownloads(session)
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents)
    comeBack(contents, (url) => url.startsWith(`${origin}/`))
    denyNewWindows(contents)
    denyWebviews(contents)
  })
}
