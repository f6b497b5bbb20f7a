import type { TermIndex } from '../names/term-index'
import type { TermRank } from './term-ranks'

const RANKS = 16
const SIZES = 16

/** Which names have all the words that are asked for, the best of them first. */
export class Gathering {
  readonly #index: TermIndex
  /** How many of the words a name has so far, and how it has the one that it has worst. */
  readonly #met: Uint8Array
  readonly #worst: Uint8Array

  constructor(index: TermIndex, names: number) {
    this.#index = index
    this.#met = new Uint8Array(names)
    this.#worst = new Uint8Array(names)
  }

  /** The names that have one of the terms of each word, at most so many: by the worst of its words, then the shorter name. */
  first(words: readonly (readonly TermRank[])[], sizes: readonly number[], most: number): readonly number[] {
    let met: number[] = []
    for (const [turn, terms] of words.entries()) {
      const now: number[] = []
      for (const { term, rank } of terms)
        this.#index.names(term, (name) => {
          if (this.#met[name] !== turn) return
          this.#met[name] = turn + 1
          if (rank > (this.#worst[name] ?? 0)) this.#worst[name] = rank
          now.push(name)
        })
      met = now
      if (met.length === 0) return []
    }
    if (met.length <= most) return met
    const buckets: number[][] = []
    for (const name of met) {
      const bucket = Math.min(RANKS - 1, this.#worst[name] ?? 0) * SIZES + (sizes[name] ?? 0)
      buckets[bucket] ??= []
      buckets[bucket]?.push(name)
    }
    const first: number[] = []
    for (const bucket of buckets) {
      if (!bucket) continue
      if (first.length + bucket.length > most) {
        first.push(...bucket.slice(-(most - first.length)))
        break
      }
      first.push(...bucket)
    }
    return first
  }
}
