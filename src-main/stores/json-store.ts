import type { Change } from '@core/change/change'
import type { Conflict } from '@core/change/merge-three'
import type { Graph } from '@core/graph/graph'
import { codeOf, whyNot } from './error-messages'
import { disk, type FileSystem } from './file-system'
import { JournalFailure } from './journal/journal'
import type { RecoverableVersion } from './json/assess'
import type { StoreEvent } from './json/events'
import { JournalledGraph } from './json/journalled-graph'
import * as messages from './json/messages'
import { type Opened, openPlace } from './json/opening'
import type { ConflictAbout } from './json/pending-conflicts'
import type { Place } from './json/place'
import { type Processes, processes } from './lock/holder'
import type { Lock } from './lock/lock'
import { SyncFailure } from './replace-file'
import type { SessionStore } from './session-store'
import { StoreError } from './store'
import { TaskControl } from './task-control'

/** What a store works with; all but `force` and `onEvent` for tests. */
export interface JsonStoreOptions {
  readonly fs?: FileSystem
  readonly processes?: Processes
  readonly now?: () => Date
  /** Takes the right to write from a holder that cannot be seen from this machine. */
  readonly force?: boolean
  /** After how long without a change the file is written anew, in milliseconds; Infinity: not before it is closed. */
  readonly idle?: number
  /** How often we look whether another program has changed the file, in milliseconds; Infinity: only before it is written. */
  readonly poll?: number
  readonly onEvent?: (event: StoreEvent) => void
  /** How the opening lets others have their turn, says how far it is, and is stopped; it rejects with Stopped then. */
  readonly control?: TaskControl
}

/** A journal of so many bytes is worked into the file at once: reading a long one would make the next opening slow. */
const LONG_JOURNAL = 8 * 1024 * 1024
/** How often another program may get in our way before we leave the file for later. */
const TRIES = 5

/** A graph in a file of our format: each change is kept in a journal beside it at once, and in the file later. */
export class JsonStore implements SessionStore {
  readonly link = undefined
  readonly #place: Place
  readonly #kept: JournalledGraph
  readonly #lock: Lock | undefined
  readonly #onEvent: (event: StoreEvent) => void
  readonly #idle: number
  readonly #polling: NodeJS.Timeout | undefined
  /** What the user should know about the opening, a sentence or two each. */
  readonly notices: readonly string[]
  /** Other states of the graph that can be saved under another name. */
  readonly recoverableVersions: readonly RecoverableVersion[]
  /** Whether the reason why nothing can be kept may pass by itself. */
  readonly mayPass: boolean
  /** The file by its hash where it says more than this version understands, so that only a copy of it keeps all. */
  readonly newer: string | undefined
  #readOnly: string | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #compaction: Promise<void> | undefined
  #waiting: NodeJS.Timeout | undefined
  #lastTold = ''
  #closing = false

  private constructor({ place, found, notices, lock, readOnly, mayPass }: Opened, options: JsonStoreOptions) {
    const { idle = 30_000, poll = 2_000, onEvent = () => {} } = options
    this.#place = place
    this.#onEvent = (event) => {
      if (event.kind !== 'told' || event.message !== this.#lastTold) onEvent(event)
      if (event.kind === 'told') this.#lastTold = event.message
    }
    this.#kept = new JournalledGraph(place, found, this.#onEvent)
    this.#lock = lock
    this.#idle = idle
    const { file } = found
    this.newer = file && 'graph' in file.reading && file.reading.newer ? file.hash : undefined
    this.#readOnly = readOnly
    this.notices = notices
    this.recoverableVersions = found.recoverableVersions
    this.mayPass = mayPass
    if (!lock) return
    this.#inBackground(() => this.#inTurn(() => this.#guard(() => this.#kept.begin())))
    if (this.#kept.isBehind) this.#compactWhenIdle()
    if (poll < Infinity) this.#polling = setInterval(() => this.#inBackground(() => this.look()), poll).unref()
  }

  /** Opens a file and checks all of it; rejects with StoreError. What can be read but not written is opened read-only. */
  static async open(path: string, options: JsonStoreOptions = {}): Promise<JsonStore> {
    const { fs = disk, now = () => new Date(), force = false, control = new TaskControl() } = options
    return new JsonStore(
      await openPlace(path, { fs, now, force, control, processes: options.processes ?? processes }),
      options
    )
  }

  get name(): string {
    return this.#place.name
  }

  /** Where the file really is, links followed. */
  get path(): string {
    return this.#place.path
  }

  /** The file and the folder beside it. */
  get place(): Place {
    return this.#place
  }

  get graph(): Graph {
    return this.#kept.graph
  }

  get readOnly(): string | undefined {
    return this.#readOnly
  }

  /** Where two sides changed the same thing, each in its own way, and the user has not decided yet. */
  get conflicts(): readonly Conflict[] {
    return this.#kept.conflicts
  }

  /** Forgets conflicts that the user has decided; rejects with StoreError when that could not be written down. */
  decide(decided: readonly ConflictAbout[]): Promise<void> {
    return this.#inTurn(() =>
      this.#guard(async () => {
        await this.#checkRight()
        await this.#kept.decide(decided)
      })
    )
  }

  commit(change: Change): Promise<void> {
    return this.#inTurn(async () => {
      await this.#guard(async () => {
        await this.#checkRight()
        await this.#kept.commit(change)
      })
      if (this.#kept.journalSize > LONG_JOURNAL) this.#inBackground(() => this.compact())
      else this.#compactWhenIdle()
    })
  }

  /** Looks whether another program has changed the file, and takes in what it did. */
  async look(): Promise<void> {
    if (this.#readOnly) return
    await this.#kept.readAhead()
    await this.#inTurn(() => this.#guard(() => this.#kept.look()))
    if (this.#kept.isBehind && !this.#waiting) this.#compactWhenIdle()
  }

  /** Writes the file anew, so that it holds every change. Rejects with StoreError; nothing is lost then. */
  compact(): Promise<void> {
    this.#compaction ??= this.#compact().finally(() => {
      this.#compaction = undefined
    })
    return this.#compaction
  }

  async close(): Promise<void> {
    this.#closing = true
    clearInterval(this.#polling)
    try {
      // One that is under way may have begun before the last changes.
      await this.#compaction?.catch(() => {})
      await this.compact()
      if (!this.#readOnly) await this.#inTurn(() => this.#guard(() => this.#kept.forgetPrevious()))
    } finally {
      clearTimeout(this.#waiting)
      this.#readOnly ??= messages.closed()
      await this.#inTurn(() => this.#kept.close().catch(() => {}))
      await this.#lock?.release().catch(() => {})
    }
  }

  async #compact() {
    for (let tries = 0; tries < TRIES; tries++) {
      await this.#kept.readAhead()
      const ready = await this.#inTurn(() => this.#compactionStep(() => this.#kept.ready({ closing: this.#closing })))
      if (!ready) return
      const next = await this.#guard(() => this.#kept.writeNext(ready), messages.notCompacted)
      const isDone = await this.#inTurn(() => this.#compactionStep(() => this.#kept.replace(next, ready)))
      if (isDone !== false) return
    }
    throw new StoreError(messages.overtaken(this.name))
  }

  /** Undefined where nothing may be written any more. */
  async #compactionStep<T>(step: () => Promise<T>): Promise<T | undefined> {
    if (this.#readOnly) return undefined
    return this.#guard(async () => {
      await this.#checkRight()
      return step()
    }, messages.notCompacted)
  }

  async #checkRight() {
    if (this.#readOnly) throw new StoreError(messages.sentence(this.#readOnly))
    const isOurs = await this.#lock?.isOurs().catch((error) => {
      if (codeOf(error) !== 'ENOENT') throw error
      throw new StoreError(messages.sidecarGone(), { isFinal: true })
    })
    if (!isOurs) throw new StoreError(messages.lockLost(), { isFinal: true })
  }

  /** Puts the system's errors into words; after some of them nothing more is saved here. */
  async #guard<T>(task: () => Promise<T>, say = messages.notSaved): Promise<T> {
    try {
      return await task()
    } catch (error) {
      if (error instanceof SyncFailure || error instanceof JournalFailure)
        throw this.#stop(new StoreError(messages.notSynced(), { cause: error }))
      if (error instanceof StoreError) throw error.isFinal ? this.#stop(error) : error
      const { why, todo } = whyNot(error)
      throw new StoreError(say(this.name, why, todo), { cause: error })
    }
  }

  #stop(error: StoreError): StoreError {
    clearTimeout(this.#waiting)
    clearInterval(this.#polling)
    this.#readOnly = error.message
    this.#onEvent({ kind: 'read-only', reason: error.message })
    return new StoreError(messages.sentence(error.message), { isFinal: true, cause: error.cause })
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task)
    this.#queue = done.catch(() => {})
    return done
  }

  #inBackground(task: () => Promise<unknown>) {
    task().catch((error) => {
      if (!(error instanceof StoreError)) throw error
      if (!error.isFinal) this.#onEvent({ kind: 'told', message: error.message })
    })
  }

  #compactWhenIdle() {
    clearTimeout(this.#waiting)
    if (this.#idle === Infinity || this.#closing || this.#readOnly) return
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined
      this.#inBackground(() => this.compact())
    }, this.#idle).unref()
  }
}
