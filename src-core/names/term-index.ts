import { withoutArticle } from './names'
import { NearWords } from './near-words'
import { idsOf } from './other-names'
import { WordParts } from './word-parts'

/** Terms that hold something: those that begin with it and the others. */
export interface Holding {
  readonly starts: readonly number[]
  readonly inside: readonly number[]
}

/** First sounds that are written for each other. */
const LIKE: ReadonlyMap<string, string> = new Map(
  [
    'sz',
    'zs',
    'dz',
    'zd',
    'sS',
    'Ss',
    'ts',
    'st',
    'jk',
    'kj',
    'jh',
    'hj',
    'kh',
    'hk',
    'bf',
    'fb',
    'Sj',
    'jS',
    'td',
    'dt'
  ].reduce((like, [from = '', to = '']) => like.set(from, (like.get(from) ?? '') + to), new Map<string, string>())
)

const MOST_HOLDING = 20_000
const MOST_HELD = 32

/** The words of many names: which names have a word, which words begin so, hold this, differ little, or sound so. */
export class TermIndex {
  readonly #terms: string[] = []
  readonly #ids = new Map<string, number>()
  /** Which names have a term: chains through one list, newest first. */
  #heads = new Int32Array(1024).fill(-1)
  #next = new Int32Array(4096)
  #names = new Int32Array(4096)
  #count = 0
  readonly #parts = new WordParts()
  readonly #near = new NearWords()
  readonly #keys = new Map<string, number[]>()
  readonly #keyed: string[] = []
  readonly #isNear = new Set<string>()
  readonly #written = new Set<string>()
  readonly #nearKeys = new NearWords()
  /** What was asked last, until a term is added. */
  readonly #held = new Map<string, Holding>()
  readonly #meanings = new Map<string, number[]>()

  /** A name has a term. `keys` tells how it sounds, asked where the term is new or is written as it was not before. */
  add(name: number, term: string): void {
    const id = this.#idOf(term)
    if (this.#count === this.#next.length) {
      this.#next = doubled(this.#next)
      this.#names = doubled(this.#names)
    }
    this.#names[this.#count] = name
    this.#next[this.#count] = this.#heads[id] ?? -1
    this.#heads[id] = this.#count++
  }

  /**
   * A term is written like this, and sounds so: by the usual reading first, which is also found by keys near to it. The keys are
   * asked for where it was not written so before.
   */
  sounds(term: string, written: string, keysOf: (written: string) => readonly string[]): void {
    if (this.#written.has(written)) return
    this.#written.add(written)
    const id = this.#idOf(term)
    for (const [at, key] of keysOf(written).entries()) {
      const there = this.#keys.get(key)
      if (!there) this.#keys.set(key, [id])
      else if (there.at(-1) !== id) there.push(id)
      if (at > 0 || this.#isNear.has(key)) continue
      this.#isNear.add(key)
      this.#nearKeys.add(this.#keyed.length, key)
      this.#keyed.push(key)
    }
  }

  termOf(id: number): string {
    return this.#terms[id] ?? ''
  }

  exact(term: string): number | undefined {
    return this.#ids.get(term)
  }

  has(term: string): boolean {
    return this.#ids.has(term)
  }

  /** The terms that stand for this in any tongue. */
  meaning(id: string): readonly number[] {
    return this.#meanings.get(id) ?? []
  }

  /** The terms that begin with this, and those that hold it elsewhere; no more than some thousands. */
  holding(part: string): Holding {
    const known = this.#held.get(part)
    if (known) return known
    const found: { readonly starts: number[]; readonly inside: number[] } = { starts: [], inside: [] }
    this.#parts.find(part, (id, place) => {
      ;(place === 0 ? found.starts : found.inside).push(id)
      return found.starts.length + found.inside.length < MOST_HOLDING
    })
    if (this.#held.size >= MOST_HELD) this.#held.clear()
    this.#held.set(part, found)
    return found
  }

  /**
   * Calls back for each term that differs in at most n letters. Where the first letter is another one, only that may
   * differ: a word is seldom begun wrongly, and where it is, it sounds alike most often.
   */
  differing(term: string, most: number, onFound: (id: number, differs: number) => void): void {
    this.#near.find(term, most, new Set(term.slice(0, 2)), onFound)
    const rest = term.slice(1)
    if (rest.length < 3) return
    const { starts, inside } = this.holding(rest)
    for (const id of starts) if (this.termOf(id) === rest) onFound(id, 1)
    for (const id of inside) {
      const other = this.termOf(id)
      if (other.length === term.length && other.endsWith(rest)) onFound(id, 1)
      else if (other.length === term.length + 1 && other.endsWith(term)) onFound(id, 1)
    }
  }

  sounding(key: string): readonly number[] {
    return this.#keys.get(key) ?? []
  }

  soundingNearly(key: string, onFound: (ids: readonly number[]) => void): void {
    this.#nearKeys.find(key, 1, new Set([...key.slice(0, 2), ...(LIKE.get(key.charAt(0)) ?? '')]), (id) =>
      onFound(this.sounding(this.#keyed[id] ?? ''))
    )
  }

  /** Calls back for each name that has a term. */
  names(term: number, onFound: (name: number) => void): void {
    for (let at = this.#heads[term] ?? -1; at >= 0; at = this.#next[at] ?? -1) onFound(this.#names[at] ?? 0)
  }

  #idOf(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#terms.length
    if (this.#held.size > 0) this.#held.clear()
    this.#terms.push(term)
    this.#ids.set(term, id)
    if (id >= this.#heads.length) {
      const more = new Int32Array(id * 2).fill(-1)
      more.set(this.#heads)
      this.#heads = more
    }
    if (!isMark(term)) {
      this.#parts.add(id, term)
      if (!/\d/.test(term)) this.#near.add(id, term)
      for (const meaning of idsOf(withoutArticle(term))) {
        const there = this.#meanings.get(meaning)
        if (there) there.push(id)
        else this.#meanings.set(meaning, [id])
      }
    }
    return id
  }
}

/** What stands behind this sign is not a word: the first letters of a name, or what it is known as. */
export const MARK = '\u0000'
const isMark = (term: string) => term.startsWith(MARK)

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(list.length * 2)
  more.set(list)
  return more
}
