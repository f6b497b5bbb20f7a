import { inOneChange } from '@core/change/in-one-change'
import { isRefusal } from '@core/change/refusal'
import { settle, standing } from '@core/commands/conflicts'
import type { OpenConflict } from '@core/contract/conflicts'
import type { App } from '../../state/app.svelte'
import { plural } from '../../ui/count'

type Side = 'ours' | 'theirs'

/** The conflicts of the open graph while the user decides them. */
export class Deciding {
  conflicts = $state.raw<readonly OpenConflict[]>()
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
    this.conflicts = conflicts
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
      const steps = conflicts.map((conflict) => (graph: typeof doc.graph) => settle(graph, conflict, side))
      const change = inOneChange(doc.graph, label, steps)
      const refusal = isRefusal(change) ? change : doc.run(change)
      if (refusal) throw new Error(refusal.refused)
      await doc.settled()
      if (doc.saveState.kind === 'failed') throw new Error(doc.saveState.message)
      await this.#forget(conflicts)
    })
  }

  /** Leaves the graph as it is now. */
  leave(conflict: OpenConflict): Promise<void> {
    return this.#once(() => this.#forget([conflict]))
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
    doc.conflicts = left
    await this.load()
    if (message !== undefined) throw new Error(message)
  }
}
