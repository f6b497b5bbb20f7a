import type { Direction } from '@core/contract/neo4j'
import type { App } from '../../state/app.svelte'

/** Neighbours by one type and direction: how many there are in the database. */
export interface Group {
  readonly type: string
  readonly direction: Direction
  readonly count: number
}

/** What an entity is tied to in the database: counted first, shown when asked for. */
export class NeighbourGroups {
  groups = $state.raw<readonly Group[]>()
  problem = $state<string>()
  waiting = $state(false)
  /** Whether the user did not want to wait for the count. */
  givenUp = $state(false)
  #stop: (() => void) | undefined
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async count(node: string): Promise<void> {
    this.stop()
    this.problem = undefined
    this.givenUp = false
    this.waiting = true
    const { answer, stop } = this.#app.external.ask('neo4j:neighbours', { node })
    this.#stop = stop
    const counted = await answer
    if (this.#stop !== stop) return
    this.waiting = false
    this.#stop = undefined
    if (counted.outcome === 'failed') this.problem = counted.message
    if (counted.outcome === 'done')
      this.groups = counted.groups.toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))
  }

  /** Ends the count as the user asks. */
  giveUp(): void {
    this.stop()
    this.givenUp = this.groups === undefined
  }

  stop(): void {
    this.#stop?.()
    this.#stop = undefined
    this.waiting = false
  }
}
