import { stringEnd } from '../../text/string-end'

/** Looks for the end of a JSON value in a text that comes in pieces: what was looked at is not looked at again. */
export class ValueEnd {
  #at = -1
  #depth = 0

  /** Where the value that begins at `from` has ended; -1 while it has not. */
  find(text: string, from: number): number {
    const first = text[from]
    if (first === '"') return stringEnd(text, from)
    if (first !== '{' && first !== '[') return literalEnd(text, from)
    const structure = /["{}[\]]/g
    structure.lastIndex = this.#at < 0 ? from : this.#at
    for (let found = structure.exec(text); found; found = structure.exec(text)) {
      if (found[0] === '"') {
        const end = stringEnd(text, found.index)
        if (end < 0) return this.#stop(found.index)
        structure.lastIndex = end
      } else if (found[0] === '{' || found[0] === '[') this.#depth++
      else if (--this.#depth === 0) return this.#done(found.index + 1)
    }
    return this.#stop(text.length)
  }

  /** So much of the text in front was let go of. */
  cut(length: number): void {
    if (this.#at >= 0) this.#at -= length
  }

  #stop(at: number): number {
    this.#at = at
    return -1
  }

  #done(end: number): number {
    this.#at = -1
    return end
  }
}

function literalEnd(text: string, from: number): number {
  const end = /[,\]}\s]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? -1
}
