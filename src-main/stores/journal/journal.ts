import type { FileSystem, NewFile } from '../file-system'
import { openReplacement, syncOrFail, writeAll } from '../replace-file'
import { StoreError } from '../store'
import { type Compaction, type Entry, encodeLine, type Header, JOURNAL_VERSION, readLine } from './chain'

/** The journal's end could not be repaired after a failed write: nothing may be appended any more. */
export class JournalFailure extends Error {
  override readonly name = 'JournalFailure'
}

/** A journal that is being written. Callers wait for each line before the next. */
export class Journal {
  readonly #file: NewFile
  readonly #close: () => Promise<void>
  #hash: string
  #size: number

  private constructor(file: NewFile, close: () => Promise<void>, hash: string, size: number) {
    this.#file = file
    this.#close = close
    this.#hash = hash
    this.#size = size
  }

  /**
   * Replaces the journal with a new one for the snapshot with that hash, durably; `lines` are its first
   * lines. A new file each time: a file whose sync has failed once cannot be trusted again.
   */
  static async create(
    fs: FileSystem,
    path: string,
    snapshot: string,
    lines: readonly (Entry | Compaction)[]
  ): Promise<Journal> {
    const header: Header = { format: 'entente-journal', version: JOURNAL_VERSION, snapshot }
    let { line, hash } = encodeLine(header)
    const replacement = await openReplacement(fs, path)
    try {
      let size = line.length
      await replacement.write(line)
      for (const value of lines) {
        ;({ line, hash } = encodeLine(value, hash))
        size += line.length
        await replacement.write(line)
      }
      return new Journal(await replacement.finish(), replacement.close, hash, size)
    } catch (error) {
      await replacement.close()
      throw error
    }
  }

  /** In bytes. */
  get size(): number {
    return this.#size
  }

  /**
   * Adds a line and waits until it is on the disk. Rejects with SyncFailure or JournalFailure, after which nothing more
   * may be added, or with Node's error or StoreError, after which the journal is as it was.
   */
  async append(value: Entry | Compaction): Promise<void> {
    const { line, hash } = encodeLine(value, this.#hash)
    if (!readLine(line.subarray(0, -1)))
      throw new StoreError('It was not saved, because it could not be read again: a text in it is too long or broken.')
    try {
      await writeAll(this.#file, line)
    } catch (error) {
      await this.#cutBack(error)
      throw error
    }
    try {
      await syncOrFail(this.#file)
    } catch (error) {
      await this.#file.truncate(this.#size).catch(() => {})
      throw error
    }
    this.#hash = hash
    this.#size += line.length
  }

  async #cutBack(cause: unknown) {
    await this.#file.truncate(this.#size).catch(() => {
      throw new JournalFailure('The beginning of a line that was not finished could not be taken away.', { cause })
    })
  }

  close(): Promise<void> {
    return this.#close()
  }
}
