import { protocol, type Session } from 'electron'
import type { PageFile } from './manifest'
import { APP_SCHEME } from './page-address'
import { pageAnswer } from './page-answer'

/**
 * A scheme of our own, so that the page has an origin to itself: a file:// page could read other files, and its policy
 * could not come in a header. Once, before the app is ready.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

/** Serves the files of the manifest and nothing else. */
export function serveApp(session: Session, manifest: ReadonlyMap<string, PageFile>): void {
  session.protocol.handle(APP_SCHEME, (request) => pageAnswer(manifest, request))
}
