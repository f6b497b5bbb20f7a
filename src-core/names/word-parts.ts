interface Shelf {
  readonly ids: number[]
  readonly words: string[]
  /** Which pairs of letters each word has, as bits. */
  pairs: Int32Array
}

/** Words among which those are found that hold some letters in a row: by the pairs of letters that they have, then letter by letter. */
export class WordParts {
  /** By script, roughly, and length. */
  readonly #shelves = new Map<number, Shelf>()

  add(id: number, word: string): void {
    const pairs = pairsOf(word)
    for (const block of new Set(Array.from(word, blockOf))) {
      const key = block * SIZES + sizeOf(word)
      let shelf = this.#shelves.get(key)
      if (!shelf) {
        shelf = { ids: [], words: [], pairs: new Int32Array(16) }
        this.#shelves.set(key, shelf)
      }
      const at = shelf.ids.length
      if (at === shelf.pairs.length) {
        const more = new Int32Array(at * 2)
        more.set(shelf.pairs)
        shelf.pairs = more
      }
      shelf.ids.push(id)
      shelf.words.push(word)
      shelf.pairs[at] = pairs
    }
  }

  /** Calls back for each word that holds this, with the place where it does first, until that answers false. */
  find(part: string, onFound: (id: number, place: number) => boolean): void {
    if (part === '') return
    const asked = pairsOf(part)
    for (let size = sizeOf(part); size < SIZES; size++) {
      const shelf = this.#shelves.get(blockOf(part) * SIZES + size)
      if (!shelf) continue
      const { ids, words, pairs } = shelf
      for (let at = 0; at < ids.length; at++) {
        if (((pairs[at] ?? 0) & asked) !== asked) continue
        const place = words[at]?.indexOf(part) ?? -1
        if (place >= 0 && !onFound(ids[at] ?? 0, place)) return
      }
    }
  }
}

const SIZES = 8
const sizeOf = (word: string) => Math.min(SIZES - 1, word.length >> 2)
const blockOf = (letter: string) => letter.charCodeAt(0) >> 7

function pairsOf(word: string): number {
  let pairs = 0
  for (let at = 1; at < word.length; at++) pairs |= 1 << ((word.charCodeAt(at - 1) * 7 + word.charCodeAt(at) * 13) & 31)
  return pairs
}
