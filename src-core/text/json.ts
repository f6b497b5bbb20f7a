import { parse } from 'secure-json-parse'
import { ExactNumber, numberOf, UNWRITTEN } from './exact-number'
import { stringEnd } from './string-end'

// All JSON that may hold records goes through here: JSON.parse and JSON.stringify would change the digits of some numbers.

/**
 * What a JSON text (RFC 8259) says, each number in its own digits: see ExactNumber. Throws SyntaxError on what is none, and on
 * keys that could change how objects work (`__proto__`; `prototype` in a `constructor`).
 */
export function readJson(text: string): unknown {
  const value: unknown = parse(text, STRICT)
  if (!MAY_BE_INEXACT.test(text)) return value
  const mark = UNWRITTEN.repeat(longestRun(text) + 1)
  const marked = withMarks(text, mark)
  return marked === undefined ? value : revived(parse(marked, STRICT), mark)
}

/** The same, or undefined for what is no such text. */
export function jsonOrNothing(text: string): unknown {
  try {
    return readJson(text)
  } catch {
    return undefined
  }
}

/** A value as JSON text, exact numbers in their digits; indented by n blanks. */
export function writeJson(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, undefined, indent) ?? 'null'
  if (!text.includes(UNWRITTEN)) return text
  // Longer than any run of the sign in a text of the user's, so that none of them is taken for a number.
  const mark = UNWRITTEN.repeat(longestRun(text) + 1)
  const marked = JSON.stringify(
    value,
    function (this: Record<string, unknown>, key: string, part: unknown) {
      const own = this[key]
      return own instanceof ExactNumber ? mark + own.text : part
    },
    indent
  )
  return marked.replace(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1')
}

const STRICT = { protoAction: 'error', constructorAction: 'error' } as const

/**
 * Finds every text that may hold a number which JavaScript writes otherwise, and few others: minus zero, an exponent, a zero
 * at the end of a fraction or many at its beginning, sixteen signs or more.
 */
const MAY_BE_INEXACT =
  /(?:^|[\s:,[])-?(?:\d[\d.]{15}|0(?<=-0)(?:[\s,\]}]|$)|[\d.]*(?:\d[eE]|\.\d*0(?:[\s,\]}]|$)|0\.0{6}))/

/** How often the sign of a mark stands side by side at most, itself or escaped. */
function longestRun(text: string): number {
  let longest = 0
  for (const [run] of text.matchAll(/(?:\uE000|\\ue000)+/gi))
    longest = Math.max(longest, run.replace(/\\u..../g, '-').length)
  return longest
}

/** The text with each number that JavaScript would change as a marked text; undefined where there is none. */
function withMarks(text: string, mark: string): string | undefined {
  const pieces: string[] = []
  const begin = /["\d-]/g
  let done = 0
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    if (found[0] === '"') {
      begin.lastIndex = stringEnd(text, found.index)
      continue
    }
    DIGITS.lastIndex = found.index
    const digits = DIGITS.exec(text)?.[0] ?? ''
    begin.lastIndex = found.index + digits.length
    if (!(numberOf(digits) instanceof ExactNumber)) continue
    pieces.push(text.slice(done, found.index), '"', mark, digits, '"')
    done = begin.lastIndex
  }
  return done > 0 ? pieces.join('') + text.slice(done) : undefined
}

const DIGITS = /[-\d][-+.\deE]*/y

/** Puts the numbers back, in what was just made and nobody else has. Goes without recursion: it may be nested deep. */
function revived(value: unknown, mark: string): unknown {
  const top = { value }
  const open: Record<string, unknown>[] = [top]
  for (let parent = open.pop(); parent; parent = open.pop())
    for (const key of Object.keys(parent)) {
      const part = parent[key]
      if (typeof part === 'string' && part.startsWith(mark)) parent[key] = numberOf(part.slice(mark.length))
      else if (typeof part === 'object' && part !== null) open.push(part as Record<string, unknown>)
    }
  return top.value
}

/** Whether a JSON value is an object, not a list or an exact number. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
