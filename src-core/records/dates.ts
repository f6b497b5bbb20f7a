import edtf from 'edtf'
import { z } from 'zod'
import { quote } from '../text/quote'

/** A span of time in milliseconds since 1970 UTC, both ends included; ±Infinity where an end is open or unknown. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Longest date text that is looked at, in UTF-16 code units. */
const LONGEST = 40

const NUMBERS: readonly [RegExp, (match: RegExpExecArray) => string | undefined][] = [
  [
    /(?:^|\/)(\d{4})-(\d{2})(?!\d)/g,
    ([, year, month]) =>
      month === '00' || (Number(month) > 12 && !/^2[1-4]$/.test(month ?? ''))
        ? `There is no month ${Number(month)}. Write ${year}-12, or ${year} if the month is not known.`
        : undefined
  ],
  [
    /(\d{4})-(\d{2})-(\d{2})/g,
    ([, year, month, day]) => {
      const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
      return Number(day) < 1 || Number(day) > last
        ? `${year}-${month} has no day ${Number(day)}. Write ${year}-${month} if the day is not known.`
        : undefined
    }
  ]
]

const ACCEPTED =
  /^(?:\.\.|(?:-?\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}){0,2}[~?%]?)(?:\/(?:\.\.|(?:-?\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}){0,2}[~?%]?))?$/

/** Says in one sentence what is wrong with a date text, or undefined if it is EDTF that we take (ISO 8601-2:2019, level 1, without times). */
export function dateProblem(text: string): string | undefined {
  if (text.length > LONGEST) return `${quote(text, 20)} is too long for a date. Write 2024, 2024-12 or 2024-12-08.`
  for (const [pattern, problem] of NUMBERS) {
    for (const match of text.matchAll(pattern)) {
      const said = problem(match)
      if (said) return said
    }
  }
  if (!ACCEPTED.test(text) || text === '..' || text === '../..')
    return `${quote(text)} is not a date we can read. Write 2024, 2024-12, 2024-12-08, 2024-12~ (about) or 2017/.. (from 2017, no end known).`
  const span = read(text)
  if (!span) return `${quote(text)} is not a date we can read. Write 2024, 2024-12 or 2024-12-08.`
  if (span.from > span.to) return `${quote(text)} ends before it begins. Write the earlier date first.`
  return undefined
}

/** A date or interval in EDTF, level 1 (ISO 8601-2:2019): `2024-12`, `2024-12-08~`, `2015-09-30/2024-12-08`, `2017/..`. */
export const EdtfDate = z
  .string()
  .max(LONGEST)
  .superRefine((text, context) => {
    const problem = dateProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

/** The earliest and latest moment that an EDTF date can mean; approximate and uncertain dates as written. Throws RangeError on other text. */
export function spanOf(text: string): Span {
  const span = read(text)
  if (!span) throw new RangeError(dateProblem(text) ?? `${quote(text)} is not a date`)
  return span
}

/** Whether the text names an interval (`a/b`), not a single date. */
export const isInterval = (text: string): boolean => text.includes('/')

function read(text: string): Span | undefined {
  if (text.length > LONGEST) return undefined
  const [from = '', to] = text.split('/')
  if (to === undefined) return readOne(from)
  const start = from === '..' ? { from: -Infinity, to: -Infinity } : readOne(from)
  const end = to === '..' ? { from: Infinity, to: Infinity } : readOne(to)
  return start && end ? { from: start.from, to: end.to } : undefined
}

// The grammar takes 0.1 ms a date, and a graph names the same few days again and again.
const known = new Map<string, Span | undefined>()
const KNOWN_LIMIT = 20_000

function readOne(text: string): Span | undefined {
  if (known.has(text)) return known.get(text)
  if (known.size >= KNOWN_LIMIT) known.clear()
  const span = parseOne(text)
  known.set(text, span)
  return span
}

function parseOne(text: string): Span | undefined {
  try {
    const date = edtf(text, { level: 1 })
    return { from: Number(date.min), to: Number(date.max) }
  } catch {
    return undefined
  }
}
