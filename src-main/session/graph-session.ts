import type { Change } from '@core/change/change'
import type { OpenGraph, OpenResult, Output } from '@core/contract/contract'
import type { Graph } from '@core/graph/graph'
import { farPlacesNotice } from '@core/view/bounded-places'
import { type Copied, saveCopy } from '../stores/json/save-copy'
import { processes } from '../stores/lock/holder'
import type { Neo4jStoreEvent } from '../stores/neo4j-store'
import type { SessionStore } from '../stores/session-store'
import { StoreError } from '../stores/store'
import { Stopped, TaskControl } from '../stores/task-control'
import { Backups } from './backups'
import { Comparisons } from './comparing'
import { Conflicts } from './conflicts'
import { copyOf } from './copy-of'
import { readPlace } from './database-place'
import type { Dependencies } from './dependencies'
import { describe } from './describe'
import { failureMessage } from './failure-message'
import { FirstFile } from './first-file'
import { hearStore } from './hear-store'
import { type ImportDependencies, Imports } from './importing'
import { fileNameOf, openAgain, openStore, otherNameNotice, shownName, whyNotClosed } from './open-store'
import { PartsAhead } from './parts-ahead'
import { Quiet } from './quiet'
import { Readings } from './reading'
import { isFileOf, underOtherName } from './same-file'
import { Tables } from './tables'
import { Turns } from './turns'
import { withoutViews } from './without-views'
import { copyToOpen } from './working-copy'

interface OpenedGraph {
  readonly handle: string
  readonly store: SessionStore
  readonly readings: Readings
}

/** The open graph. Opening, saving as and closing wait until pending changes are saved. */
export class GraphSession {
  readonly #dependencies: Dependencies
  /** Earlier and other states of the open graph. */
  readonly backups = new Backups({
    storeOf: (handle) => this.#storeOf(handle),
    copy: (path, what) => this.#copy(path, what)
  })
  /** What the user has to decide. */
  readonly conflicts = new Conflicts((handle) => this.#storeOf(handle))
  readonly #reading: ImportDependencies = {
    storeOf: (handle) => this.#storeOf(handle),
    begin: (path) => ({ fs: this.#dependencies.fs, control: this.#control(path) })
  }
  /** Compares the open graph with other files, and its entities with each other; adds other files and tables to it. */
  readonly comparisons = new Comparisons(this.#reading)
  readonly imports = new Imports(this.#reading)
  readonly tables = new Tables({ ...this.#reading, kept: () => this.#dependencies.mappings })
  /** Parts of the next change, sent ahead of it. */
  readonly ahead = new PartsAhead()
  #open: OpenedGraph | undefined
  readonly #first: FirstFile
  #seen = false
  /** Number of merges of other programs' changes, so that the window can order them with its own. */
  #merges = 0
  /** Stops the current opening. */
  #stopping: AbortController | undefined
  readonly #turns = new Turns()
  readonly #quiet = new Quiet()

  constructor(dependencies: Dependencies, startFile?: string) {
    this.#dependencies = dependencies
    this.#first = new FirstFile(dependencies.files, dependencies.lastStart, startFile)
  }

  /** The open graph; if there is none, opens the requested file, else, where `usual`, the last one, else the seed graph. */
  current(usual = true): Promise<OpenResult> {
    return this.#turns.take(async () => {
      this.#seen = true
      if (this.#open) return { outcome: 'opened', graph: this.#describe(this.#open) }
      const first = this.#first.next()
      if (first?.how !== 'wanted' && (!usual || this.#first.isOver)) return { outcome: 'cancelled' }
      if (!first) return this.#openWorkingCopy()
      const { path, how } = first
      const isFile = readPlace(path) === undefined
      const shown = { handle: this.#dependencies.files.handle(path), name: shownName(path) }
      if (how === 'ended') return { outcome: 'interrupted', ...shown, hasCopy: isFile }
      if (how === 'unasked' && !isFile) this.#first.passOver(path)
      return this.#openPath(path)
    })
  }

  /** Opens a file. If that fails, the graph that was open stays open. */
  open(path: string): Promise<OpenResult> {
    return this.#turns.take(() => this.#openPath(path))
  }

  /** Opens a copy of a file that has no views, made beside it. */
  openWithoutViews(path: string): Promise<OpenResult> {
    return this.#openMade(path, async () => {
      const copy = await withoutViews(path, this.#dependencies.fs, this.#control(path))
      return this.#copy(copy.path, copy.graph)
    })
  }

  /** Writes a graph to a file and opens that. */
  create(path: string, graph: Graph): Promise<OpenResult> {
    return this.#openMade(path, () => this.#copy(path, graph))
  }

  /** Writes the open graph to its file and closes it; answers what could not be done, in a sentence. Nothing is lost then. */
  closeGraph(handle: string): Promise<string | undefined> {
    return this.#turns.take(async () => {
      const { store } = this.#openedAs(handle)
      await this.#quiet.come()
      this.#first.end()
      this.#open = undefined
      this.#dependencies.onOpened('')
      return whyNotClosed(store)
    })
  }

  /** The window has drawn what is open. */
  drawn(handle: string): void {
    if (this.#open?.handle === handle) this.#dependencies.lastStart?.end()
  }

  openSeed(): Promise<OpenResult> {
    return this.#turns.take(() => this.#openWorkingCopy())
  }

  /** Stops the current opening, if any. The graph that was open stays open. */
  stop(): void {
    this.#stopping?.abort()
  }

  /** Handles an OS open-file request: answers what to tell the window. Undefined before the window's first request, which then opens this file. */
  request(path: string): { readonly handle: string; readonly name: string } | undefined {
    if (this.#seen) return { handle: this.#dependencies.files.handle(path), name: shownName(path) }
    this.#first.request(path)
    return undefined
  }

  /** A part of the open graph's records, as of the start of that reading. Throws StoreError when the reading is over. */
  read(handle: string, reading: string, part: number): Output<'graph:read'> {
    return this.#openedAs(handle).readings.read(reading, part)
  }

  /** Saves a change, of which `parts` parts were sent ahead. */
  commit(handle: string, change: Change, parts = 0): Promise<Output<'graph:commit'>> {
    return this.#quiet.during(async () => {
      try {
        await this.#storeOf(handle).commit(this.ahead.complete(change, parts))
        // A graph that can be changed is on the screen.
        this.drawn(handle)
        // No merge can have happened in between: it reads the disk first, which takes longer than these few turns.
        return { outcome: 'saved', merges: this.#merges }
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        const final = this.#open?.handle === handle && this.#open.store.readOnly !== undefined
        return { outcome: 'refused', message: error.message, merges: this.#merges, final }
      }
    })
  }

  /** Saves the open graph, with unsaved changes, to another file, which is then the open one. */
  saveAs(handle: string, path: string, unsaved: readonly Change[] = []): Promise<OpenResult> {
    return this.#openMade(path, async () => {
      const what = copyOf(this.#storeOf(handle), unsaved)
      return unsaved.length === 0 && (await this.#isOpen(path)) ? path : this.#copy(path, what)
    })
  }

  /** The open graph. Throws StoreError when the handle is another graph's. */
  graph(handle: string): Graph {
    return this.#storeOf(handle).graph
  }

  /** A file name for the open graph. Throws like graph(). */
  name(handle: string): string {
    return fileNameOf(this.#storeOf(handle))
  }

  /** Path of the open file; undefined for a database. */
  get path(): string | undefined {
    return this.#open?.store.place?.path
  }

  /** Rewrites the open file and closes it. Rejects with StoreError when it could not be written; nothing is lost then. */
  async close(): Promise<void> {
    this.stop()
    await this.#quiet.come()
    await this.#dependencies.lastStart?.close()
    await this.#turns.take(async () => this.#open?.store.close())
  }

  async #openWorkingCopy(): Promise<OpenResult> {
    const copy = await copyToOpen(this.#dependencies.workingCopy)
    return 'message' in copy ? this.#failed('the seed graph', copy.message) : this.#openPath(copy.path, copy.notice)
  }

  /** Opens a file once it is made; `make` resolves to its path. */
  #openMade(path: string, make: () => Promise<string>): Promise<OpenResult> {
    const failed = (error: unknown): OpenResult =>
      error instanceof Stopped ? { outcome: 'cancelled' } : this.#failed(path, failureMessage(error, path))
    return this.#turns.take(() => make().then((made) => this.#openPath(made), failed))
  }

  async #openPath(path: string, notice?: string): Promise<OpenResult> {
    await this.#dependencies.lastStart?.begin(path)
    const result = await this.#openNow(path, notice)
    if (result.outcome !== 'opened') this.#dependencies.lastStart?.end()
    return result
  }

  async #openNow(path: string, notice?: string): Promise<OpenResult> {
    const { fs, files, databases } = this.#dependencies
    const handle = files.handle(path)
    const onEvent = (event: Neo4jStoreEvent) => this.#hear(event, handle)
    const tools = { fs, databases, control: this.#control(path), onEvent }
    let store: SessionStore
    try {
      await this.#quiet.come()
      const same = await this.#isOpen(path)
      if (same && !same.readOnly) {
        await same.look()
        return this.#opened(path, same, notice)
      }
      const open = this.#open && (await underOtherName(this.#open.store, path, fs))
      if (open) return this.#opened(open.path, open.store, notice, otherNameNotice(path, open.store.name))
      // Only one store may write to a file, and both would be ours.
      await same?.close()
      const found = await openStore(path, tools)
      if ('outcome' in found) return { ...found, handle }
      store = found
    } catch (error) {
      if (error instanceof Stopped) return { outcome: 'cancelled' }
      if (!(error instanceof StoreError)) throw error
      return this.#failed(path, error.message, error.problems)
    }
    // What could not be written to the file yet is in its journal, and is read again with it.
    const left = this.#open && (await whyNotClosed(this.#open.store))
    // Until now the one that was open here may have held the right to write.
    const may = store.mayPass && this.#open ? await openAgain(path, store, tools) : store
    return this.#opened(path, may, left, notice, ...may.notices)
  }

  #control(path: string): TaskControl {
    this.#stopping = new AbortController()
    return new TaskControl({
      signal: this.#stopping.signal,
      onProgress: (doing, done) => this.#dependencies.onProgress?.({ name: shownName(path), doing, done })
    })
  }

  #opened(path: string, store: SessionStore, ...told: readonly (string | undefined)[]): OpenResult {
    const { files, onOpened } = this.#dependencies
    this.#open = { handle: files.handle(path), store, readings: new Readings() }
    files.remember(path, { title: store.graph.title, entities: store.graph.all('entity').size })
    onOpened(store.name)
    told = [...told, farPlacesNotice(store.graph.all('view').values())]
    return { outcome: 'opened', graph: this.#describe(this.#open, ...told) }
  }

  #describe({ handle, store, readings }: OpenedGraph, ...told: readonly (string | undefined)[]): OpenGraph {
    const [reading, lastSeen] = [readings.begin(store.graph), this.#dependencies.files.lastSeen(handle)]
    return describe(store, { handle, reading, merges: this.#merges, lastSeen }, told)
  }

  #hear(event: Neo4jStoreEvent, handle: string) {
    if (event.kind === 'merged') this.#merges++
    const open = this.#open?.handle === handle ? this.#open.store : undefined
    hearStore(event, this.#dependencies, { handle, open, merges: this.#merges })
  }

  async #copy(path: string, what: Copied): Promise<string> {
    if (await this.#isOpen(path)) throw new StoreError('That file is open here. Choose another name.')
    await saveCopy({ fs: this.#dependencies.fs, processes, now: () => new Date() }, path, what)
    return path
  }

  /** The open store, if its path or place is this one. */
  async #isOpen(path: string): Promise<SessionStore | undefined> {
    const { handle, store } = this.#open ?? {}
    if (!store?.place) return handle === this.#dependencies.files.handle(path) ? store : undefined
    return (await isFileOf(store, path, this.#dependencies.fs)) ? store : undefined
  }

  #failed(path: string, message: string, problems: StoreError['problems'] = []): OpenResult {
    const again = readPlace(path) && { again: this.#dependencies.files.handle(path) }
    return { outcome: 'failed', name: shownName(path), message, problems: [...problems], ...again }
  }

  #storeOf(handle: string): SessionStore {
    return this.#openedAs(handle).store
  }

  #openedAs(handle: string): OpenedGraph {
    if (this.#open?.handle !== handle)
      throw new StoreError('Another file is open now, so nothing was done with this one.')
    return this.#open
  }
}
