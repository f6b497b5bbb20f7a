import { MAX_NAME } from '../records/text'
import { withoutInvisibles } from '../text/invisible'

/** Names that were pasted, each once and in their order, and how many lines were left out. */
export interface PastedNames {
  readonly names: readonly string[]
  /** Lines that are too long for a name. */
  readonly tooLong: number
  /** Lines beyond the most that are taken at once. */
  readonly beyond: number
}

/** How many names are taken at once. */
export const MOST_NAMES = 1_000

/** The names in a pasted text, one a line; bullets, numbers and blanks around them go, and what nobody sees. */
export function pastedNames(text: string): PastedNames {
  const names = new Set<string>()
  let [tooLong, beyond] = [0, 0]
  for (const line of text.split(/[\r\n\u2028\u2029]+/)) {
    const name = withoutInvisibles(line.normalize('NFC'))
      .replace(/[\t ]+/g, ' ')
      .replace(/^\s*(?:[-–—•*·‣▪]|\d{1,4}[.)])\s+/u, '')
      .replace(/\s*[,;]\s*$/, '')
      .trim()
    if (name === '' || names.has(name)) continue
    if (name.length > MAX_NAME) tooLong++
    else if (names.size >= MOST_NAMES) beyond++
    else names.add(name)
  }
  return { names: [...names], tooLong, beyond }
}
