import { dirname } from 'node:path'
import type { Graph } from '@core/graph/graph'
import { codeOf } from '../error-messages'
import type { FileSystem } from '../file-system'
import type { Compaction, Entry } from '../journal/chain'
import { Journal } from '../journal/journal'
import { copyFile, syncOrFail } from '../replace-file'
import { StoreError } from '../store'
import { type AssessedFile, inOne, type Snapshot } from './assess'
import { keepBackup } from './backups'
import { swap, writeNext } from './compaction'
import { type FileContent, type Reading, readGraph, readHash } from './content'
import { KnownFile } from './known-file'
import * as messages from './messages'
import type { Place } from './place'
import { type Aside, moveAside, setAside } from './set-aside'
import { isInPlace } from './sidecar'
import { tidy } from './tidy'

/**
 * A graph's file and the journal of changes that are not in it yet, held by the one process that may write to them.
 * Knows only bytes and the order in which they must reach the disk. Callers wait for each step before the next.
 */
export class JournalledFile {
  readonly known: KnownFile
  readonly #place: Place
  #snapshot: Snapshot
  #entries: Entry[]
  #aside: readonly Aside[]
  #journal: Journal | undefined
  /** How many of the entries are already in the file, where no new journal could be begun. */
  #held = 0
  /** The old file that was moved out of its place, and its stamp then. */
  #previous: { readonly path: string; readonly stamp: string | undefined } | undefined

  constructor(place: Place, { file, snapshot, carried, aside }: AssessedFile) {
    this.#place = place
    this.known = new KnownFile(place, file)
    this.#snapshot = markOf(snapshot)
    this.#entries = [...carried]
    this.#aside = aside
  }

  /** The changes since the snapshot that the journal extends. */
  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** Those of them that the file does not hold. */
  get unheld(): readonly Entry[] {
    return this.#entries.slice(this.#held)
  }

  /** Whether the file holds less than the journal. */
  get isBehind(): boolean {
    return this.#entries.length > this.#held || this.known.hash === undefined
  }

  get hasBegun(): boolean {
    return this.#journal !== undefined
  }

  /** In bytes; 0 until there is one. */
  get journalSize(): number {
    return this.#journal?.size ?? 0
  }

  /**
   * Makes the sidecar ready for changes; can be tried again. `before` is the graph without them. Answers whether something
   * that another program wrote late was set aside. Rejects with SyncFailure or Node's error.
   */
  async begin(before: Graph): Promise<{ readonly late: boolean }> {
    if (this.#journal) return { late: false }
    const { fs, sidecar, path } = this.#place
    const parent = await fs.openFolder(dirname(path))
    try {
      await syncOrFail(parent)
    } finally {
      await parent.close().catch(() => {})
    }
    for (const aside of this.#aside) await setAside(this.#place, aside)
    this.#aside = []
    // Another program has changed the file since we read it: the copy is made of what we read.
    if (!(await this.#copy(this.#snapshot))) this.#snapshot = await this.writeNext(before)
    const { hash } = this.#snapshot
    // Records that we moved the file; it was not deleted.
    const missing = this.known.hash === undefined ? [{ compacting: hash, changes: 0 }] : []
    this.#journal = await Journal.create(fs, sidecar.journal, hash, [...missing, ...this.#entries])
    return tidy(this.#place, this.#snapshot.hash).catch(() => ({ late: false }))
  }

  /** Saves a change durably. Rejects like Journal.append. */
  async append(entry: Entry): Promise<void> {
    await this.#line(entry)
    this.#entries.push(entry)
  }

  /**
   * Writes a graph beside the file, which stays as it is; changes can be saved meanwhile. `made`: the entries that led to it
   * from the snapshot.
   */
  async writeNext(graph: Graph, made?: readonly Entry[]): Promise<Snapshot> {
    const { fs, path, sidecar } = this.#place
    const { hash } = this.#snapshot
    const origin = made && { path: sidecar.base(hash), hash, edits: inOne(made).edits }
    const like = await fs.facts(path).catch(() => undefined)
    return writeNext(this.#place, graph, like, origin)
  }

  /**
   * Replaces the file with what writeNext wrote, which holds the first `changes` entries, and begins a new journal
   * with the rest. Rejects with Overtaken when the file is not the known one.
   */
  async replace(next: Snapshot, changes: number): Promise<void> {
    const { hash } = next
    const { sidecar } = this.#place
    if (hash !== this.known.hash) {
      await this.#line({ compacting: hash, changes })
      this.#previous = { path: sidecar.previous(this.known.hash ?? 'none'), stamp: this.known.stamp }
      await swap(this.#place, this.#previous.path)
      await this.known.replaced(hash)
    }
    this.#held = changes
    await this.#extend(next, this.#entries.slice(changes))
  }

  /**
   * Continues from what another program wrote to the file, with these changes on top; false, and nothing done, where the
   * file has changed again.
   */
  async rebase(content: FileContent, entries: readonly Entry[]): Promise<boolean> {
    const { fs, sidecar } = this.#place
    await setAside(this.#place, { what: 'journal', bytes: await fs.read(sidecar.journal) })
    if (!(await this.#copy(content))) return false
    await this.#extend(content, entries)
    this.known.accept(content)
    return true
  }

  /** What another program wrote to the file after it was moved out of its place; undefined where none did. */
  async lateEdit(): Promise<Reading | undefined> {
    const { fs } = this.#place
    if (!this.#previous) return undefined
    const { path, stamp } = this.#previous
    const hash = await hashUnless(fs, path, stamp)
    if (hash === undefined || path === this.#place.sidecar.previous(hash)) return undefined
    const { reading } = await readGraph(fs, path)
    await moveAside(this.#place, path, hash, 'from-another-program.json')
    this.#previous = undefined
    return reading
  }

  /** Removes the old file that was moved out of its place. */
  async forgetPrevious(): Promise<void> {
    if (this.#previous) await this.#place.fs.remove(this.#previous.path)
    this.#previous = undefined
  }

  async close(): Promise<void> {
    await this.#journal?.close()
    this.#journal = undefined
  }

  async #line(line: Entry | Compaction) {
    if (!this.#journal) throw new Error('begin() comes first')
    if (!(await isInPlace(this.#place))) throw new StoreError(messages.sidecarGone(), { isFinal: true })
    await this.#journal.append(line)
  }

  /** The new journal is in place before the old one is closed: until then the old one can be appended to. */
  async #extend(snapshot: Snapshot, entries: readonly Entry[]) {
    const { fs, sidecar } = this.#place
    const last = this.#snapshot.hash
    const journal = await Journal.create(fs, sidecar.journal, snapshot.hash, entries)
    await this.#journal?.close().catch(() => {})
    this.#journal = journal
    this.#snapshot = markOf(snapshot)
    this.#entries = [...entries]
    this.#held = 0
    if (last !== snapshot.hash) await keepBackup(this.#place, sidecar.base(last), last).catch(() => {})
  }

  /** Makes our own copy of the file; false where the file has changed. */
  async #copy({ hash, size }: Snapshot): Promise<boolean> {
    const { fs, sidecar, path } = this.#place
    const base = sidecar.base(hash)
    const isThere = await fs.facts(base).then(
      (facts) => facts.size === size,
      () => false
    )
    if (isThere) return true
    return copyFile(fs, path, base, hash).catch((error) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    })
  }
}

/** The hash of a file; undefined where it has that stamp, or is not there. Changes wait while a large one is read. */
async function hashUnless(fs: FileSystem, path: string, stamp: string | undefined): Promise<string | undefined> {
  try {
    const facts = await fs.facts(path)
    return facts.stamp === stamp ? undefined : (await readHash(fs, path)).hash
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Without other fields that a caller may have added, such as the graph. */
const markOf = ({ hash, size }: Snapshot): Snapshot => ({ hash, size })
