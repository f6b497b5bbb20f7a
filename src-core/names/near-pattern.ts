import { editDistance } from './edit-distance'

const MOST_LETTERS = 31
const COMMON = 128

/** A word that many others are compared with, letter by letter: how many letters must be changed, added, left out or swapped. */
export class NearPattern {
  readonly word: string
  /** Where the word has each letter, a bit for each place. */
  readonly #common = new Int32Array(COMMON)
  readonly #others = new Map<number, number>()

  constructor(word: string) {
    this.word = word
    for (let at = 0; at < Math.min(word.length, MOST_LETTERS); at++) {
      const code = word.charCodeAt(at)
      if (code < COMMON) this.#common[code] = (this.#common[code] ?? 0) | (1 << at)
      else this.#others.set(code, (this.#others.get(code) ?? 0) | (1 << at))
    }
  }

  /** The distance to another word; more than `most` as soon as it is more. Bit by bit for all places at once (Hyyrö, 2003). */
  distanceTo(other: string, most: number): number {
    const { length } = this.word
    if (length === 0 || length > MOST_LETTERS) return editDistance(this.word, other, most)
    if (Math.abs(length - other.length) > most) return most + 1
    const last = 1 << (length - 1)
    let [up, down, same, before, distance] = [-1, 0, 0, 0, length]
    for (let at = 0; at < other.length; at++) {
      const code = other.charCodeAt(at)
      const places = (code < COMMON ? this.#common[code] : this.#others.get(code)) ?? 0
      const swapped = ((~same & places) << 1) & before
      same = (((places & up) + up) ^ up) | places | down | swapped
      let more = down | ~(same | up)
      let fewer = same & up
      if (more & last) distance++
      if (fewer & last) distance--
      if (distance - (other.length - at - 1) > most) return most + 1
      more = (more << 1) | 1
      fewer <<= 1
      up = fewer | ~(same | more)
      down = more & same
      before = places
    }
    return Math.min(distance, most + 1)
  }
}
