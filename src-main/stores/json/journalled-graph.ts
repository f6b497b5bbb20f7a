import { setTimeout as wait } from 'node:timers/promises'
import { apply, type Change } from '@core/change/change'
import type { Conflict } from '@core/change/merge-three'
import { isRefusal } from '@core/change/refusal'
import { faultAfter } from '@core/formats/entente/fault-after'
import type { Graph } from '@core/graph/graph'
import type { Entry } from '../journal/chain'
import { StoreError } from '../store'
import { type AssessedFile, isSameHead, type Snapshot } from './assess'
import { Overtaken } from './compaction'
import type { GraphContent } from './content'
import type { StoreEvent } from './events'
import { JournalledFile } from './journalled-file'
import { type TakenIn, takeIn, withoutEntries } from './merging'
import * as messages from './messages'
import { type ConflictAbout, distinct, isAbout, saveConflicts } from './pending-conflicts'
import type { Place } from './place'

/** What is to be written to the file. */
export interface Ready {
  readonly graph: Graph
  readonly entries: readonly Entry[]
  readonly changes: number
}

/** How often, and how many milliseconds apart, a file is read again that another program may still be writing. */
const PATIENCE = { tries: 5, pause: 200 }

/**
 * A graph, the journal of its changes, and the file that they are written to in the end. Callers wait for each step before the
 * next, writeNext excepted. Rejects with StoreError, and with SyncFailure, JournalFailure or Node's error.
 */
export class JournalledGraph {
  readonly #place: Place
  readonly #file: JournalledFile
  readonly #onEvent: (event: StoreEvent) => void
  #graph: Graph
  #conflicts: readonly Conflict[]
  /** The hash of a file that another program wrote and that is no graph. */
  #spoilt: string | undefined

  constructor(place: Place, found: AssessedFile, onEvent: (event: StoreEvent) => void) {
    this.#place = place
    this.#file = new JournalledFile(place, found)
    this.#onEvent = onEvent
    this.#graph = found.graph
    this.#conflicts = found.conflicts
  }

  get graph(): Graph {
    return this.#graph
  }

  get conflicts(): readonly Conflict[] {
    return this.#conflicts
  }

  /** Whether the file holds less than the journal. */
  get isBehind(): boolean {
    return this.#file.isBehind
  }

  /** In bytes. */
  get journalSize(): number {
    return this.#file.journalSize
  }

  /** Makes the sidecar ready for changes; can be tried again. */
  async begin(): Promise<void> {
    if (this.#file.hasBegun) return
    if (this.#conflicts.length > 0) await saveConflicts(this.#place, this.#conflicts)
    const { late } = await this.#file.begin(this.#before())
    if (late) this.#tell(messages.late(this.#place.name))
  }

  /** Saves a change durably, or rejects and saves none of it. */
  async commit(change: Change): Promise<void> {
    const after = apply(this.#graph, change)
    if (isRefusal(after)) throw new StoreError(after.refused)
    const fault = faultAfter(after, change)
    if (fault) throw new StoreError(`“${change.label}” was not saved: ${fault.message}`, { problems: [fault] })
    await this.begin()
    await this.#file.append(this.#entry(change))
    this.#graph = after
  }

  /** Forgets conflicts that the user has decided, durably. */
  async decide(decided: readonly ConflictAbout[]): Promise<void> {
    const left = this.#conflicts.filter((conflict) => !decided.some((about) => isAbout(conflict, about)))
    if (left.length === this.#conflicts.length) return
    await this.begin()
    await saveConflicts(this.#place, left)
    this.#conflicts = left
  }

  /** Makes the next look() fast; may run beside other steps. */
  readAhead(): Promise<void> {
    return this.#file.known.readAhead()
  }

  /** Reads the file and merges changes of other programs. Answers whether the file is now something that is no graph. */
  async look(): Promise<boolean> {
    const { known } = this.#file
    const look = await known.look()
    switch (look.found) {
      case 'same':
        this.#spoilt = undefined
        return false
      case 'gone':
        if (known.hash !== undefined) this.#tell(messages.takenAway(this.#place.name))
        known.accept(undefined)
        return false
      case 'blocked':
        throw new StoreError(messages.blocked(this.#place.name))
      case 'changed':
        return this.#takeIn(look.content)
    }
  }

  /** What is to be written to the file, if anything. A damaged file is replaced only on closing. */
  async ready({ closing }: { readonly closing: boolean }): Promise<Ready | undefined> {
    await this.begin()
    let isSpoilt = await this.look()
    // A program that is still writing gets time to finish.
    for (let tries = 1; isSpoilt && closing && tries < PATIENCE.tries; tries++) {
      await wait(PATIENCE.pause)
      isSpoilt = await this.look()
    }
    if (!this.isBehind || (isSpoilt && !closing)) return undefined
    return { graph: this.#graph, entries: this.#file.entries, changes: this.#file.entries.length }
  }

  /** Writes it beside the file; changes may be saved meanwhile. */
  writeNext({ graph, entries, changes }: Ready): Promise<Snapshot> {
    // Another program's changes may have come in between: then all is done again anyway.
    const made = this.#file.entries === entries ? entries.slice(0, changes) : undefined
    return this.#file.writeNext(graph, made)
  }

  /** Replaces the file with it; false where another program was faster, and everything has to be done again. */
  async replace(next: Snapshot, { entries, changes }: Ready): Promise<boolean> {
    await this.look()
    if (this.#file.entries !== entries) return false
    const before = this.#before()
    await this.forgetPrevious(before)
    try {
      await this.#file.replace(next, changes)
    } catch (error) {
      if (error instanceof Overtaken) return false
      throw error
    }
    await this.#takeInLate(before)
    return true
  }

  /** Removes the old file that was moved out of its place, if no program has written to it. */
  async forgetPrevious(before = this.#before()): Promise<void> {
    await this.#takeInLate(before)
    await this.#file.forgetPrevious()
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  async #takeIn(content: GraphContent): Promise<boolean> {
    const { name } = this.#place
    const { reading } = content
    const notWhole = 'graph' in reading ? messages.notWhole(reading) : undefined
    if (notWhole !== undefined) throw new StoreError(notWhole, { isFinal: true })
    const taken = 'graph' in reading ? takeIn(this.#before(), this.#graph, reading.graph) : undefined
    if (!taken) {
      // Told only when it is so twice: until then it may be half written.
      if (this.#spoilt === content.hash) this.#tell(messages.spoiltWhileOpen(name))
      this.#spoilt = content.hash
      return true
    }
    await this.begin()
    await this.#keepConflicts(taken)
    const ours = taken.onTheirs.edits.length > 0 ? [this.#entry(taken.onTheirs)] : []
    // It is being written right now: read it again later.
    if (!(await this.#file.rebase(content, ours))) return true
    this.#merged(taken)
    return false
  }

  /** Merges what was written to the file just after it was moved out of its place. */
  async #takeInLate(before: Graph) {
    const reading = await this.#file.lateEdit()
    if (!reading) return
    const taken =
      'graph' in reading && messages.notWhole(reading) === undefined
        ? takeIn(before, this.#graph, reading.graph)
        : undefined
    if (!taken) return this.#tell(messages.late(this.#place.name))
    await this.#keepConflicts(taken)
    if (taken.onOurs.edits.length > 0) await this.#file.append(this.#entry(taken.onOurs))
    this.#merged(taken)
  }

  async #keepConflicts({ conflicts }: TakenIn) {
    if (conflicts.length === 0) return
    const all = distinct([...this.#conflicts, ...conflicts])
    await saveConflicts(this.#place, all)
    this.#conflicts = all
  }

  #merged({ graph, onOurs, conflicts, records }: TakenIn) {
    const isNamedAnew = !isSameHead(this.#graph, graph)
    this.#graph = graph
    this.#spoilt = undefined
    if (records === 0 && !isNamedAnew) return
    const message = messages.merged(this.#place.name, records, conflicts.length)
    this.#onEvent({ kind: 'merged', change: onOurs, conflicts, message })
  }

  /** The graph of the file as last read. */
  #before = () => withoutEntries(this.#graph, this.#file.unheld)

  #entry = (change: Change): Entry => ({ at: this.#place.now().toISOString(), change })

  #tell = (message: string) => this.#onEvent({ kind: 'told', message })
}
