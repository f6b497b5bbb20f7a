import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Conflict } from '@core/change/merge-three'
import { writeJson } from '@core/text/json'
import { codeOf } from '../../error-messages'
import type { FileSystem } from '../../file-system'
import { decodeJournal } from '../../journal/chain'
import { Journal } from '../../journal/journal'
import { type ConflictAbout, distinct, isAbout, loadConflicts, saveConflicts } from '../../json/pending-conflicts'
import { timeName } from '../../json/place'
import type { Processes } from '../../lock/holder'
import { type Lock, takeLock } from '../../lock/lock'
import { replaceFile } from '../../replace-file'
import type { QueuedChange } from './changes'
import { JOURNAL, notePlace } from './outbox-places'

/** Where waiting changes are kept, and the file system. */
export interface OutboxPlace {
  readonly fs: FileSystem
  readonly processes: Processes
  readonly now: () => Date
  /** The folder for all databases. */
  readonly folder: string
  /** The graph's place as text, by which it is found at the next start. */
  readonly keptAt?: string | undefined
}

/** Changes that wait for a database, in a journal on this computer: durable before they are reported as saved. */
export class Outbox {
  readonly #place: OutboxPlace
  readonly #folder: string
  readonly #snapshot: string
  readonly #lock: Lock
  #journal: Journal | undefined
  #waiting: readonly QueuedChange[]
  #conflicts: readonly Conflict[] = []

  private constructor(
    place: OutboxPlace,
    folder: string,
    snapshot: string,
    lock: Lock,
    waiting: readonly QueuedChange[]
  ) {
    this.#place = place
    this.#folder = folder
    this.#snapshot = snapshot
    this.#lock = lock
    this.#waiting = waiting
  }

  /**
   * The outbox of a graph with the changes of earlier runs; undefined while another process has it. What cannot be
   * read of it is set aside. Rejects with Node's error.
   */
  static async open(place: OutboxPlace, graph: string): Promise<Outbox | undefined> {
    const { fs, processes, now, keptAt } = place
    const snapshot = createHash('sha256').update(graph).digest('hex')
    const folder = join(place.folder, snapshot.slice(0, 16))
    await fs.makeFolder(folder)
    const since = now().toISOString()
    const taken = await takeLock({ fs, folder, processes, since })
    if ('heldBy' in taken) return undefined
    if (keptAt !== undefined) await notePlace(fs, folder, keptAt)
    const bytes = await fs.read(join(folder, JOURNAL)).catch((error) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
    const { entries, fault, header } = bytes ? decodeJournal(bytes) : { entries: [], fault: 'none', header: undefined }
    const isSound = fault === 'none' && (!header || header.snapshot === snapshot)
    const outbox = new Outbox(place, folder, snapshot, taken.lock, [])
    if (bytes && !isSound) await outbox.#keepAside(bytes, JOURNAL)
    outbox.#waiting = entries.flatMap(({ at, change, id }) => (id === undefined ? [] : [{ id, at, change }]))
    outbox.#conflicts = await loadConflicts(outbox.#conflictFile)
    return outbox
  }

  /** Conflicts of waiting changes with others' changes that the user has not decided yet. */
  get conflicts(): readonly Conflict[] {
    return this.#conflicts
  }

  /** Saves conflicts durably. Rejects with Node's error or SyncFailure. */
  async keepConflicts(conflicts: readonly Conflict[]): Promise<void> {
    const all = distinct([...this.#conflicts, ...conflicts])
    await saveConflicts(this.#conflictFile, all)
    this.#conflicts = all
  }

  /** Forgets conflicts that the user has decided, durably. Rejects like keepConflicts. */
  async decide(decided: readonly ConflictAbout[]): Promise<void> {
    const left = this.#conflicts.filter((conflict) => !decided.some((about) => isAbout(conflict, about)))
    await saveConflicts(this.#conflictFile, left)
    this.#conflicts = left
  }

  /** The folder of this graph. */
  get folder(): string {
    return this.#folder
  }

  /** The waiting changes, in the order in which they were made. */
  get waiting(): readonly QueuedChange[] {
    return this.#waiting
  }

  /** Saves a change; resolves when it is on the disk. Rejects like Journal.append. */
  async add(queuedChange: QueuedChange): Promise<void> {
    this.#journal ??= await this.#create(this.#waiting)
    await this.#journal.append(queuedChange)
    this.#waiting = [...this.#waiting, queuedChange]
  }

  /** Replaces the change of that id, which has been merged with others' changes. Rejects like Journal.create. */
  async replace(queuedChange: QueuedChange): Promise<void> {
    const waiting = this.#waiting.map((one) => (one.id === queuedChange.id ? queuedChange : one))
    await this.#closeJournal()
    this.#journal = await this.#create(waiting)
    this.#waiting = waiting
  }

  /** Removes changes that have arrived. One that stays on the disk is sent again, and the database knows it by its id. */
  async remove(ids: ReadonlySet<string>): Promise<void> {
    this.#waiting = this.#waiting.filter(({ id }) => !ids.has(id))
    await this.#closeJournal()
    if (this.#waiting.length > 0) this.#journal = await this.#create(this.#waiting)
    else await this.#place.fs.remove(join(this.#folder, JOURNAL))
  }

  /** Sets aside a change that can never arrive, for inspection. Nothing is ever removed from there. */
  async setAside(queuedChange: QueuedChange, why: string): Promise<void> {
    const text = writeJson({ why, ...queuedChange }, 2)
    await this.#keepAside(Buffer.from(`${text}\n`), `${queuedChange.id}.json`)
    await this.remove(new Set([queuedChange.id]))
  }

  async close(): Promise<void> {
    await this.#closeJournal()
    await this.#lock.release().catch(() => {})
  }

  get #conflictFile() {
    return { fs: this.#place.fs, sidecar: { conflicts: join(this.#folder, 'clashes.json') } }
  }

  #create(queued: readonly QueuedChange[]) {
    return Journal.create(this.#place.fs, join(this.#folder, JOURNAL), this.#snapshot, queued)
  }

  async #closeJournal() {
    const journal = this.#journal
    this.#journal = undefined
    await journal?.close()
  }

  async #keepAside(bytes: Buffer, name: string) {
    const { fs, now } = this.#place
    const folder = join(this.#folder, 'set-aside')
    await fs.makeFolder(folder)
    await replaceFile(fs, join(folder, `${timeName(now())}-${name}`), bytes)
  }
}
