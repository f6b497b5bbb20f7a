import { NetEdits } from '@core/change/change'
import { type Deed, deedOf } from '@core/change/differences'
import type { Edit, Graph } from '@core/graph/graph'
import type { AnyRecord, Kind, RecordOf } from '@core/records/records'
import type { Find } from '@core/view/field-labels'
import type { Step } from '../../state/history'
import { inSlices } from '../../state/slices'

export const DEEDS: readonly Deed[] = ['added', 'changed', 'removed']

/** The edits of each deed, in the order in which they were made. */
export type Sorted = Readonly<Record<Deed, readonly Edit[]>>

/** What lies between two points of the history; worked out a little at a time, because a step may hold a whole import. */
export class Comparison {
  /** Undefined until it is worked out. */
  sorted = $state.raw<Sorted>()
  #graph: Graph | undefined
  readonly #seen = new Map<string, AnyRecord>()

  /** Finds a record as it is, or as it last was before it went. */
  readonly find: Find = <K extends Kind>(kind: K, id: string): RecordOf<K> | undefined =>
    this.#graph?.get(kind, id) ?? (this.#seen.get(`${kind} ${id}`) as RecordOf<K> | undefined)

  /** Begins to compare the graph before these steps with the graph after them; `all` are the steps of the whole session. Returns what calls it off. */
  ask(steps: readonly Step[], all: readonly Step[], graph: Graph): () => void {
    this.sorted = undefined
    this.#graph = graph
    return inSlices(this.#compare(steps, all, graph), (sorted) => {
      this.sorted = sorted
    })
  }

  *#compare(steps: readonly Step[], all: readonly Step[], graph: Graph): Generator<void, Sorted> {
    for (const edit of editsOf(all)) {
      // What the graph has is found there.
      for (const record of [edit.before, edit.after])
        if (record && !graph.get(record.kind, record.id)) this.#seen.set(`${record.kind} ${record.id}`, record)
      yield
    }
    const net = new NetEdits()
    for (const edit of editsOf(steps)) {
      net.add(edit)
      yield
    }
    const sorted = { added: [] as Edit[], changed: [] as Edit[], removed: [] as Edit[] }
    for (const edit of net) {
      sorted[deedOf(edit)].push(edit)
      yield
    }
    return sorted
  }
}

function* editsOf(steps: readonly Step[]): Iterable<Edit> {
  for (const { change } of steps) yield* change.edits
}
