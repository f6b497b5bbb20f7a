import { constants } from 'node:buffer'
import { basename, dirname } from 'node:path'
import { apply, type Change } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { MOST_PROBLEMS, parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { codeOf, whyNot } from './error-words'
import { disk, type FileFacts, type FileSystem } from './file-system'
import { replaceFile, SyncFailure } from './replace-file'
import { type Store, StoreError } from './store'

/** The longest file that can be one text in memory, in bytes: 512 MiB. */
const MAX_BYTES = constants.MAX_STRING_LENGTH

/** A graph in a file of our format: read once, then written anew, whole, with each change. */
export class JsonStore implements Store {
  readonly name: string
  /** Where the file really is, links followed. */
  readonly path: string
  readonly #fs: FileSystem
  #graph: Graph
  /** What the file holds, as we last read or wrote it. */
  #bytes: Buffer
  #readOnly: string | undefined
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(fs: FileSystem, name: string, path: string, read: ReadGraph, readOnly: string | undefined) {
    this.#fs = fs
    this.name = name
    this.path = path
    this.#graph = read.graph
    this.#bytes = read.bytes
    this.#readOnly = readOnly
  }

  /** Opens a file and checks all of it; rejects with StoreError. What can be read but not written is opened read-only. */
  static async open(path: string, fs: FileSystem = disk): Promise<JsonStore> {
    const name = basename(path)
    try {
      const real = await fs.resolve(path)
      const facts = await fs.facts(real)
      checkKind(facts, name)
      const read = readGraph(await fs.read(real), name)
      return new JsonStore(fs, name, real, read, read.newer ?? (await whyReadOnly(fs, real, name)))
    } catch (error) {
      if (error instanceof StoreError) throw error
      const { why, todo } = whyNot(error)
      throw new StoreError(`“${name}” in ${dirname(path)} cannot be opened: ${why}. ${todo}`, { cause: error })
    }
  }

  get graph(): Graph {
    return this.#graph
  }

  get readOnly(): string | undefined {
    return this.#readOnly
  }

  commit(change: Change): Promise<void> {
    const done = this.#queue.then(() => this.#commit(change))
    this.#queue = done.catch(() => {})
    return done
  }

  text(): string {
    return decode(this.#bytes)
  }

  async close(): Promise<void> {
    await this.#queue
  }

  async #commit(change: Change) {
    if (this.#readOnly) throw new StoreError(this.#readOnly)
    const after = apply(this.#graph, change)
    if (isRefusal(after)) throw new StoreError(after.refused)
    const text = serialiseGraph(after)
    const bytes = Buffer.from(text)
    if (bytes.length > MAX_BYTES)
      throw new StoreError(`“${this.name}” would be larger than 512 MiB. Nothing was saved.`)
    checkReadable(text, change)
    await this.#write(bytes)
    this.#graph = after
    this.#bytes = bytes
  }

  async #write(bytes: Buffer) {
    try {
      const like = await this.#fs.facts(this.path)
      if (!(await this.#isAsWeKnowIt(like)))
        throw new StoreError(
          `Another program has changed “${this.name}” since it was opened, so this change was not saved over it. ` +
            'Save a copy under another name, or open the file again.'
        )
      await replaceFile(this.#fs, this.path, bytes, { like })
    } catch (error) {
      if (error instanceof SyncFailure) throw await this.#distrust(error)
      if (error instanceof StoreError) throw error
      const { why, todo } = whyNot(error)
      throw new StoreError(`“${this.name}” was not saved: ${why}. The file is as it was. ${todo}`, { cause: error })
    }
  }

  async #isAsWeKnowIt({ kind, size }: FileFacts) {
    return kind === 'file' && size === this.#bytes.length && this.#bytes.equals(await this.#fs.read(this.path))
  }

  /** After a failed sync another one may succeed without anything being on the disk: nothing more is saved here. */
  async #distrust(failure: SyncFailure) {
    const isOld = !failure.replaced || (await this.#putBack())
    this.#readOnly =
      `The disk could not confirm that “${this.name}” is on it, so nothing more is saved here. ` +
      `${isOld ? 'The file is as it was before the last change.' : 'The file may hold the last change or not.'} ` +
      'Save a copy on another disk and have this one checked.'
    return new StoreError(this.#readOnly, { cause: failure })
  }

  /** The new file is in place but may not stay there, and we say that it was not saved: so the old one comes back. */
  async #putBack() {
    try {
      const like = await this.#fs.facts(this.path)
      await replaceFile(this.#fs, this.path, this.#bytes, { like, durable: false })
      return true
    } catch {
      return false
    }
  }
}

interface ReadGraph {
  readonly graph: Graph
  readonly bytes: Buffer
  /** Why a file of a newer version is not written to. */
  readonly newer: string | undefined
}

function checkKind({ kind, size }: FileFacts, name: string) {
  if (kind === 'folder') throw new StoreError(`“${name}” is a folder. Choose a file in it.`)
  if (kind === 'other') throw new StoreError(`“${name}” is a device or a pipe, not a file. Choose a graph file.`)
  if (size > MAX_BYTES)
    throw new StoreError(`“${name}” is larger than 512 MiB, more than can be opened. Split it into smaller files.`)
}

function readGraph(bytes: Buffer, name: string): ReadGraph {
  const file = parse(bytes, name)
  if ('problems' in file) {
    const { length } = file.problems
    const many = length > MOST_PROBLEMS ? `More than ${MOST_PROBLEMS}` : length
    const summary = length === 1 ? (file.problems[0]?.message ?? '') : `${many} things in it are wrong.`
    throw new StoreError(`“${name}” cannot be opened. ${summary} Nothing was changed.`, { problems: file.problems })
  }
  const newer = file.newer
    ? `made by a newer Entente (format version ${file.version}). Update Entente to edit it.`
    : undefined
  return { graph: file.graph, bytes, newer }
}

function parse(bytes: Buffer, name: string) {
  let text: string
  try {
    text = decode(bytes)
  } catch (cause) {
    throw new StoreError(`“${name}” is not UTF-8 text, so it is no graph file. Nothing was changed.`, { cause })
  }
  try {
    return parseGraph(text)
  } catch (cause) {
    // Nested deeper than the stack is deep, or larger than memory: no file of ours is.
    throw new StoreError(`“${name}” is built in a way that cannot be read. Nothing was changed.`, { cause })
  }
}

/** Never writes what it could not open again: a change may be well formed and still leave a relation without its end. */
function checkReadable(text: string, change: Change) {
  const file = parseGraph(text)
  if ('problems' in file)
    throw new StoreError(
      `“${change.label}” was not saved: ${file.problems[0]?.message ?? 'the file could not be read.'}`,
      {
        problems: file.problems
      }
    )
}

/** Throws TypeError on bytes that are not UTF-8, which would otherwise be lost at the first save. A byte order mark is passed over. */
const decode = (bytes: Buffer) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

async function whyReadOnly(fs: FileSystem, path: string, name: string): Promise<string | undefined> {
  const refusal = (place: string) => (error: unknown) => {
    const why = codeOf(error) === 'EROFS' ? 'is on a disk that is read only' : 'may not be written to by this user'
    return `${place} ${why}, so nothing can be saved here. Save a copy elsewhere to edit it.`
  }
  const ok = () => undefined
  return (
    (await fs.checkWritable(path).then(ok, refusal(`“${name}”`))) ??
    (await fs.checkWritable(dirname(path)).then(ok, refusal(`The folder of “${name}”`)))
  )
}
