import type { Handlers } from '../ipc/router'
import type { Files } from '../session/files'
import type { GraphSession } from '../session/graph-session'
import { StoreError } from '../stores/store'
import type { backupHandlers } from './backups'
import type { beginningHandlers } from './beginning'
import { chooseCopy } from './choose-copy'
import type { conflictHandlers } from './conflicts'
import type { Dialogs } from './desktop'

type Graphs = Exclude<
  Extract<keyof Handlers, `graph:${string}`>,
  | keyof ReturnType<typeof backupHandlers>
  | keyof ReturnType<typeof beginningHandlers>
  | keyof ReturnType<typeof conflictHandlers>
>

/** Opening, changing and saving graphs. */
export function graphHandlers(session: GraphSession, files: Files, desktop: Dialogs): Pick<Handlers, Graphs> {
  return {
    'graph:current': ({ usual }) => session.current(usual),
    async 'graph:choose'() {
      const path = await desktop.chooseFile()
      return path === undefined ? { outcome: 'cancelled' } : session.open(path)
    },
    'graph:open'({ handle }) {
      const path = files.path(handle)
      if (path === undefined) throw new StoreError('That file is not known any more. Open it with “Open…”.')
      return session.open(path)
    },
    'graph:open-without-views'({ handle }) {
      const path = files.path(handle)
      if (path === undefined) throw new StoreError('That file is not known any more. Open it with “Open…”.')
      return session.openWithoutViews(path)
    },
    'graph:drawn'({ handle }) {
      session.drawn(handle)
      return {}
    },
    'graph:seen'({ handle, seen }) {
      files.see(handle, seen)
      return {}
    },
    'graph:seed': () => session.openSeed(),
    'graph:read': ({ handle, reading, part }) => session.read(handle, reading, part),
    'graph:stop'() {
      session.stop()
      return {}
    },
    'graph:commit': ({ handle, change, parts }) => session.commit(handle, change, parts),
    'graph:commit-part'({ part, edits }) {
      session.ahead.take(part, edits)
      return {}
    },
    async 'graph:import'({ handle }) {
      const path = await desktop.chooseFile()
      return path === undefined ? { outcome: 'cancelled' } : session.imports.read(handle, path)
    },
    'graph:import-change': (request) => session.imports.change(request),
    async 'graph:compare'({ handle }) {
      const path = await desktop.chooseFile()
      return path === undefined ? { outcome: 'cancelled' } : session.comparisons.withFile(handle, path)
    },
    'graph:duplicates': ({ handle }) => session.comparisons.duplicates(handle),
    async 'graph:save-as'({ handle, unsaved }) {
      const path = await chooseCopy(session, desktop, session.name(handle))
      return path === undefined ? { outcome: 'cancelled' } : session.saveAs(handle, path, unsaved)
    }
  }
}
