import type { Session } from 'electron'
import { APP_SCHEME } from './page-address'

/** Schemes that reach nothing outside this program. */
const LOCAL = new Set([`${APP_SCHEME}:`, 'devtools:', 'data:', 'blob:'])

/** Whether an address leads nowhere but into this program (and, in development, to its dev server). */
export function isLocal(url: string, devOrigins: readonly string[]): boolean {
  const { protocol, host } = new URL(url)
  return LOCAL.has(protocol) || devOrigins.includes(`${protocol}//${host}`)
}

/**
 * Nothing comes from or goes to the network, whoever asks. The page's own policy forbids it too; this holds where the
 * policy has a gap. Nobody outside may learn that a graph was opened.
 */
export function blockRemoteContent(session: Session, devOrigins: readonly string[]): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url, devOrigins) }))
  session.setSpellCheckerEnabled(false)
}
