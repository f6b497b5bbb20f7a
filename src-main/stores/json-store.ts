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
import { type Opened, openPlace, type WriteRight } from './json/opening'
import type { ConflictAbout } from './json/pending-conflicts'
import type { Place } from './json/place'
import { saveToldAtClosing } from './json/told-at-closing'
import { type Processes, processes } from './lock/holder'
import { SyncFailure } from './replace-file'
import type { SessionStore } from './session-store'
import { StoreError } from './store'
import { TaskControl } from './task-control'

/** Options of a store; all but `force` and `onEvent` are for tests. */
export interface JsonStoreOptions {
  readonly fs?: FileSystem
  readonly processes?: Processes
  readonly now?: () => Date
  /** Takes the lock from a holder that cannot be seen from this machine. */
  readonly force?: boolean
  /** After how long without a change the file is rewritten, in milliseconds; Infinity: only on closing. */
  readonly idle?: number
  /** How often to check whether another program has changed the file, in milliseconds; Infinity: only before writing. */
  readonly poll?: number
  readonly onEvent?: (event: StoreEvent) => void
  /** Yields, progress and stop of the opening, which rejects with Stopped when it is stopped. */
  readonly control?: TaskControl
}

/** A journal of this many bytes is written to the file at once: reading a long one would make the next opening slow. */
const LONG_JOURNAL = 8 * 1024 * 1024
/** How often another program may change the file while we write it, before we try again later. */
const TRIES = 5

/** A graph in a file of our format: each change is saved in a journal beside it at once, and in the file later. */
export class JsonStore implements SessionStore {
  readonly link = undefined
  readonly #place: Place
  readonly #kept: JournalledGraph
  readonly #right: WriteRight | undefined
  readonly #onEvent: (event: StoreEvent) => void
  readonly #idle: number
  readonly #polling: NodeJS.Timeout | undefined
  /** Messages for the user about the opening. */
  readonly notices: readonly string[]
  /** Other states of the graph that can be saved under another name. */
  readonly recoverableVersions: readonly RecoverableVersion[]
  /** Whether the reason why nothing can be saved may pass by itself. */
  readonly mayPass: boolean
  /** The file by its hash where it says more than a graph here can, so that only a copy of it keeps all. */
  readonly newer: string | undefined
  #readOnly: string | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #compaction: Promise<void> | undefined
  #waiting: NodeJS.Timeout | undefined
  #lastTold = ''
  readonly #toldAtClosing = new Set<string>()
  #closing = false

  private constructor(
    { place, found, notices, atClosing, right, readOnly, mayPass }: Opened,
    options: JsonStoreOptions
  ) {
    const { idle = 30_000, poll = 2_000, onEvent = () => {} } = options
    this.#place = place
    this.#onEvent = (event) => {
      if (event.kind !== 'told' || event.message !== this.#lastTold) onEvent(event)
      if (event.kind === 'told') this.#lastTold = event.message
      if (this.#closing && event.kind !== 'read-only') this.#toldAtClosing.add(event.message)
    }
    this.#kept = new JournalledGraph(place, found, this.#onEvent)
    this.#right = right
    this.#idle = idle
    const { file } = found
    this.newer = file && 'graph' in file.reading && messages.notWhole(file.reading) ? file.hash : undefined
    this.#readOnly = readOnly
    this.notices = notices
    this.recoverableVersions = found.recoverableVersions
    this.mayPass = mayPass
    if (!right) return
    this.#inBackground(() => this.#inTurn(() => this.#guard(() => this.#begin(atClosing.length > 0))))
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

  async #begin(isTold: boolean) {
    await this.#kept.begin()
    if (isTold) await this.#place.fs.remove(this.#place.sidecar.toldAtClosing)
  }

  get name(): string {
    return this.#place.name
  }

  /** The file's path, links resolved. */
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

  /** Conflicts that the user has not decided yet. */
  get conflicts(): readonly Conflict[] {
    return this.#kept.conflicts
  }

  /** Removes conflicts that the user has decided; rejects with StoreError when that could not be saved. */
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

  /** Checks whether another program has changed the file, and merges its changes. */
  async look(): Promise<void> {
    if (this.#readOnly) return
    await this.#kept.readAhead()
    await this.#inTurn(() => this.#guard(() => this.#kept.look()))
    if (this.#kept.isBehind && !this.#waiting) this.#compactWhenIdle()
  }

  /** Rewrites the file, so that it holds every change. Rejects with StoreError; nothing is lost then. */
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
      // A write in progress may have begun before the last changes.
      await this.#compaction?.catch(() => {})
      await this.compact()
      if (!this.#readOnly) await this.#inTurn(() => this.#guard(() => this.#kept.forgetPrevious()))
      await this.#keepTold()
    } finally {
      clearTimeout(this.#waiting)
      this.#readOnly ??= messages.closed()
      await this.#inTurn(() => this.#kept.close().catch(() => {}))
      await this.#right?.release().catch(() => {})
    }
  }

  /** The window may be closing too. */
  async #keepTold() {
    if (this.#toldAtClosing.size === 0 || this.#readOnly) return
    await this.#inTurn(() => this.#guard(() => saveToldAtClosing(this.#place, [...this.#toldAtClosing])))
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

  /** Undefined where nothing can be written any more. */
  async #compactionStep<T>(step: () => Promise<T>): Promise<T | undefined> {
    if (this.#readOnly) return undefined
    return this.#guard(async () => {
      await this.#checkRight()
      return step()
    }, messages.notCompacted)
  }

  async #checkRight() {
    if (this.#readOnly) throw new StoreError(messages.sentence(this.#readOnly))
    const isOurs = await this.#right?.isOurs().catch((error) => {
      if (codeOf(error) !== 'ENOENT') throw error
      throw new StoreError(messages.sidecarGone(), { isFinal: true })
    })
    if (!isOurs) throw new StoreError(messages.lockLost(), { isFinal: true })
  }

  /** Turns system errors into StoreErrors; after some of them nothing more is saved here. */
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
