import type { Change } from '@core/change/change'
import type { OpenGraph, OpenResult, Output } from '@core/contract/contract'
import type { Graph } from '@core/graph/graph'
import { codeOf } from '../stores/error-messages'
import { type Copied, saveCopy } from '../stores/json/save-copy'
import { processes } from '../stores/lock/holder'
import type { Neo4jStoreEvent } from '../stores/neo4j-store'
import type { SessionStore } from '../stores/session-store'
import { StoreError } from '../stores/store'
import { Stopped, TaskControl } from '../stores/task-control'
import { Backups } from './backups'
import { readPlace } from './database-place'
import type { Dependencies } from './dependencies'
import { describe } from './describe'
import { failureMessage } from './failure-message'
import { Imports } from './importing'
import { mergedMessage } from './merged-message'
import { fileNameOf, openStore, shownName } from './open-store'
import { PartsAhead } from './parts-ahead'
import { Reading } from './reading'
import { withAll } from './with-all'

/** How long no change must have come before we believe that the window has no more to send, in milliseconds. */
const QUIET = 100

interface OpenedGraph {
  readonly handle: string
  readonly store: SessionStore
  /** What the window is reading of it, the latest last. */
  readings: readonly Reading[]
}

/** How many readings of one graph go on at once: a window that was loaded anew in the middle never ends the one before. */
const READINGS = 3

/** The one graph that is open. Opening, saving elsewhere and leaving wait for what is being saved. */
export class GraphSession {
  readonly #dependencies: Dependencies
  /** Backups, other states of the open graph, and what the user has to decide. */
  readonly backups = new Backups({
    storeOf: (handle) => this.#storeOf(handle),
    copy: (path, what) => this.#copy(path, what)
  })
  /** Other files on their way into the open graph. */
  readonly imports = new Imports({
    storeOf: (handle) => this.#storeOf(handle),
    begin: (path) => ({ fs: this.#dependencies.fs, control: this.#control(path) })
  })
  /** Parts of the next change, which come ahead of it. */
  readonly ahead = new PartsAhead()
  #open: OpenedGraph | undefined
  #startFile: string | undefined
  /** Databases that could not be opened at the start: what was open before them comes then. */
  readonly #passedOver = new Set<string>()
  #seen = false
  /** Counts what other programs did to the open graphs, so that the window can put it in order with its own changes. */
  #merges = 0
  /** Stops the opening that is under way. */
  #stopping: AbortController | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #committing = 0
  #lastCommit = 0

  constructor(dependencies: Dependencies, startFile?: string) {
    this.#dependencies = dependencies
    this.#startFile = startFile
  }

  /** What is open, or what opening the start-up file comes to: the file asked for, else the last one, else the seed graph. */
  current(): Promise<OpenResult> {
    return this.#inTurn(async () => {
      this.#seen = true
      if (this.#open) return { outcome: 'opened', graph: this.#describe(this.#open) }
      const startFile = this.#startFile
      // Once only: when it cannot be opened, the next question gets the usual file.
      this.#startFile = undefined
      if (startFile) return this.#openPath(startFile)
      const last = this.#dependencies.files.recentPaths.find((path) => !this.#passedOver.has(path))
      if (!last) return this.#openWorkingCopy()
      const result = await this.#openPath(last)
      if (readPlace(last)) {
        this.#passedOver.add(last)
        return result
      }
      return result.outcome === 'failed' ? this.#openWorkingCopy(result.message) : result
    })
  }

  /** Opens a file that the user named; what was open stays open if it cannot be. */
  open(path: string): Promise<OpenResult> {
    return this.#inTurn(() => this.#openPath(path))
  }

  openSeed(): Promise<OpenResult> {
    return this.#inTurn(() => this.#openWorkingCopy())
  }

  /** Ends the opening that is under way, if there is one; what was open stays open. */
  stop(): void {
    this.#stopping?.abort()
  }

  /** Takes a request from outside the window: what the window is to be told. Undefined while it has not asked yet: then it will get this file. */
  request(path: string): { readonly handle: string; readonly name: string } | undefined {
    if (this.#seen) return { handle: this.#dependencies.files.handle(path), name: shownName(path) }
    this.#startFile = path
    return undefined
  }

  /** A part of the records of what is open, as the reading with that id began. Throws StoreError when it is over. */
  read(handle: string, reading: string, part: number): Output<'graph:read'> {
    this.#storeOf(handle)
    const found = this.#open?.readings.find(({ id }) => id === reading)
    if (!this.#open || !found)
      throw new StoreError('The graph has been opened anew since, so that this reading of it is over.')
    const read = found.read(part)
    if (!read.more) this.#open.readings = this.#open.readings.filter((one) => one !== found)
    return read
  }

  /** Keeps a change, of which so many parts came ahead. */
  async commit(handle: string, change: Change, parts = 0): Promise<Output<'graph:commit'>> {
    this.#committing++
    try {
      await this.#storeOf(handle).commit(this.ahead.complete(change, parts))
      // No merge can have come in between: it reads the disk first, which takes longer than these few turns.
      return { outcome: 'saved', merges: this.#merges }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      const final = this.#open?.handle === handle && this.#open.store.readOnly !== undefined
      return { outcome: 'refused', message: error.message, merges: this.#merges, final }
    } finally {
      this.#committing--
      this.#lastCommit = Date.now()
    }
  }

  /** Writes what is open, with changes that could not be saved, to another file, which then is the open one. */
  saveAs(handle: string, path: string, unsaved: readonly Change[] = []): Promise<OpenResult> {
    return this.#inTurn(async () => {
      try {
        const { graph, newer, place } = this.#storeOf(handle)
        const isNewer = place && newer !== undefined && unsaved.length === 0
        const what = isNewer ? { path: place.path, hash: newer } : withAll(graph, unsaved)
        if (unsaved.length > 0 || !(await this.#isOpen(path))) await this.#copy(path, what)
      } catch (error) {
        return this.#failed(path, failureMessage(error, path))
      }
      return this.#openPath(path)
    })
  }

  /** The open graph, for drawing. Throws StoreError when the handle is not that of what is open. */
  graph(handle: string): Graph {
    return this.#storeOf(handle).graph
  }

  /** A name for a file that holds the open graph. Throws like graph(). */
  name(handle: string): string {
    return fileNameOf(this.#storeOf(handle))
  }

  /** The file that is open; undefined for a database. */
  get path(): string | undefined {
    return this.#open?.store.place?.path
  }

  /** Writes the open file anew, whole, and lets go of it. Rejects with StoreError when it could not be written: nothing is lost then. */
  async close(): Promise<void> {
    this.stop()
    await this.quiet()
    await this.#inTurn(async () => this.#open?.store.close())
  }

  /** Waits until nothing is being saved and the window has had time to send what it still held back. */
  async quiet(): Promise<void> {
    while (this.#committing > 0 || Date.now() - this.#lastCommit < QUIET)
      await new Promise((resolve) => setTimeout(resolve, QUIET / 4))
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(task)
    this.#turn = done.catch(() => {})
    return done
  }

  async #openWorkingCopy(failure?: string): Promise<OpenResult> {
    let copy: Awaited<ReturnType<Dependencies['workingCopy']>>
    try {
      copy = await this.#dependencies.workingCopy()
    } catch (error) {
      return this.#failed('the seed graph', failure ?? failureMessage(error, 'the working copy of the seed graph'))
    }
    const isNew = copy.isNew
      ? 'This is your own working copy of the seed graph. The original stays as it is.'
      : undefined
    return this.#openPath(copy.path, failure ?? isNew)
  }

  async #openPath(path: string, notice?: string): Promise<OpenResult> {
    const { fs, files, databases } = this.#dependencies
    const control = this.#control(path)
    const handle = files.handle(path)
    let store: SessionStore
    try {
      await this.quiet()
      const same = await this.#isOpen(path)
      if (same && !same.readOnly) {
        await same.look()
        return this.#opened(path, same, notice)
      }
      // Only one of us may write to it, and we are both.
      await same?.close()
      const found = await openStore(path, { fs, databases, control, onEvent: (event) => this.#hear(event, handle) })
      if ('outcome' in found) return { ...found, handle }
      store = found
    } catch (error) {
      if (error instanceof Stopped) return { outcome: 'cancelled' }
      if (!(error instanceof StoreError)) throw error
      if (codeOf(error.cause) === 'ENOENT') files.forget(path)
      return this.#failed(path, error.message, error.problems)
    }
    // Whatever could not be written to the file yet is in its journal, and comes back with it.
    const left = await this.#open?.store.close().then(
      () => undefined,
      (error) => failureMessage(error, path)
    )
    return this.#opened(path, store, left, notice, ...store.notices)
  }

  #control(path: string): TaskControl {
    this.#stopping = new AbortController()
    const name = shownName(path)
    return new TaskControl({
      signal: this.#stopping.signal,
      onProgress: (doing, done) => this.#dependencies.onProgress?.({ name, doing, done })
    })
  }

  #opened(path: string, store: SessionStore, ...told: readonly (string | undefined)[]): OpenResult {
    const { files, onOpened } = this.#dependencies
    this.#open = { handle: files.handle(path), store, readings: [] }
    files.remember(path)
    onOpened(store.name)
    return { outcome: 'opened', graph: this.#describe(this.#open, ...told) }
  }

  #describe(open: OpenedGraph, ...told: readonly (string | undefined)[]): OpenGraph {
    const { handle, store } = open
    const reading = new Reading(store.graph)
    open.readings = [...open.readings.slice(1 - READINGS), reading]
    return describe(store, { handle, reading: reading.id, merges: this.#merges }, told)
  }

  #hear(event: Neo4jStoreEvent, handle: string) {
    const { onMerged, onReadOnly, onTold, onStorageStatus } = this.#dependencies
    switch (event.kind) {
      case 'connection': {
        const link = this.#open?.handle === handle ? this.#open.store.link : undefined
        if (link) onStorageStatus?.({ handle, ...link })
        return
      }
      case 'told':
        return onTold?.(event.message)
      case 'read-only':
        return onReadOnly?.({ handle, reason: event.reason })
      case 'merged': {
        this.#merges++
        // What is only just being opened is described as it is then.
        if (this.#open?.handle !== handle) return
        return onMerged?.(mergedMessage(handle, this.#merges, this.#open.store, event))
      }
    }
  }

  async #copy(path: string, what: Copied): Promise<void> {
    if (await this.#isOpen(path)) throw new StoreError('That file is open here. Choose another name.')
    await saveCopy({ fs: this.#dependencies.fs, processes, now: () => new Date() }, path, what)
  }

  /** The open store, if that is where a path or place leads. */
  async #isOpen(path: string): Promise<SessionStore | undefined> {
    const { handle, store } = this.#open ?? {}
    if (!store?.place) return handle === this.#dependencies.files.handle(path) ? store : undefined
    const real = await this.#dependencies.fs.resolve(path).catch(() => path)
    return store.place.path === real ? store : undefined
  }

  #failed(path: string, message: string, problems: StoreError['problems'] = []): OpenResult {
    const again = readPlace(path) && { again: this.#dependencies.files.handle(path) }
    return { outcome: 'failed', name: shownName(path), message, problems: [...problems], ...again }
  }

  #storeOf(handle: string): SessionStore {
    if (this.#open?.handle !== handle)
      throw new StoreError('Another file is open now, so nothing was done with this one.')
    return this.#open.store
  }
}
