import type { Handlers } from '../ipc/router'
import type { Files } from '../session/files'
import type { Desk } from '../session/graph-session'
import { StoreError } from '../stores/store'
import type { keepingHandlers } from './backups'
import { chooseCopy } from './choose-copy'
import type { Dialogs } from './desktop'

type Graphs = Exclude<Extract<keyof Handlers, `graph:${string}`>, keyof ReturnType<typeof keepingHandlers>>

/** Opening, changing and keeping graphs. */
export function graphHandlers(desk: Desk, files: Files, desktop: Dialogs): Pick<Handlers, Graphs> {
  return {
    'graph:current': () => desk.current(),
    async 'graph:choose'() {
      const path = await desktop.chooseFile()
      return path === undefined ? { outcome: 'cancelled' } : desk.open(path)
    },
    'graph:open'({ handle }) {
      const path = files.path(handle)
      if (path === undefined) throw new StoreError('That file is not known any more. Open it with “Open…”.')
      return desk.open(path)
    },
    'graph:seed': () => desk.openSeed(),
    'graph:read': ({ handle, reading, part }) => desk.read(handle, reading, part),
    'graph:stop'() {
      desk.stop()
      return {}
    },
    'graph:commit': ({ handle, change, parts }) => desk.commit(handle, change, parts),
    'graph:commit-part'({ part, edits }) {
      desk.ahead.take(part, edits)
      return {}
    },
    async 'graph:import'({ handle }) {
      const path = await desktop.chooseFile()
      return path === undefined ? { outcome: 'cancelled' } : desk.imports.read(handle, path)
    },
    'graph:import-change': (wish) => desk.imports.change(wish),
    async 'graph:save-as'({ handle, unsaved }) {
      const path = await chooseCopy(desk, desktop, desk.name(handle))
      return path === undefined ? { outcome: 'cancelled' } : desk.saveAs(handle, path, unsaved)
    },
    'graph:recent': () => files.recent()
  }
}
