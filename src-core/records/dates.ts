import { z } from 'zod'
import { quote, quoteValue } from '../text/quote'
import { DAY_MS, daysIn } from './dates-calendar'
import { LONGEST_DATE, type ParsedDate, parseDate, parseEnd } from './dates-parse'

/** A span of time in milliseconds since 1970 UTC, both ends included; ±Infinity where an end is open or unknown. */
export interface Span {
  readonly from: number
  readonly to: number
}

const HOW = 'Write 2024, 2024-12, 2024-12-08, 2024-12~ (about) or 2017/.. (from 2017, no end known).'

/**
 * Says in one sentence what is wrong with a date, or undefined if it is EDTF (ISO 8601-2:2019, level 1). Takes any JSON
 * value, as it may stand in a file.
 */
export function dateProblem(value: unknown): string | undefined {
  if (readDate(value)) return undefined
  if (typeof value === 'number' && readDate(String(value)))
    return `${value} is a number, not a date we can read. Write it as text, within quotation marks: "${value}".`
  if (typeof value !== 'string') return `${quoteValue(value)} is not a date we can read. ${HOW}`.replace(/^a/, 'A')
  if (value.length > LONGEST_DATE)
    return `${quote(value, 20)} is too long for a date. Write 2024, 2024-12 or 2024-12-08.`
  for (const part of value.split('/')) {
    const problem = partProblem(part)
    if (problem) return problem
  }
  const ends = value.split('/').map(parseEnd)
  if (ends.length === 2 && ends.every((end) => end?.kind === 'date'))
    return `${quote(value)} ends before it begins. Write the earlier date first.`
  if (ends.length === 2 && ends.every((end) => end && end.kind !== 'date'))
    return `${quote(value)} is not a date we can read: neither end has a date. Leave it out if nothing is known, or write /.. for what goes on since nobody knows when.`
  return `${quote(value)} is not a date we can read. ${HOW}`
}

/** What is wrong with a date that is nearly one; undefined where it is sound or nothing like a date. */
function partProblem(text: string): string | undefined {
  const [, sign = '', year = '', month, day] = /^(-?)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dX])/.exec(text) ?? []
  const written = `${sign}${year}`
  if (written === '-0000') return 'There is no year -0000. Write 0000, which is 1 BC.'
  if (month !== undefined) {
    const isSeason = /^2[1-4]$/.test(month)
    if (!isSeason && (Number(month) < 1 || Number(month) > 12))
      return `There is no month ${Number(month)}. Write ${written}-12, or ${written} if the month is not known.`
    if (isSeason && day !== undefined)
      return `${written}-${month} is a season, which has no days. Write ${written}-${month}, or a month from 01 to 12.`
    if (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(Number(written), Number(month))))
      return `${written}-${month} has no day ${Number(day)}. Write ${written}-${month} if the day is not known.`
  }
  if (/^Y-?\d/.test(text) && !parseEnd(text))
    return `${quote(text)} is not a date we can read. After Y stands a year of 5 to 13 digits, and nothing else: Y12000.`
  if (/^[+-]?\d{5,}$/.test(text))
    return `${quote(text)} is not a date we can read. A year of more than four digits begins with Y: Y${text.replace(/^\+?0*/, '')}.`
  return undefined
}

/** A date or interval in EDTF, level 1 (ISO 8601-2:2019): `2024-12`, `2024-12-08~`, `2015-09-30/2024-12-08`, `2017/..`. */
export const EdtfDate = z
  .string()
  .max(LONGEST_DATE)
  .superRefine((text, context) => {
    const problem = dateProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

/** The earliest and latest moment that an EDTF date can mean; approximate and uncertain dates as written. Throws RangeError on other text. */
export function spanOf(text: string): Span {
  const parsed = readDate(text)
  if (!parsed) throw new RangeError(dateProblem(text) ?? `${quote(text)} is not a date`)
  const { first, last } = parsed.extent
  return { from: first * DAY_MS, to: (last + 1) * DAY_MS - 1 }
}

/** Whether it is a date that can be read. */
export const isDate = (value: unknown): value is string => readDate(value) !== undefined

/** Whether it is a date that names an interval (`a/b`), not a single day, month or year. */
export const isInterval = (value: unknown): boolean => readDate(value)?.kind === 'interval'

// A graph names the same few days again and again.
const known = new Map<string, ParsedDate | undefined>()
const KNOWN_LIMIT = 20_000

/** A date from a record, taken apart; undefined where it cannot be read (see dateProblem), or is no text. */
export function readDate(value: unknown): ParsedDate | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_DATE) return undefined
  if (known.has(value)) return known.get(value)
  if (known.size >= KNOWN_LIMIT) known.clear()
  const parsed = parseDate(value)
  known.set(value, parsed)
  return parsed
}
