import { codeOf } from '../error-messages'
import { type FileContent, type GraphContent, readGraph, readHash } from './content'
import type { Place } from './place'

/** The coarsest resolution of file times, in milliseconds: FAT counts in steps of two seconds. */
const COARSE = 2_000

/** Files of more bytes are read ahead, as reading them takes long. */
const LARGE = 4 * 1024 * 1024

/** The state of a file: as known, missing, not a file, or other bytes. */
export type Look =
  | { readonly found: 'same' | 'gone' | 'blocked' }
  | { readonly found: 'changed'; readonly content: GraphContent }

/** The known content of a file, so that another program's changes are noticed without reading it each time. */
export class KnownFile {
  readonly #place: Place
  #hash: string | undefined
  #stamp = ''
  /** Two writes within one step of the disk's clock have the same stamp: only after it does an unchanged stamp prove anything. */
  #settled = false
  #ahead: FileContent | undefined

  /** @param content what was read from the file; undefined if it is not there */
  constructor(place: Place, content: FileContent | undefined) {
    this.#place = place
    if (content) this.#take(content)
  }

  /** SHA-256 of the file; undefined while it is not there. */
  get hash(): string | undefined {
    return this.#hash
  }

  /** The stamp of the file, where the same stamp later proves that no program has written to it since. */
  get stamp(): string | undefined {
    return this.#settled ? this.#stamp : undefined
  }

  /** Makes what was read the known content. */
  accept(content: FileContent | undefined): void {
    if (content) this.#take(content)
    else this.#hash = undefined
  }

  /** We have just put the file in place, with that hash. */
  async replaced(hash: string): Promise<void> {
    this.#hash = hash
    this.#settled = false
    this.#stamp = (await this.#place.fs.facts(this.#place.path)).stamp
  }

  /** Reads a large file, if look() would have to, so that look() is faster. Never rejects. */
  async readAhead(): Promise<void> {
    const { fs, path, now } = this.#place
    try {
      const facts = await fs.facts(path)
      const isKnown = facts.stamp === this.#stamp && this.#settled
      const willSettle = now().getTime() - facts.changed > COARSE
      if (facts.kind === 'file' && facts.size > LARGE && !isKnown && willSettle) this.#ahead = await readHash(fs, path)
    } catch {
      // look() will meet the same error.
    }
  }

  /** Checks whether another program has changed the file. */
  async look(): Promise<Look> {
    const { fs, path } = this.#place
    try {
      const facts = await fs.facts(path)
      if (facts.kind !== 'file') return { found: 'blocked' }
      if (facts.stamp === this.#stamp && this.#settled) return { found: this.#hash ? 'same' : 'gone' }
      const isAhead = this.#ahead?.facts.stamp === facts.stamp
      const content = isAhead && this.#ahead ? this.#ahead : await readHash(fs, path)
      if (content.hash === this.#hash) {
        this.#take(content)
        return { found: 'same' }
      }
      return { found: 'changed', content: await readGraph(fs, path) }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { found: 'gone' }
      throw error
    }
  }

  #take({ hash, facts }: FileContent) {
    this.#hash = hash
    this.#stamp = facts.stamp
    this.#settled = this.#place.now().getTime() - facts.changed > COARSE
  }
}
