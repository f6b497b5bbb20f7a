import { apply, type Change, invert } from '@core/change/change'
import { readChange } from '@core/change/read-change'
import { overlap, rebase } from '@core/change/rebase'
import { isRefusal, type Refusal, refuse } from '@core/change/refusal'
import type { OpenGraph } from '@core/contract/contract'
import type { Merged } from '@core/contract/keeping'
import { parseGraph } from '@core/formats/entente/parse'
import { Graph } from '@core/graph/graph'
import type { Client } from '../client'
import { Arrivals } from './arrivals'
import { changeTo, type History, movedTo, NO_HISTORY, type Step, stepsOf, withForeign, withStep } from './history'

/** A change on its way to the store. */
interface Pending {
  readonly change: Change
  readonly historyBefore: History
  /** What it is in the history; absent where it only moves to and fro in it. */
  readonly step?: Step
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly changes: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read-only'; readonly reason: string }

/** The open graph with its undo history. Every change goes through here: applied at once, saved in order, taken back if refused. */
export class OpenDocument {
  graph = $state.raw(Graph.of('', []))
  handle = $state('')
  name = $state('')
  readOnly = $state<string>()
  /** Whether the reason why nothing can be changed may pass. */
  mayPass = $state(false)
  /** How many other states of the graph can be saved. */
  offers = $state(0)
  /** How many clashes with another program the user has to decide. */
  clashes = $state(0)
  /** Changes that the store refused. Where nothing more can be saved they stay in the graph, else they were taken back. */
  unsaved = $state.raw<readonly Change[]>([])
  #history = $state.raw(NO_HISTORY)
  #pending = $state.raw<readonly Pending[]>([])
  #failure = $state<string>()
  #saving: Promise<void> = Promise.resolve()
  readonly #client: Client
  /** The number of the last merge that our graph holds: it is main's graph as of then, with the pending changes. */
  #merges = 0
  readonly #arrivals = new Arrivals()
  #onStale = () => {}
  readonly #listeners = new Set<(change: Change) => void>()

  readonly undoLabel = $derived(this.#history.done.at(-1)?.change.label)
  readonly redoLabel = $derived(this.#history.undone.at(-1)?.change.label)
  /** All changes since the graph was opened, in order. */
  readonly steps = $derived(stepsOf(this.#history))
  /** How many of them are in the graph now. */
  readonly position = $derived(this.#history.done.length)
  readonly saveState: SaveState = $derived.by(() => {
    if (this.readOnly) return { kind: 'read-only', reason: this.readOnly }
    if (this.#failure) return { kind: 'failed', message: this.#failure }
    return this.#pending.length > 0 ? { kind: 'saving', changes: this.#pending.length } : { kind: 'saved' }
  })

  constructor(client: Client) {
    this.#client = client
  }

  /** Shows another graph; the history of the one before ends here. */
  load(open: OpenGraph): Refusal | undefined {
    const file = parseGraph(open.text)
    if ('problems' in file) return refuse(file.problems[0]?.message ?? 'The file cannot be read.')
    this.graph = file.graph
    this.handle = open.handle
    this.name = open.name
    this.readOnly = open.readOnly
    this.mayPass = open.mayPass ?? false
    this.offers = open.offers ?? 0
    this.clashes = open.clashes ?? 0
    this.unsaved = []
    this.#history = NO_HISTORY
    this.#pending = []
    this.#failure = undefined
    this.#merges = open.merges
    this.#arrivals.keepOnly(open.handle)
    this.#takeIn()
    return undefined
  }

  /** Carries a change out and saves it, or says why not. A change of a view alone is no fact and leaves the history as it is. */
  run(change: Change | Refusal): Refusal | undefined {
    if (isRefusal(change)) return change
    if (change.edits.length === 0) return undefined
    const step = { change, at: new Date().toISOString() }
    return this.#carryOut(change, hasFacts(change) ? withStep(this.#history, step) : this.#history, step)
  }

  undo(): Refusal | undefined {
    return this.goTo(this.position - 1)
  }

  redo(): Refusal | undefined {
    return this.goTo(this.position + 1)
  }

  /** Goes to where so many of the steps are done, as one change that is saved like any other. */
  goTo(position: number): Refusal | undefined {
    if (position < 0 || position > this.steps.length || position === this.position) return undefined
    return this.#carryOut(changeTo(this.#history, position), movedTo(this.#history, position))
  }

  /** Tries once more to save what was refused and taken back. */
  tryAgain(): Refusal | undefined {
    for (const change of this.unsaved) {
      const refusal = this.run(change)
      if (refusal) return refusal
    }
    return undefined
  }

  /** Resolves when nothing is being saved any more. */
  async settled(): Promise<void> {
    while (this.#pending.length > 0) await this.#saving
  }

  /** Takes in what another program did to the file, in its place among the changes that main has. */
  arrived(merged: Merged) {
    if (merged.handle === this.handle && merged.merges > this.#merges) this.clashes = merged.clashes
    this.#arrivals.add(merged)
    if (this.#pending.length === 0) this.#takeIn()
  }

  /** Nothing more is saved here. */
  stopped(reason: string) {
    this.readOnly = reason
  }

  /** Called when main has a graph that ours cannot become, so that it must be read again. */
  onStale(reload: () => void) {
    this.#onStale = reload
  }

  /** Calls the listener with every change that the graph has gone through, undo and taking back included. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #carryOut(change: Change, history: History, step?: Step): Refusal | undefined {
    if (this.readOnly) return refuse(`Nothing can be changed here: ${this.readOnly}`)
    const after = apply(this.graph, change)
    if (isRefusal(after)) return after
    const historyBefore = this.#history
    this.#history = history
    // Steps that come to nothing together have nothing to save.
    if (change.edits.length === 0) return undefined
    this.#pending = [...this.#pending, { change, historyBefore, ...(step && { step }) }]
    this.#failure = undefined
    this.unsaved = []
    this.#show(after, change)
    if (this.#pending.length === 1) this.#saving = this.#save()
    return undefined
  }

  #show(graph: Graph, change: Change) {
    this.graph = graph
    for (const listener of this.#listeners) listener(change)
  }

  /** Changes go to the store one at a time, in order. What another program did is taken in between, never while one is under way. */
  async #save() {
    for (let next = this.#pending[0]; next; next = this.#pending[0]) {
      const { handle } = this
      const result = await this.#client
        .request('graph:commit', { handle, change: next.change })
        .catch((error: Error) => ({
          ...{ outcome: 'refused' as const, message: error.message, final: false },
          merges: this.#merges
        }))
      const isSaved = result.outcome === 'saved'
      const isOver = () => this.#pending[0] !== next
      if (result.merges > this.#merges) await this.#arrivals.until(handle, result.merges, isOver)
      // Another graph was opened meanwhile, or this one again: the answer is for what is no longer pending.
      if (isOver()) return
      const hasMoved = this.#takeIn(result.merges)
      if (isSaved) this.#pending = this.#pending.slice(1)
      else if (result.final) return this.#keepUnsaved(result.message)
      // Refused because of what another program did: as it reads now it is worth another try.
      else if (!hasMoved) return this.#takeBack(result.message)
      this.#takeIn()
    }
  }

  /** Takes in what has arrived up to that number; answers whether pending changes had to give way. */
  #takeIn(last = Number.POSITIVE_INFINITY): boolean {
    let hasMoved = false
    for (let next = this.#arrivals.next(this.handle, last); next; next = this.#arrivals.next(this.handle, last)) {
      if (next.merges <= this.#merges) continue
      const change = readChange(JSON.parse(next.change))
      const isApart = !this.#pending.some((pending) => change && overlap(pending.change, change))
      const step = change && { change, at: new Date().toISOString(), foreign: true }
      if (!step || !(isApart ? this.#addForeign(step) : this.#putUnder(step))) {
        this.#onStale()
        return hasMoved
      }
      hasMoved ||= !isApart
      this.#merges = next.merges
      this.graph = this.graph.headed(next.title, new Map(Object.entries(JSON.parse(next.extra))))
    }
    return hasMoved
  }

  /** What another program did elsewhere in the graph than the pending changes: the order of the two is all the same. */
  #addForeign(step: Step): boolean {
    const after = apply(this.graph, step.change)
    if (isRefusal(after)) return false
    if (step.change.edits.length === 0) return true
    this.#history = withForeign(this.#history, step)
    this.#pending = this.#pending.map((pending) => ({
      ...pending,
      historyBefore: withForeign(pending.historyBefore, step)
    }))
    this.#show(after, step.change)
    return true
  }

  /** What another program did to the same records: it comes first, as main has it, and the pending changes anew on top. */
  #putUnder(step: Step): boolean {
    const pending = this.#pending
    this.#undoPending()
    if (!this.#addForeign(step)) return false
    for (const { change, step: own } of pending) {
      const anew = own
        ? rebase(this.graph, change)
        : refuse(`“${change.label}” was not undone or redone: another program has changed the same thing meanwhile.`)
      const refusal = isRefusal(anew) ? anew : this.#rejoin(anew, own)
      if (!refusal) continue
      this.#failure = refusal.refused
      break
    }
    return true
  }

  #rejoin(change: Change, own: Step | undefined): Refusal | undefined {
    const after = apply(this.graph, change)
    if (isRefusal(after)) return after
    if (change.edits.length === 0) return undefined
    const step = { change, at: own?.at ?? '' }
    this.#pending = [...this.#pending, { change, historyBefore: this.#history, step }]
    if (hasFacts(change)) this.#history = withStep(this.#history, step)
    this.#show(after, change)
    return undefined
  }

  /** Nothing more can be saved here, so that what was not stays in the window until it is saved elsewhere. */
  #keepUnsaved(message: string) {
    this.unsaved = this.#pending.map(({ change }) => change)
    this.#pending = []
    this.readOnly ??= message
  }

  /** The store kept nothing of the first pending change, so neither it nor those made on top of it may stay. */
  #takeBack(message: string) {
    this.unsaved = this.#pending.flatMap(({ change, step }) => (step ? [change] : []))
    this.#failure = message
    this.#undoPending()
  }

  #undoPending() {
    const pending = this.#pending
    this.#pending = []
    for (const { change, historyBefore } of [...pending].reverse()) {
      const inverse = invert(change)
      const before = apply(this.graph, inverse)
      this.#history = historyBefore
      if (!isRefusal(before)) this.#show(before, inverse)
    }
  }
}

/** A change of views alone is no fact. */
const hasFacts = ({ edits }: Change) => edits.some(({ before, after }) => (after ?? before)?.kind !== 'view')
