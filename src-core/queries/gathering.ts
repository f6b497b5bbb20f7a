import type { TermIndex } from '../names/term-index'
import type { TermRank } from './term-ranks'

const RANKS = 16
const SIZES = 16

/** Which names have all the words that are asked for, the best of them first. Keeps its room from one question to the next. */
export class Gathering {
  /** How many of the words a name has so far, and how it has the one that it has worst. */
  #met = new Uint8Array(1024)
  #worst = new Uint8Array(1024)

  /** The names that have one of the terms of each word, at most n: by the worst of its words, then the shorter name. */
  first(
    index: TermIndex,
    words: readonly (readonly TermRank[])[],
    sizes: readonly number[],
    most: number
  ): readonly number[] {
    if (this.#met.length < sizes.length) {
      this.#met = new Uint8Array(sizes.length * 2)
      this.#worst = new Uint8Array(sizes.length * 2)
    }
    const [met, worst] = [this.#met, this.#worst]
    let seen: number[] | undefined
    let having: number[] = []
    for (const [turn, terms] of words.entries()) {
      const now: number[] = []
      for (const { term, rank } of terms)
        index.names(term, (name) => {
          if (met[name] !== turn) return
          met[name] = turn + 1
          if (rank > (worst[name] ?? 0)) worst[name] = rank
          now.push(name)
        })
      seen ??= now
      having = now
      if (having.length === 0) break
    }
    const found = best(having, worst, sizes, most)
    for (const name of seen ?? []) {
      met[name] = 0
      worst[name] = 0
    }
    return found
  }
}

function best(names: readonly number[], worst: Uint8Array, sizes: readonly number[], most: number): readonly number[] {
  if (names.length <= most) return names
  const buckets: number[][] = []
  for (const name of names) {
    const bucket = Math.min(RANKS - 1, worst[name] ?? 0) * SIZES + (sizes[name] ?? 0)
    buckets[bucket] ??= []
    buckets[bucket]?.push(name)
  }
  const first: number[] = []
  for (const bucket of buckets) {
    if (!bucket) continue
    // The newest stand first in the index: of equals those that came first are kept.
    first.push(...bucket.slice(-(most - first.length)))
    if (first.length >= most) break
  }
  return first
}
