import { apply, type Change, invert } from '@core/change/change'
import { countAsUser, hasFacts } from '@core/change/facts'
import { overlap, rebase } from '@core/change/rebase'
import { isRefusal, type Refusal, refuse } from '@core/change/refusal'
import { extraIn } from '@core/contract/parts'
import type { Merged } from '@core/contract/remote-changes'
import { readChange } from '@core/formats/entente/read-change'
import { Graph } from '@core/graph/graph'
import { Ranking } from '@core/queries/ranking'
import { readJson } from '@core/text/json'
import type { Client } from '../client'
import { commitInParts } from './commit-in-parts'
import { changeTo, type History, movedTo, NO_HISTORY, type Step, stepsOf, withExternal, withStep } from './history'
import { isLarge, LargeChange } from './large-change.svelte'
import { OpenFile } from './open-file.svelte'
import type { LoadedGraph } from './opening.svelte'
import { RemoteChanges } from './remote-changes'
import { type Pending, type SaveState, savingOf } from './save-state'

/** The open graph with its undo history. Every change goes through here: applied at once, saved in order, taken back if refused. */
export class OpenDocument extends OpenFile {
  graph = $state.raw(Graph.of('', []))
  /** Changes that the store refused. Where nothing more can be saved they stay in the graph, else they were taken back. */
  unsaved = $state.raw<readonly Change[]>([])
  /** The entities by how well they are connected; follows the graph. */
  ranking = new Ranking()
  /** A change of very many edits on its way; until it is over there is no other. */
  working = $state.raw<LargeChange>()
  #history = $state.raw(NO_HISTORY)
  #pending = $state.raw<readonly Pending[]>([])
  #failure = $state<string>()
  #saving: Promise<void> = Promise.resolve()
  readonly #client: Client
  /** The number of the last merge that our graph holds: it is main's graph as of then, with the pending changes. */
  #merges = 0
  readonly #remoteChanges = new RemoteChanges()
  #onStale = () => {}
  #held: Promise<unknown> | undefined
  /** What was changed since another graph is being opened. */
  #since: Change[] = []

  readonly undoLabel = $derived(this.#history.done.at(-1)?.change.label)
  readonly redoLabel = $derived(this.#history.undone.at(-1)?.change.label)
  /** All changes since the graph was opened, in order. */
  readonly steps = $derived(stepsOf(this.#history))
  /** How many of them are in the graph now. */
  readonly position = $derived(this.#history.done.length)
  /** How many changes the store refused, as a user counts them: where a new entity stands is none of its own. */
  readonly unsavedCount = $derived(countAsUser(this.unsaved))
  readonly saveState: SaveState = $derived.by(() => {
    if (this.readOnly) return { kind: 'read-only', reason: this.readOnly }
    if (this.#failure) return { kind: 'failed', message: this.#failure }
    return savingOf(this.#pending.length, this.link?.waiting ?? 0)
  })

  constructor(client: Client) {
    super()
    this.#client = client
  }

  /** Saves nothing until this has come to an end. */
  saveAfter(end: Promise<unknown>) {
    this.#held = end.catch(() => {})
  }

  /** Remembers from now on what is changed, in case that what is being opened is this graph again. */
  expect() {
    this.#since = []
  }

  /** Shows another graph; the history of the one before ends here. */
  load({ open, graph, ranking }: LoadedGraph) {
    this.working?.stop()
    const again = open.handle === this.handle
    const later = again ? this.#since : []
    this.graph = graph
    this.ranking = ranking
    this.describe(open)
    this.unsaved = []
    this.#history = NO_HISTORY
    // Of the same file, what is on its way to the disk still is.
    this.#pending = again ? this.#pending.map((pending) => ({ ...pending, historyBefore: NO_HISTORY })) : []
    this.#failure = undefined
    // What main took its picture after holds them already; they are refused then, as the records are no longer as before.
    for (const change of later) {
      const after = apply(this.graph, change)
      if (!isRefusal(after)) this.#show(after, change)
    }
    this.#since = []
    this.#merges = again ? Math.max(this.#merges, open.merges) : open.merges
    this.#remoteChanges.keepOnly(open.handle)
    if (this.#pending.length === 0) this.#takeIn()
  }

  /** Carries a change out and saves it, or says why not. `joins`: it belongs to the step before it, and is undone with that. */
  run(change: Change | Refusal, { joins = false } = {}): Refusal | undefined {
    if (isRefusal(change)) return change
    if (change.edits.length === 0) return undefined
    const step = { change, at: new Date().toISOString(), ...(joins && { joins }) }
    return this.#carryOut(change, withStep(this.#history, step), step)
  }

  undo(): Refusal | undefined {
    return this.goTo(this.position - 1)
  }

  redo(): Refusal | undefined {
    return this.goTo(this.position + 1)
  }

  /** Goes to the state after n steps, as one change that is saved like any other. */
  goTo(position: number): Refusal | undefined {
    if (position < 0 || position > this.steps.length || position === this.position) return undefined
    const back = position === this.position - 1 ? this.#history.done.at(-1)?.change : undefined
    const isBack = back !== undefined && isLarge(back)
    const change = isBack ? back : changeTo(this.#history, position)
    return this.#carryOut(change, movedTo(this.#history, position), undefined, isBack)
  }

  /** Resolves when nothing is being saved any more. */
  async settled(): Promise<void> {
    while (this.#pending.length > 0) await this.#saving
  }

  /** Takes in what another program did to the file, in its place among the changes that main has. */
  arrived(merged: Merged) {
    if (merged.handle === this.handle && merged.merges > this.#merges) this.conflictsBeside = merged.conflicts
    this.#remoteChanges.add(merged)
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

  #carryOut(change: Change, history: History, step?: Step, isBack = false): Refusal | undefined {
    if (this.readOnly && hasFacts(change)) return refuse(`Nothing can be changed here: ${this.readOnly}`)
    if (this.working) return refuse(`First “${this.working.label}” has to come to its end.`)
    if (isLarge(change)) return void this.#carryOutLarge(change, history, step, isBack)
    const after = apply(this.graph, change)
    if (isRefusal(after)) return after
    return void this.#carriedOut(change, history, step, after)
  }

  async #carryOutLarge(change: Change, history: History, step: Step | undefined, isBack: boolean) {
    this.working = new LargeChange(() => this.graph, change, { isBack })
    const done = await this.working.result
    this.working = undefined
    if (isRefusal(done)) this.#failure = done.refused
    else if (done) this.#carriedOut(done.change, history, step, done.graph, done.ranking)
  }

  #carriedOut(change: Change, history: History, step: Step | undefined, graph: Graph, ranking?: Ranking) {
    const historyBefore = this.#history
    this.#history = history
    // Steps that come to nothing together have nothing to save.
    if (change.edits.length === 0) return
    if (this.readOnly) {
      this.#show(graph, change, ranking)
      return this.keepHere()
    }
    this.#pending = [...this.#pending, { change, historyBefore, ...(step && { step }) }]
    this.#failure = undefined
    this.unsaved = []
    this.#show(graph, change, ranking)
    if (this.#pending.length === 1) this.#saving = this.#save()
  }

  #show(graph: Graph, change: Change, ranking?: Ranking) {
    this.graph = graph
    if (isLarge(change)) this.times++
    if (ranking) this.ranking = ranking
    else this.ranking.update(change, graph)
    this.#since.push(change)
    this.tell(change)
  }

  /** Changes go to the store one at a time, in order. What another program did is taken in between, never while one is under way. */
  async #save() {
    for (let next = this.#pending[0]; next; next = this.#pending[0]) {
      if (this.#held) await this.#held
      const { handle } = this
      const result = await commitInParts(this.#client, handle, next.change).catch((error: Error) => ({
        ...{ outcome: 'refused' as const, message: error.message, final: false },
        merges: this.#merges
      }))
      const isSaved = result.outcome === 'saved'
      const isOver = () => this.#pending[0]?.change !== next.change
      if (result.merges > this.#merges) await this.#remoteChanges.until(handle, result.merges, isOver)
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
    for (
      let next = this.#remoteChanges.next(this.handle, last);
      next;
      next = this.#remoteChanges.next(this.handle, last)
    ) {
      if (next.merges <= this.#merges) continue
      const change = readChange(readJson(next.change))
      const isApart = !this.#pending.some((pending) => change && overlap(pending.change, change))
      const step = change && { change, at: new Date().toISOString(), external: true }
      if (!step || !(isApart ? this.#addExternal(step) : this.#putUnder(step))) {
        this.#onStale()
        return hasMoved
      }
      hasMoved ||= !isApart
      this.#merges = next.merges
      this.graph = this.graph.headed(next.title, extraIn(next.extra))
    }
    return hasMoved
  }

  /** What another program did elsewhere in the graph than the pending changes: the order of the two is all the same. */
  #addExternal(step: Step): boolean {
    const after = apply(this.graph, step.change)
    if (isRefusal(after)) return false
    if (step.change.edits.length === 0) return true
    this.#history = withExternal(this.#history, step)
    this.#pending = this.#pending.map((pending) => ({
      ...pending,
      historyBefore: withExternal(pending.historyBefore, step)
    }))
    this.#show(after, step.change)
    return true
  }

  /** What another program did to the same records: it comes first, as main has it, and the pending changes anew on top. */
  #putUnder(step: Step): boolean {
    const pending = this.#pending
    this.#undoPending()
    if (!this.#addExternal(step)) return false
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
    const step = { change, at: own?.at ?? '', ...(own?.joins && { joins: true }) }
    this.#pending = [...this.#pending, { change, historyBefore: this.#history, step }]
    this.#history = withStep(this.#history, step)
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
