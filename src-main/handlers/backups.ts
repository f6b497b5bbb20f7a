import type { Handlers } from '../ipc/router'
import type { GraphSession } from '../session/graph-session'
import { chooseCopy } from './choose-copy'
import type { Dialogs } from './desktop'

type Keeping = Extract<
  keyof Handlers,
  `graph:backup${string}` | `graph:recoverable${string}` | 'graph:conflicts' | 'graph:decided'
>

/** Backups, other states of a graph, and what the user has to decide. */
export function keepingHandlers(session: GraphSession, desktop: Dialogs): Pick<Handlers, Keeping> {
  const copy = async (handle: string, addition: string) =>
    chooseCopy(session, desktop, session.name(handle).replace(/(?:\.entente)?\.json$|$/, `${addition}.entente.json`))
  return {
    'graph:backups': async ({ handle }) => ({ backups: await session.keeping.backups(handle) }),
    'graph:backup-preview': ({ handle, id }) => session.keeping.preview(handle, id),
    'graph:backup-change': ({ handle, id, label }) => session.keeping.changeTo(handle, id, label),
    async 'graph:backup-save'({ handle, id }) {
      const path = await copy(handle, ` ${id.slice(0, 16)}`)
      return path === undefined ? { outcome: 'cancelled' } : session.keeping.saveBackup(handle, id, path)
    },
    'graph:recoverable-versions': ({ handle }) => ({
      recoverableVersions: session.keeping.recoverableVersions(handle)
    }),
    async 'graph:recoverable-version-save'({ handle, version }) {
      const path = await copy(handle, ` copy ${version + 1}`)
      return path === undefined ? { outcome: 'cancelled' } : session.keeping.saveRecoverable(handle, version, path)
    },
    'graph:conflicts': ({ handle }) => ({ conflicts: session.keeping.conflicts(handle) }),
    'graph:decided': ({ handle, decided }) => session.keeping.decide(handle, decided)
  }
}
