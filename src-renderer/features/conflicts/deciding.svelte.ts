import { inOneChange } from '@core/change/in-one-change'
import { isRefusal } from '@core/change/refusal'
import { settle, standing } from '@core/commands/conflicts'
import type { OpenClash } from '@core/contract/backups'
import type { App } from '../../state/app.svelte'
import { plural } from '../../ui/count'

type Side = 'ours' | 'theirs'

/** The clashes of the open graph while the user decides them. */
export class Deciding {
  clashes = $state.raw<readonly OpenClash[]>()
  problem = $state<string>()
  busy = $state(false)
  readonly #app: App
  readonly #handle: string

  constructor(app: App) {
    this.#app = app
    this.#handle = app.document.handle
  }

  async load() {
    const { clashes } = await this.#app.client.request('graph:clashes', { handle: this.#handle })
    this.clashes = clashes
  }

  /** What can be decided for all at once: not what has changed again since. */
  get clear(): readonly OpenClash[] {
    return (this.clashes ?? []).filter((clash) => standing(this.#app.document.graph, clash) !== 'neither')
  }

  /** Puts that side's values in place, as one change, and forgets the clashes once that is saved. */
  decide(clashes: readonly OpenClash[], side: Side): Promise<void> {
    return this.#once(async () => {
      const { document } = this.#app
      const where = clashes.length === 1 ? '' : ` in ${plural(clashes.length, 'place', 'places')}`
      const label = side === 'ours' ? `Keep our value${where}` : `Take another program’s value${where}`
      const steps = clashes.map((clash) => (graph: typeof document.graph) => settle(graph, clash, side))
      const change = inOneChange(document.graph, label, steps)
      const refusal = isRefusal(change) ? change : document.run(change)
      if (refusal) throw new Error(refusal.refused)
      await document.settled()
      if (document.saveState.kind === 'failed') throw new Error(document.saveState.message)
      await this.#forget(clashes)
    })
  }

  /** Leaves the graph as it is now. */
  leave(clash: OpenClash): Promise<void> {
    return this.#once(() => this.#forget([clash]))
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

  async #forget(clashes: readonly OpenClash[]) {
    const { client, document } = this.#app
    const decided = clashes.map(({ kind, id, field }) => ({ kind, id, field }))
    const { left, message } = await client.request('graph:decided', { handle: this.#handle, decided })
    document.clashes = left
    await this.load()
    if (message !== undefined) throw new Error(message)
  }
}
