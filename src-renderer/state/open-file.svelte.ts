import type { Change } from '@core/change/change'
import type { OpenGraph } from '@core/contract/contract'
import type { StorageStatus } from '@core/contract/hosted'
import type { Graph } from '@core/graph/graph'

/** What is known of how the open graph is kept, and who hears of its changes. */
export abstract class OpenFile {
  abstract readonly graph: Graph
  handle = $state('')
  name = $state('')
  readOnly = $state<string>()
  /** Whether the reason why nothing can be changed may pass. */
  mayPass = $state(false)
  /** How many other states of the graph can be saved. */
  recoverableVersions = $state(0)
  /** How many conflicts with another program the user has to decide, beside those that the graph itself holds. */
  conflictsBeside = $state(0)
  /** How it is kept in a database; undefined for a file. */
  link = $state.raw<StorageStatus>()
  /** How often a graph has been shown here. */
  times = $state(0)
  /** Whether views were changed in this window only, as what can only be read keeps nothing. */
  keptHere = $state(false)
  readonly #listeners = new Set<(change: Change) => void>()
  #onKeptHere = () => {}

  /** How many conflicts the user has to decide. */
  get conflicts(): number {
    return this.conflictsBeside + this.graph.all('conflict').size
  }

  /** Calls the listener with every change that the graph has gone through, undo and taking back included. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls the listener when a view of a graph is changed for the first time that cannot be saved. */
  onKeptHere(listener: () => void) {
    this.#onKeptHere = listener
  }

  protected keepHere() {
    if (!this.keptHere) this.#onKeptHere()
    this.keptHere = true
  }

  protected describe(open: OpenGraph) {
    this.handle = open.handle
    this.name = open.name
    this.readOnly = open.readOnly
    this.mayPass = open.mayPass ?? false
    this.recoverableVersions = open.recoverableVersions ?? 0
    this.conflictsBeside = open.conflicts ?? 0
    this.link = open.link
    this.keptHere = false
    this.times++
  }

  protected tell(change: Change) {
    for (const listener of this.#listeners) listener(change)
  }
}
