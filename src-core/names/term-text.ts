/** How many letters are looked through at a time; a new stretch is begun when one is full. */
const STRETCH = 1 << 16

/** Many short texts end to end, so that those with a part in common are found in one go. Texts are only ever added. */
export class TermText {
  readonly #stretches: {
    readonly ids: number[]
    readonly starts: number[]
    parts: string[]
    text: string
    length: number
  }[] = []

  add(id: number, term: string): void {
    let last = this.#stretches.at(-1)
    if (!last || last.length > STRETCH) {
      last = { ids: [], starts: [], parts: [], text: '\n', length: 1 }
      this.#stretches.push(last)
    }
    last.ids.push(id)
    last.starts.push(last.length)
    last.parts.push(term)
    last.length += term.length + 1
  }

  /**
   * Calls back for each text with `part` inside, `isStart` where it begins with it; each once at most for its first place.
   * Ends early when the callback answers false.
   */
  find(part: string, onFound: (id: number, isStart: boolean) => boolean | undefined): void {
    if (part === '') return
    for (const stretch of this.#stretches) {
      if (stretch.parts.length > 0) {
        // Flattened at once: what is looked through often shall not be a chain of pieces.
        stretch.text = [stretch.text + stretch.parts[0], ...stretch.parts.slice(1), ''].join('\n')
        stretch.parts = []
      }
      const { text, starts, ids } = stretch
      for (let at = text.indexOf(part); at >= 0; ) {
        const index = indexAt(starts, at)
        if (onFound(ids[index] ?? 0, starts[index] === at) === false) return
        const next = starts[index + 1]
        at = next === undefined ? -1 : text.indexOf(part, next)
      }
    }
  }
}

/** The last start that is not behind a place. */
function indexAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
