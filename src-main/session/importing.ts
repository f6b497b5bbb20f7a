import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Change } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { type ImportCounts, type ImportPlan, planImport } from '@core/commands/import-graph'
import type { Output } from '@core/contract/contract'
import type { ImportPreview } from '@core/contract/importing'
import type { Graph } from '@core/graph/graph'
import { duplicatePairs } from '@core/queries/duplicate-pairs'
import type { Entity, Kind } from '@core/records/records'
import { writeJson } from '@core/text/json'
import { shownPath } from '@core/text/shown-path'
import type { Checked } from '../ipc/router'
import type { FileSystem } from '../stores/file-system'
import { sentence } from '../stores/json/messages'
import { examine } from '../stores/json/opening'
import type { SessionStore } from '../stores/session-store'
import { StoreError } from '../stores/store'
import { Stopped, type TaskControl } from '../stores/task-control'

/** Dependencies of importing. `storeOf` throws StoreError when the handle is not that of the open graph. */
export interface ImportDependencies {
  readonly storeOf: (handle: string) => SessionStore
  /** File system and task control for work on the file at that path. */
  readonly begin: (path: string) => { readonly fs: FileSystem; readonly control: TaskControl }
}

interface Read {
  readonly id: string
  readonly name: string
  readonly plan: ImportPlan
  /** The change of the last request. */
  readonly whose?: 'ours' | 'theirs'
  readonly change?: Change
}

/** Edits in one message. */
const BATCH_SIZE = 500

/** Adds another file to the open graph: reads and compares it here. The window applies the change and commits it. */
export class Imports {
  readonly #dependencies: ImportDependencies
  #last: Read | undefined

  constructor(dependencies: ImportDependencies) {
    this.#dependencies = dependencies
  }

  /** Reads a file and compares it with the open graph. */
  async read(handle: string, path: string): Promise<Output<'graph:import'>> {
    const name = shownPath(basename(path))
    this.#last = undefined
    try {
      const store = this.#dependencies.storeOf(handle)
      const { fs, control } = this.#dependencies.begin(path)
      if ((await fs.resolve(path).catch(() => path)) === store.place?.path)
        throw new StoreError(`“${name}” is the file that is open. Choose another one.`)
      const found = await examine(path, fs, control)
      if (found.readOnly !== undefined)
        throw new StoreError(`Nothing of “${name}” was added. ${sentence(found.readOnly)}`, {
          problems: found.problems ?? []
        })
      const { graph } = store
      const plan = await control.run('comparing', planImport(graph, found.graph))
      if (isRefusal(plan)) throw new StoreError(`Nothing of “${name}” was added. ${plan.refused}`)
      const preview = await previewOf(graph, plan, control)
      this.#last = { id: randomUUID(), name, plan }
      return { outcome: 'read', name, id: this.#last.id, preview }
    } catch (error) {
      if (error instanceof Stopped) return { outcome: 'cancelled' }
      if (!(error instanceof StoreError)) throw error
      return { outcome: 'failed', name, message: error.message, problems: [...error.problems] }
    }
  }

  /** A part of the change that adds the last file read, which is dropped after its last part. Throws StoreError when it is gone. */
  change({ handle, id, whose, part }: Checked<'graph:import-change'>): Output<'graph:import-change'> {
    this.#dependencies.storeOf(handle)
    const last = this.#last
    if (last?.id !== id) throw new StoreError('That file has been put away. Add it once more.')
    const change = last.change && last.whose === whose ? last.change : last.plan.change(last.name, whose)
    const { label, edits } = change
    const more = edits.length > (part + 1) * BATCH_SIZE
    this.#last = more ? { ...last, whose, change } : undefined
    return { label, edits: writeJson(edits.slice(part * BATCH_SIZE, (part + 1) * BATCH_SIZE)), more }
  }
}

async function previewOf(graph: Graph, plan: ImportPlan, control: TaskControl): Promise<ImportPreview> {
  const of = (kind: Kind) => plan.counts.get(kind) ?? { added: 0, same: 0, filled: 0, differing: 0 }
  const added = plan.added.filter((record): record is Entity => record.kind === 'entity')
  const { count, pairs } = await control.run('duplicates', duplicatePairs(graph, added))
  const named = ({ id, name, type }: Entity) => ({ id, name, type })
  return {
    entities: of('entity'),
    relations: of('relation'),
    claims: of('claim'),
    sources: of('source'),
    types: sum(of('entityType'), of('relationType')),
    newTypes: plan.added.flatMap((record) =>
      record.kind === 'entityType' || record.kind === 'relationType' ? [record.label] : []
    ),
    newViews: of('view').added,
    joined: plan.joined,
    duplicates: { count, pairs: pairs.map(({ ours, theirs }) => ({ ours: named(ours), theirs: named(theirs) })) },
    edits: [...plan.counts.values()].reduce((all, { added, filled, differing }) => all + added + filled + differing, 0)
  }
}

const sum = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  added: a.added + b.added,
  same: a.same + b.same,
  filled: a.filled + b.filled,
  differing: a.differing + b.differing
})
