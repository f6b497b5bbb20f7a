/** A word of a text that is looked for, with or without its accents. */
export interface WordPattern {
  readonly text: string
  /** What has the word with other accents has one of these as well, a part of it that has none there; cheaper to look for than the pattern. */
  readonly pieces: readonly string[]
  /** A pattern for a whole value that has the word somewhere. */
  readonly within: string
}

/** Letters that no rule of Unicode takes apart (UAX #15), by the letter without its stroke. */
const STROKES: Readonly<Record<string, string>> = { o: 'ø', l: 'ł', d: 'đð', h: 'ħ', i: 'ı', t: 'ŧ', е: 'ё' }

/** Two letters that are also written as one. */
const LIGATURES: Readonly<Record<string, string>> = { ss: 'ß', ae: 'æä', oe: 'œöø', ue: 'ü' }

/** Where letters with accents stand in Unicode: Latin, Greek, and both once more. */
const BLOCKS = [
  [0xc0, 0x24f],
  [0x370, 0x3ff],
  [0x1e00, 0x1fff]
] as const

/** Letter → the small letters that it is with an accent. */
const ACCENTED: ReadonlyMap<string, string> = (() => {
  const found = new Map(Object.entries(STROKES))
  for (const [first, last] of BLOCKS)
    for (let at = first; at <= last; at++) {
      const letter = String.fromCodePoint(at)
      const [base = '', ...marks] = letter.normalize('NFD')
      if (marks.length > 0 && letter === letter.toLowerCase() && /^\p{L}$/u.test(base))
        found.set(base, `${found.get(base) ?? ''}${letter}`)
    }
  return found
})()

const PLAIN = new Map(
  [...ACCENTED].flatMap(([base, letters]) => [...letters].map((letter): [string, string] => [letter, base]))
)
  .set('ß', 'ss')
  .set('æ', 'ae')
  .set('œ', 'oe')

/** A word in small letters without its accents. */
const plain = (word: string) => [...word.replace(MARKS, '$1')].map((letter) => PLAIN.get(letter) ?? letter).join('')

/** Combining marks on a letter that may have one left out. */
const MARKS = /([a-zα-ω])\p{M}+/gu

/** A pattern, for Java and JavaScript alike, of a word in small letters with or without accents. */
export function accentPattern(word: string): string {
  const letters = [...plain(word)]
  let pattern = ''
  for (let at = 0; at < letters.length; at++) {
    const [letter = '', next = ''] = [letters[at], letters[at + 1]]
    const one = LIGATURES[letter + next]
    pattern += one ? `(?:${anyAccent(letter)}${anyAccent(next)}|[${one}])` : anyAccent(letter)
    if (one) at++
  }
  // As it is typed it is always found.
  return plain(word) === word ? pattern : `(?:${literal(word)}|${pattern})`
}

/** A pattern of a text with every sign for itself. */
export const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')

function anyAccent(letter: string): string {
  const others = ACCENTED.get(letter)
  return others === undefined ? literal(letter) : `[${letter}${others}]\\p{M}*`
}

/**
 * How a word in small letters is looked for. A word seldom has an accent in each of its parts, so that one of two or three
 * parts is there as it is written without.
 */
export function wordPattern(word: string): WordPattern {
  const letters = [...plain(word)]
  const parts = letters.some((letter) => ACCENTED.has(letter))
    ? Math.min(letters.length, letters.length < 9 ? 2 : 3)
    : 0
  const cut = (part: number) => Math.floor((letters.length * part) / parts)
  const pieces = Array.from({ length: parts }, (_, part) => letters.slice(cut(part), cut(part + 1)).join(''))
  return { text: word, pieces, within: `[\\s\\S]*${accentPattern(word)}[\\s\\S]*` }
}

/** The test of a word pattern for texts in small letters; the same as in the statement that looks through a database. */
export function wordTest({ text: word, pieces, within }: WordPattern): (text: string) => boolean {
  const whole = new RegExp(`^(?:${within})$`, 'u')
  return (text) => text.includes(word) || (pieces.some((piece) => text.includes(piece)) && whole.test(text))
}

/** A text without its accents, in small letters. */
export const withoutAccents = (text: string): string => plain(text.toLowerCase())
