import { NetEdits } from '@core/change/change'
import type { Edit, Graph } from '@core/graph/graph'
import type { AnyRecord, Kind, RecordOf } from '@core/records/records'
import { type Deed, deedOf } from '@core/view/edit-words'
import type { Find } from '@core/view/field-words'
import type { Step } from '../../state/history'
import { inSlices } from '../../state/in-slices'

export const DEEDS: readonly Deed[] = ['added', 'changed', 'removed']

/** The edits of each deed, in the order in which they were made. */
export type Sorted = Readonly<Record<Deed, readonly Edit[]>>

/** What lies between two points of the history; worked out a little at a time, because a step may hold a whole import. */
export class Comparison {
  /** Undefined until it is worked out. */
  sorted = $state.raw<Sorted>()
  #steps: readonly Step[] = []
  #graph: Graph | undefined
  readonly #seen = new Map<string, AnyRecord>()

  /** Finds a record as it is, or as it last was before it went. */
  readonly find: Find = <K extends Kind>(kind: K, id: string): RecordOf<K> | undefined =>
    this.#graph?.get(kind, id) ?? (this.#seen.get(`${kind} ${id}`) as RecordOf<K> | undefined)

  /** Begins to compare the graph before these steps with the graph after them; `all` are the steps of the whole session. */
  ask(steps: readonly Step[], all: readonly Step[], graph: Graph): () => void {
    this.sorted = undefined
    this.#steps = steps
    this.#graph = graph
    const isOver = () => this.#steps !== steps
    void this.#work(steps, all, isOver)
    return () => {
      this.#steps = []
    }
  }

  async #work(steps: readonly Step[], all: readonly Step[], isOver: () => boolean) {
    const net = new NetEdits()
    const sorted = { added: [] as Edit[], changed: [] as Edit[], removed: [] as Edit[] }
    const seen = (edit: Edit) => {
      // What the graph has is found there.
      for (const record of [edit.before, edit.after])
        if (record && !this.#graph?.get(record.kind, record.id)) this.#seen.set(`${record.kind} ${record.id}`, record)
    }
    const done =
      (await inSlices(editsOf(all), seen, isOver)) &&
      (await inSlices(editsOf(steps), (edit) => net.add(edit), isOver)) &&
      (await inSlices(net, (edit) => sorted[deedOf(edit)].push(edit), isOver))
    if (done) this.sorted = sorted
  }
}

function* editsOf(steps: readonly Step[]): Iterable<Edit> {
  for (const { change } of steps) yield* change.edits
}
