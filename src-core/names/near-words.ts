import { editDistance } from './edit-distance'

/** Words among which those are found that differ in a letter or two: compared by which letters they have, then letter by letter. */
export class NearWords {
  readonly #byLength: { readonly ids: number[]; readonly words: string[]; masks: Int32Array }[] = []

  add(id: number, word: string): void {
    const length = Math.min(word.length, 64)
    this.#byLength[length] ??= { ids: [], words: [], masks: new Int32Array(4) }
    const there = this.#byLength[length]
    if (!there) return
    const at = there.ids.length
    if (at === there.masks.length) {
      const more = new Int32Array(at * 2)
      more.set(there.masks)
      there.masks = more
    }
    there.ids.push(id)
    there.words.push(word)
    there.masks[at] = lettersOf(word)
  }

  /** Calls back for each word that differs from this one in at most so many letters, but for the word itself. */
  find(word: string, most: number, onFound: (id: number, differs: number) => void): void {
    const mask = lettersOf(word)
    for (let length = Math.max(1, word.length - most); length <= word.length + most; length++) {
      const there = this.#byLength[length]
      if (!there) continue
      const { ids, words, masks } = there
      for (let at = 0; at < ids.length; at++) {
        const other = masks[at] ?? 0
        if (bits(mask & ~other) > most || bits(other & ~mask) > most) continue
        const differs = editDistance(word, words[at] ?? '', most)
        if (differs > 0 && differs <= most) onFound(ids[at] ?? 0, differs)
      }
    }
  }
}

/** Which letters a word has, five bits of each. */
function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
