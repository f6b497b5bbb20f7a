import type { Handlers } from '../ipc/router'
import type { GraphSession } from '../session/graph-session'
import { chooseCopy } from './choose-copy'
import type { Dialogs } from './desktop'

type BackupChannel = Extract<keyof Handlers, `graph:backup${string}` | `graph:recoverable${string}`>

/** Earlier and other states of a graph. */
export function backupHandlers(session: GraphSession, desktop: Dialogs): Pick<Handlers, BackupChannel> {
  const copy = async (handle: string, addition: string) =>
    chooseCopy(session, desktop, session.name(handle).replace(/(?:\.entente)?\.json$|$/, `${addition}.entente.json`))
  return {
    'graph:backups': async ({ handle }) => ({ backups: await session.backups.backups(handle) }),
    'graph:backup-preview': ({ handle, id }) => session.backups.preview(handle, id),
    'graph:backup-change': ({ handle, id, label }) => session.backups.changeTo(handle, id, label),
    async 'graph:backup-save'({ handle, id }) {
      const path = await copy(handle, ` ${id.slice(0, 16)}`)
      return path === undefined ? { outcome: 'cancelled' } : session.backups.saveBackup(handle, id, path)
    },
    'graph:recoverable-versions': ({ handle }) => ({
      recoverableVersions: session.backups.recoverableVersions(handle)
    }),
    async 'graph:recoverable-version-save'({ handle, version }) {
      const path = await copy(handle, ` copy ${version + 1}`)
      return path === undefined ? { outcome: 'cancelled' } : session.backups.saveRecoverable(handle, version, path)
    }
  }
}
