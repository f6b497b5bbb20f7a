import { basename } from 'node:path'
import type { Output } from '@core/contract/contract'
import { writeMapping } from '@core/tables/mapping'
import { shownPath } from '@core/text/shown-path'
import type { Handlers } from '../ipc/router'
import { failureMessage } from '../session/failure-message'
import type { GraphSession } from '../session/graph-session'
import type { FileSystem } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'
import type { Dialogs, TargetRequest } from './desktop'

type Table = `table:${'choose' | 'read' | 'plan' | 'rows' | 'change' | 'keep' | 'save-mapping' | 'errors'}`

/** Adding the rows of a table. */
export function tableHandlers(session: GraphSession, fs: FileSystem, desktop: Dialogs): Pick<Handlers, Table> {
  async function saved(request: TargetRequest, text: string): Promise<Output<'table:errors'>> {
    const path = await desktop.chooseTarget({ ...request, beside: session.path })
    if (path === undefined) return { outcome: 'cancelled' }
    try {
      await replaceFile(fs, path, Buffer.from(text))
      return { outcome: 'saved', name: shownPath(basename(path)) }
    } catch (error) {
      return { outcome: 'failed', message: failureMessage(error, path) }
    }
  }

  return {
    async 'table:choose'({ handle }) {
      const path = await desktop.chooseFile('table')
      return path === undefined ? { outcome: 'cancelled' } : session.tables.read(handle, path)
    },
    'table:read': ({ handle, id, reading }) => session.tables.readAgain(handle, id, reading),
    'table:plan': ({ handle, id, mapping, answers }) => session.tables.plan(handle, id, mapping, answers),
    'table:rows': ({ handle, id, from }) => session.tables.rows(handle, id, from),
    'table:change': ({ handle, id, part }) => session.tables.change(handle, id, part),
    'table:keep'({ handle, id, mapping }) {
      session.tables.keep(handle, id, mapping)
      return {}
    },
    'table:save-mapping': ({ mapping }) =>
      saved(
        {
          title: 'Save the mapping',
          name: `${mapping.name}.mapping.json`,
          formats: [{ label: 'Mapping', extension: 'json' }]
        },
        writeMapping(mapping)
      ),
    'table:errors'({ handle, id }) {
      const { text, name } = session.tables.errors(handle, id)
      return saved({ title: 'Save the rows with errors', name, formats: [{ label: 'CSV', extension: 'csv' }] }, text)
    }
  }
}
