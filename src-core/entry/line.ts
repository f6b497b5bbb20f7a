import { invisiblesIn, signInWords } from '../text/invisible'
import { LineReader } from './line-reader'
import type { LineProblem, ParsedLine } from './parts'
import { type Atom, inQuotes, scan } from './scan'

/** Longest line that is read, in UTF-16 code units. */
export const LONGEST_LINE = 10_000

/**
 * Takes a line such as `A > supports > B ? @RT #3 2024-11 C3 "own words"` apart. Signs, grade and date may stand anywhere but
 * inside quotes. `isName` tells names that are known, so that a date in one of them is none of the claim.
 */
export function parseLine(line: string, isName: (text: string) => boolean = () => false): ParsedLine {
  if (line.length > LONGEST_LINE) {
    const words = `The line has ${line.length} characters; at most ${LONGEST_LINE} are read. Split it.`
    return { parts: [], problems: [{ start: 0, end: line.length, words }] }
  }
  const unseen = unseenIn(line)
  if (unseen) return { parts: [], problems: [unseen] }
  const reader = new LineReader(line, isName)
  for (const [at, segment] of segments(scan(line)).entries()) reader.read(at, segment)
  return reader.done()
}

/** A text as it has to be written to be read as that part: in quotes where it must be. */
export function written(kind: 'from' | 'relation' | 'to' | 'source' | 'voice', text: string): string {
  const before = { from: '', relation: 'a > ', to: 'a > b > ', source: 'a > b > c @', voice: 'a > b > c ~' }[kind]
  const after = { from: ' > b > c', relation: ' > c', to: ' ?', source: ' ?', voice: ' ?' }[kind]
  const { parts, problems } = parseLine(before + text + after)
  const own = parts.find((part) => part.kind === kind)
  const others = kind === 'from' || kind === 'relation' ? 3 : kind === 'to' ? 4 : 5
  const isPlain = problems.length === 0 && parts.length === others && own?.text === text && !own.isQuoted && !own.isNew
  return isPlain ? text : inQuotes(text)
}

/** The first sign that nobody sees, or that turns the direction of writing. */
function unseenIn(line: string): LineProblem | undefined {
  const turn = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.exec(line)
  const [first] = invisiblesIn(line)
  const at = Math.min(turn?.index ?? Number.POSITIVE_INFINITY, first?.at ?? Number.POSITIVE_INFINITY)
  if (!Number.isFinite(at)) return undefined
  const sign = String.fromCodePoint(line.codePointAt(at) ?? 0)
  const words = `Character ${at + 1} cannot be seen: ${signInWords(sign)}. Take it out.`
  return { start: at, end: at + sign.length, words }
}

function segments(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const all: Atom[][] = [[]]
  for (const atom of atoms) {
    if (atom.kind === 'arrow') all.push([])
    // The arrow stays with what follows, for a problem to point at.
    all.at(-1)?.push(atom)
  }
  return all
}
