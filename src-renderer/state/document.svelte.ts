import { apply, type Change, invert } from '@core/change/change'
import { isRefusal, type Refusal, refuse } from '@core/change/refusal'
import { Graph } from '@core/graph/graph'
import { Ranking } from '@core/queries/ranking'
import type { Client } from '../client'
import { commitInParts } from './commit-in-parts'
import { isLarge, LargeChange } from './large-change.svelte'
import type { Taken } from './opening.svelte'

interface History {
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
}

interface Pending {
  readonly change: Change
  readonly historyBefore: History
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly changes: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read-only'; readonly reason: string }

const NO_HISTORY: History = { done: [], undone: [] }

/** The open graph with its undo history. Every change goes through here: applied at once, saved in order, taken back if refused. */
export class OpenDocument {
  graph = $state.raw(Graph.of('', []))
  handle = $state('')
  name = $state('')
  readOnly = $state<string>()
  /** How often a graph has been shown here. */
  times = $state(0)
  /** The entities by how well they are connected; follows the graph. */
  ranking = new Ranking()
  /** A change of very many edits on its way; until it is over there is no other. */
  working = $state.raw<LargeChange>()
  #history = $state.raw(NO_HISTORY)
  #pending = $state.raw<readonly Pending[]>([])
  #failure = $state<string>()
  readonly #client: Client
  readonly #listeners = new Set<(change: Change) => void>()
  /** What was changed since another graph is being opened. */
  #since: Change[] = []

  readonly undoLabel = $derived(this.#history.done.at(-1)?.label)
  readonly redoLabel = $derived(this.#history.undone.at(-1)?.label)
  readonly saveState: SaveState = $derived.by(() => {
    if (this.readOnly) return { kind: 'read-only', reason: this.readOnly }
    if (this.#failure) return { kind: 'failed', message: this.#failure }
    return this.#pending.length > 0 ? { kind: 'saving', changes: this.#pending.length } : { kind: 'saved' }
  })

  constructor(client: Client) {
    this.#client = client
  }

  /** Remembers from now on what is changed, in case that what is being opened is this graph again. */
  expect() {
    this.#since = []
  }

  /** Shows another graph; the history of the one before ends here. */
  load({ open, graph, ranking }: Taken) {
    this.working?.stop()
    const again = open.handle === this.handle
    const later = again ? this.#since : []
    this.graph = graph
    this.ranking = ranking
    this.handle = open.handle
    this.name = open.name
    this.readOnly = open.readOnly
    this.times++
    this.#history = NO_HISTORY
    // Of the same file, what is on its way to the disk still is.
    if (!again) this.#pending = []
    this.#failure = undefined
    // What main took its picture after holds them already; they are refused then, as the records are no longer as before.
    for (const change of later) {
      const after = apply(this.graph, change)
      if (!isRefusal(after)) this.#show(after, change)
    }
    this.#since = []
  }

  /** Carries a change out and saves it, or says why not. A change of a view alone is no fact and leaves the history as it is. */
  run(change: Change | Refusal): Refusal | undefined {
    if (isRefusal(change)) return change
    const facts = change.edits.some(({ before, after }) => (after ?? before)?.kind !== 'view')
    const history = facts ? { done: [...this.#history.done, change], undone: [] } : this.#history
    return this.#carryOut(change, history)
  }

  undo(): Refusal | undefined {
    const { done, undone } = this.#history
    const last = done.at(-1)
    return last && this.#carryOut(invert(last), { done: done.slice(0, -1), undone: [...undone, last] })
  }

  redo(): Refusal | undefined {
    const { done, undone } = this.#history
    const next = undone.at(-1)
    return next && this.#carryOut(next, { done: [...done, next], undone: undone.slice(0, -1) })
  }

  /** Resolves when no large change is on its way any more. */
  async atRest(): Promise<void> {
    while (this.working) await this.working.result
  }

  /** Calls the listener with every change that the graph has gone through, undo and taking back included. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #carryOut(change: Change, history: History): Refusal | undefined {
    if (change.edits.length === 0) return undefined
    if (this.readOnly) return refuse(`Nothing can be changed here: ${this.readOnly}`)
    if (this.working) return refuse(`First “${this.working.label}” has to come to its end.`)
    if (isLarge(change)) {
      void this.#carryOutLarge(change, history)
      return undefined
    }
    const after = apply(this.graph, change)
    if (isRefusal(after)) return after
    this.#carriedOut(change, history, after)
    return undefined
  }

  async #carryOutLarge(change: Change, history: History) {
    const working = new LargeChange(this.graph, change)
    this.working = working
    const done = await working.result
    this.working = undefined
    if (!done) return
    if (isRefusal(done)) {
      this.#failure = done.refused
      return
    }
    this.times++
    this.#carriedOut(change, history, done.graph, done.ranking)
  }

  #carriedOut(change: Change, history: History, graph: Graph, ranking?: Ranking) {
    this.#pending = [...this.#pending, { change, historyBefore: this.#history }]
    this.#history = history
    this.#failure = undefined
    this.#show(graph, change, ranking)
    if (this.#pending.length === 1) void this.#save()
  }

  #show(graph: Graph, change: Change, ranking?: Ranking) {
    this.graph = graph
    if (ranking) this.ranking = ranking
    else this.ranking.update(change, graph)
    this.#since.push(change)
    for (const listener of this.#listeners) listener(change)
  }

  /** Changes go to the store one at a time, in order. */
  async #save() {
    for (let next = this.#pending[0]; next; next = this.#pending[0]) {
      const { handle } = this
      const result = await commitInParts(this.#client, handle, next.change).catch((error: Error) => ({
        outcome: 'refused' as const,
        message: error.message
      }))
      // Another graph was opened meanwhile, or this one again: the answer is for what is no longer pending.
      if (this.#pending[0] !== next) return
      if (result.outcome === 'refused') return this.#takeBack(result.message)
      this.#pending = this.#pending.slice(1)
    }
  }

  /** The store kept nothing of the first pending change, so neither it nor those made on top of it may stay. */
  #takeBack(message: string) {
    const pending = this.#pending
    this.#pending = []
    this.#failure = message
    for (const { change, historyBefore } of [...pending].reverse()) {
      const inverse = invert(change)
      const before = apply(this.graph, inverse)
      this.#history = historyBefore
      if (!isRefusal(before)) this.#show(before, inverse)
    }
  }
}
