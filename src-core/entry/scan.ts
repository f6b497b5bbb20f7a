/** A run of a line that is read as one: a word, something in quotes, or the sign > between names. `@` and `~` stand alone. */
export interface Atom {
  readonly kind: 'word' | 'quoted' | 'sign' | 'arrow'
  readonly start: number
  /** Behind its last character, quotes included; UTF-16 code units. */
  readonly end: number
  /** What it says, without quotes. */
  readonly text: string
  /** Whether quotes were opened and not closed. */
  readonly isOpen?: boolean
}

/** What closes what quotes opened. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»']
])

const isBlank = (sign: string | undefined) => sign === undefined || /\s/.test(sign)

/** Takes a line apart, each character once. Quotes count where a word would begin; within them "" is one quote. */
export function scan(line: string): readonly Atom[] {
  const atoms: Atom[] = []
  let at = 0
  while (at < line.length) {
    const sign = line[at] ?? ''
    if (isBlank(sign)) {
      at++
      continue
    }
    const atom = atomAt(line, at, sign)
    atoms.push(atom)
    at = atom.end
  }
  return atoms
}

function atomAt(line: string, start: number, sign: string): Atom {
  if (sign === '>') return { kind: 'arrow', start, end: start + 1, text: sign }
  if (sign === '@' || sign === '~') return { kind: 'sign', start, end: start + 1, text: sign }
  const closing = CLOSING.get(sign)
  if (closing !== undefined) return quotedAt(line, start, closing)
  let end = start + 1
  if (sign === '+' && CLOSING.has(line[end] ?? '')) return { kind: 'word', start, end, text: sign }
  while (end < line.length && !isBlank(line[end]) && line[end] !== '>') end++
  return { kind: 'word', start, end, text: line.slice(start, end) }
}

function quotedAt(line: string, start: number, closing: string): Atom {
  const pieces: string[] = []
  let from = start + 1
  for (let at = from; at < line.length; at++) {
    if (!closing.includes(line[at] ?? '')) continue
    pieces.push(line.slice(from, at))
    if (line[at] !== '"' || line[at + 1] !== '"') return { kind: 'quoted', start, end: at + 1, text: pieces.join('') }
    pieces.push('"')
    from = at + 2
    at++
  }
  pieces.push(line.slice(from))
  return { kind: 'quoted', start, end: line.length, text: pieces.join(''), isOpen: true }
}

/** A text in quotes, so that it is read as it stands. */
export const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`
