import type { Change } from '@core/change/change'
import { inOneChange } from '@core/change/in-one-change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { conflictsIn, forget, settle, standing } from '@core/commands/conflicts'
import type { OpenConflict } from '@core/contract/conflicts'
import type { Graph } from '@core/graph/graph'
import { conflictId } from '@core/records/records'
import type { App } from '../../state/app.svelte'
import { plural } from '../../ui/count'

type Side = 'ours' | 'theirs'

/** The conflicts of the open graph while the user decides them. */
export class Deciding {
  /** Those that are kept beside the file. */
  #beside = $state.raw<readonly OpenConflict[]>()
  problem = $state<string>()
  busy = $state(false)
  readonly #app: App
  readonly #handle: string

  constructor(app: App) {
    this.#app = app
    this.#handle = app.doc.handle
  }

  async load() {
    const { conflicts } = await this.#app.client.request('graph:conflicts', { handle: this.#handle })
    this.#beside = conflicts
  }

  /** All that are undecided, of two about the same thing one; undefined while they are being read. */
  get conflicts(): readonly OpenConflict[] | undefined {
    if (!this.#beside) return undefined
    const keyOf = ({ kind, id, field }: OpenConflict) => conflictId(kind, id, field)
    const all = [...conflictsIn(this.#app.doc.graph), ...this.#beside]
    return [...new Map(all.map((conflict) => [keyOf(conflict), conflict])).values()]
  }

  /** What can be decided for all at once: not what has changed again since. */
  get clear(): readonly OpenConflict[] {
    return (this.conflicts ?? []).filter((conflict) => standing(this.#app.doc.graph, conflict) !== 'neither')
  }

  /** Puts that side's values in place, as one change, and forgets the conflicts once that is saved. */
  decide(conflicts: readonly OpenConflict[], side: Side): Promise<void> {
    return this.#once(async () => {
      const { doc } = this.#app
      const where = conflicts.length === 1 ? '' : ` in ${plural(conflicts.length, 'place', 'places')}`
      const label = side === 'ours' ? `Keep our value${where}` : `Take another program’s value${where}`
      const steps = conflicts.flatMap((conflict) => [
        (graph: Graph) => settle(graph, conflict, side),
        (graph: Graph) => forget(graph, conflict)
      ])
      await this.#carryOut(inOneChange(doc.graph, label, steps))
      await this.#forget(conflicts)
    })
  }

  /** Leaves the graph as it is now. */
  leave(conflict: OpenConflict): Promise<void> {
    return this.#once(async () => {
      const change = forget(this.#app.doc.graph, conflict)
      if (change.edits.length > 0) await this.#carryOut(change)
      await this.#forget([conflict])
    })
  }

  async #carryOut(change: Change | Refusal) {
    const { doc } = this.#app
    const refusal = isRefusal(change) ? change : doc.run(change)
    if (refusal) throw new Error(refusal.refused)
    await doc.settled()
    if (doc.saveState.kind === 'failed') throw new Error(doc.saveState.message)
  }

  async #once(work: () => Promise<void>) {
    if (this.busy) return
    this.busy = true
    this.problem = undefined
    try {
      await work()
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error)
    }
    this.busy = false
  }

  async #forget(conflicts: readonly OpenConflict[]) {
    const { client, doc } = this.#app
    const decided = conflicts.map(({ kind, id, field }) => ({ kind, id, field }))
    const { left, message } = await client.request('graph:decided', { handle: this.#handle, decided })
    doc.conflictsBeside = left
    await this.load()
    if (message !== undefined) throw new Error(message)
  }
}
