import { NearPattern } from './near-pattern'

interface Shelf {
  readonly ids: number[]
  readonly words: string[]
  masks: Int32Array
}

/** Words among which those are found that differ in a letter or two: compared by which letters they have, then letter by letter. */
export class NearWords {
  /** By first letter and length. */
  readonly #shelves = new Map<number, Shelf>()

  add(id: number, word: string): void {
    const key = shelfOf(word.charCodeAt(0), word.length)
    let shelf = this.#shelves.get(key)
    if (!shelf) {
      shelf = { ids: [], words: [], masks: new Int32Array(4) }
      this.#shelves.set(key, shelf)
    }
    const at = shelf.ids.length
    if (at === shelf.masks.length) {
      const more = new Int32Array(at * 2)
      more.set(shelf.masks)
      shelf.masks = more
    }
    shelf.ids.push(id)
    shelf.words.push(word)
    shelf.masks[at] = lettersOf(word)
  }

  /** Calls back for each word that begins with one of these letters and differs in at most n, but for the word itself. */
  find(word: string, most: number, firsts: ReadonlySet<string>, onFound: (id: number, differs: number) => void): void {
    const mask = lettersOf(word)
    const pattern = new NearPattern(word)
    for (const first of firsts)
      for (let length = Math.max(1, word.length - most); length <= word.length + most; length++) {
        const shelf = this.#shelves.get(shelfOf(first.charCodeAt(0), length))
        if (!shelf) continue
        const { ids, words, masks } = shelf
        for (let at = 0; at < ids.length; at++) {
          const other = masks[at] ?? 0
          if (moreThan(mask & ~other, most) || moreThan(other & ~mask, most)) continue
          const differs = pattern.distanceTo(words[at] ?? '', most)
          if (differs > 0 && differs <= most) onFound(ids[at] ?? 0, differs)
        }
      }
  }
}

const LONGEST = 64
const shelfOf = (first: number, length: number) => first * LONGEST + Math.min(length, LONGEST - 1)

/** Which letters a word has, five bits of each. */
function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

/** Whether more bits are set than one or two. */
function moreThan(mask: number, most: number): boolean {
  const less = mask & (mask - 1)
  return most === 1 ? less !== 0 : (less & (less - 1)) !== 0
}
