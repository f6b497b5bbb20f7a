import { basename, dirname } from 'node:path'
import type { Change } from '@core/change/change'
import type { OpenGraph, OpenResult, Output, Payload } from '@core/contract/contract'
import { headOf } from '@core/contract/parts'
import type { Graph } from '@core/graph/graph'
import type { Files } from './files'
import { Imports } from './importing'
import { PartsAhead } from './parts-ahead'
import { Reading } from './reading'
import { codeOf, whyNot } from './stores/error-words'
import type { FileSystem } from './stores/file-system'
import type { StoreEvent } from './stores/json/events'
import { saveCopy } from './stores/json/save-copy'
import { JsonStore } from './stores/json-store'
import { processes } from './stores/lock/holder'
import { Pace, Stopped } from './stores/pace'
import { StoreError } from './stores/store'

/** How long no change must have come before we believe that the window has no more to send, in milliseconds. */
const QUIET = 100

interface OnDesk {
  readonly handle: string
  readonly store: JsonStore
  /** What the window is reading of it, the latest last. */
  readings: readonly Reading[]
}

/** How many readings of one graph go on at once: a window that was loaded anew in the middle never ends the one before. */
const READINGS = 3

/** What the desk works with. `workingCopy` answers where the user's own copy of the seed graph is, and makes it if need be. */
export interface DeskTools {
  readonly fs: FileSystem
  readonly files: Files
  readonly workingCopy: () => Promise<{ readonly path: string; readonly isNew: boolean }>
  /** Called with the name of each file that is opened. */
  readonly onOpened: (name: string) => void
  /** Called when another program's changes came into the open graph, so that the window asks for it again. */
  readonly onOutsideChange?: (file: { readonly handle: string; readonly name: string }) => void
  /** Called now and then while something is being opened. */
  readonly onProgress?: (progress: Payload<'graph:progress'>) => void
  /** Called with what the user should know and did not ask for. */
  readonly onTold?: (message: string) => void
}

/** The one graph that is open. Opening, saving elsewhere and leaving wait for what is being saved. */
export class Desk {
  readonly #tools: DeskTools
  /** Other files on their way into the open graph. */
  readonly imports: Imports
  #open: OnDesk | undefined
  #startFile: string | undefined
  #seen = false
  readonly #ahead = new PartsAhead()
  /** What the window is told when it asks for the open graph again. */
  #untold: string | undefined
  /** Stops the opening that is under way. */
  #stopping: AbortController | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #committing = 0
  #lastCommit = 0

  constructor(tools: DeskTools, startFile?: string) {
    this.#tools = tools
    this.#startFile = startFile
    this.imports = new Imports({
      fs: tools.fs,
      storeOf: (handle) => this.#storeOf(handle),
      pace: (path) => this.#pace(path)
    })
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
      const [last] = this.#tools.files.recentPaths
      if (!last) return this.#openWorkingCopy()
      const result = await this.#openPath(last)
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

  /** Takes a wish from outside the window: what the window is to be told. Undefined while it has not asked yet: then it will get this file. */
  wish(path: string): { readonly handle: string; readonly name: string } | undefined {
    if (this.#seen) return { handle: this.#tools.files.handle(path), name: basename(path) }
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

  /** Takes a part of the next change, sent ahead of it. Throws StoreError. */
  takeAhead(handle: string, part: number, edits: string): void {
    this.#storeOf(handle)
    this.#ahead.take(part, edits)
  }

  /** Keeps a change, of which so many parts were sent ahead. */
  async commit(handle: string, change: Change, parts = 0): Promise<Output<'graph:commit'>> {
    this.#committing++
    try {
      await this.#storeOf(handle).commit(this.#ahead.complete(change, parts))
      return { outcome: 'saved' }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return { outcome: 'refused', message: error.message }
    } finally {
      this.#committing--
      this.#lastCommit = Date.now()
    }
  }

  /** Writes what is open to another file, which then is the open one. */
  saveAs(handle: string, path: string): Promise<OpenResult> {
    return this.#inTurn(async () => {
      const { fs } = this.#tools
      try {
        const { graph, newer, path: from } = this.#storeOf(handle)
        const what = newer === undefined ? graph : { path: from, hash: newer }
        if (!(await this.#isOpen(path))) await saveCopy({ fs, processes, now: () => new Date() }, path, what)
      } catch (error) {
        return this.#failed(path, sayWhy(error, path))
      }
      return this.#openPath(path)
    })
  }

  /** The open graph, for drawing. Throws StoreError when the handle is not that of what is open. */
  graph(handle: string): Graph {
    return this.#storeOf(handle).graph
  }

  /** The open file's name. Throws like graph(). */
  name(handle: string): string {
    return this.#storeOf(handle).name
  }

  /** The file that is open. */
  get path(): string | undefined {
    return this.#open?.store.path
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
    let copy: Awaited<ReturnType<DeskTools['workingCopy']>>
    try {
      copy = await this.#tools.workingCopy()
    } catch (error) {
      return this.#failed('the seed graph', failure ?? sayWhy(error, 'the working copy of the seed graph'))
    }
    const isNew = copy.isNew
      ? 'This is your own working copy of the seed graph. The original stays as it is.'
      : undefined
    return this.#openPath(copy.path, failure ?? isNew)
  }

  async #openPath(path: string, notice?: string): Promise<OpenResult> {
    const { fs, files } = this.#tools
    const pace = this.#pace(path)
    let store: JsonStore
    try {
      await this.quiet()
      const same = await this.#isOpen(path)
      if (same && !same.readOnly) {
        await same.look()
        const untold = this.#untold
        this.#untold = undefined
        return this.#opened(path, same, notice, untold)
      }
      // Only one of us may write to it, and we are both.
      await same?.close()
      store = await JsonStore.open(path, { fs, onEvent: (event) => this.#hear(event), pace })
    } catch (error) {
      if (error instanceof Stopped) return { outcome: 'cancelled' }
      if (!(error instanceof StoreError)) throw error
      if (codeOf(error.cause) === 'ENOENT') files.forget(path)
      return this.#failed(path, error.message, error.problems)
    }
    // Whatever could not be written to the file yet is in its journal, and comes back with it.
    const left = await this.#open?.store.close().then(
      () => undefined,
      (error) => sayWhy(error, path)
    )
    return this.#opened(path, store, left, notice, ...store.notices)
  }

  #pace(path: string): Pace {
    this.#stopping = new AbortController()
    const name = basename(path)
    return new Pace({
      signal: this.#stopping.signal,
      onProgress: (doing, done) => this.#tools.onProgress?.({ name, doing, done })
    })
  }

  #opened(path: string, store: JsonStore, ...told: readonly (string | undefined)[]): OpenResult {
    const { files, onOpened } = this.#tools
    this.#open = { handle: files.handle(path), store, readings: [] }
    files.remember(path)
    onOpened(store.name)
    return { outcome: 'opened', graph: this.#describe(this.#open, ...told) }
  }

  #describe(open: OnDesk, ...told: readonly (string | undefined)[]): OpenGraph {
    const { handle, store } = open
    const { name, readOnly, graph } = store
    const reading = new Reading(graph)
    open.readings = [...open.readings.slice(1 - READINGS), reading]
    const notice = [readOnly, ...told].filter((part) => part !== undefined).join(' ')
    return {
      ...{ handle, name, ...headOf(graph), reading: reading.id },
      ...(readOnly && { readOnly }),
      ...(notice && { notice })
    }
  }

  #hear(event: StoreEvent) {
    const { onOutsideChange, onTold } = this.#tools
    switch (event.kind) {
      case 'told':
        return onTold?.(event.message)
      case 'read-only':
        return onTold?.(event.reason)
      case 'merged':
        this.#untold = event.message
        if (this.#open) onOutsideChange?.({ handle: this.#open.handle, name: this.#open.store.name })
    }
  }

  /** The open store, if that is where a path leads. */
  async #isOpen(path: string): Promise<JsonStore | undefined> {
    const store = this.#open?.store
    const real = await this.#tools.fs.resolve(path).catch(() => path)
    return store?.path === real ? store : undefined
  }

  #failed(path: string, message: string, problems: StoreError['problems'] = []): OpenResult {
    return { outcome: 'failed', name: basename(path), message, problems: [...problems] }
  }

  #storeOf(handle: string): JsonStore {
    if (this.#open?.handle !== handle)
      throw new StoreError('Another file is open now, so nothing was done with this one.')
    return this.#open.store
  }
}

function sayWhy(error: unknown, path: string) {
  if (error instanceof StoreError) return error.message
  const { why, todo } = whyNot(error)
  return `“${basename(path)}” could not be written in ${dirname(path)}: ${why}. ${todo}`
}
