import { type Day, dayOf, daysIn, firstAfter } from './dates-calendar'

/** The days that a date may mean, the first and the last of them; ±Infinity where an end is open or unknown. */
interface Extent {
  readonly first: Day
  readonly last: Day
}

/** The time of day of a date-time, to the second; `offset` in minutes east of UTC, absent where none is written. */
export interface TimeOfDay {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly offset?: number
}

/** One date as it is written, and the days that it may mean. Year 0 is 1 BC. */
export interface SingleDate extends Extent {
  /** The year, or the first of the years where its last digits are unspecified. */
  readonly year: number
  /** The last year that it may mean. */
  readonly lastYear: number
  /** 1 to 12; `unspecified` where it is written XX. */
  readonly month?: number | 'unspecified'
  /** 21 spring, 22 summer, 23 autumn, 24 winter, those of the northern half of the world. */
  readonly season?: 21 | 22 | 23 | 24
  readonly day?: number | 'unspecified'
  readonly time?: TimeOfDay
  /** Milliseconds since 1970 UTC, of a date-time only. */
  readonly instant?: number
  readonly uncertain: boolean
  readonly approximate: boolean
}

/**
 * One end of an interval. `unknown` (nothing is written): it began or ended, and nobody says when. `open` (`..`): no such
 * end is said to be.
 */
export type IntervalEnd =
  | { readonly kind: 'date'; readonly date: SingleDate }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'open' }

/** A date or an interval in EDTF, level 1, taken apart; `extent` is of all of it. */
export type ParsedDate =
  | { readonly kind: 'date'; readonly date: SingleDate; readonly extent: Extent }
  | { readonly kind: 'interval'; readonly start: IntervalEnd; readonly end: IntervalEnd; readonly extent: Extent }

/** Longest date text that is looked at, in UTF-16 code units. */
export const LONGEST_DATE = 40

/** Takes a text in EDTF, level 1 (ISO 8601-2:2019), apart; undefined where it is none, or ends before it begins. */
export function parseDate(text: string): ParsedDate | undefined {
  if (text.length > LONGEST_DATE) return undefined
  const [from = '', to, ...more] = text.split('/')
  if (more.length > 0) return undefined
  if (to === undefined) {
    const date = parseSingle(from) ?? parseDateTime(from)
    return date && { kind: 'date', date, extent: { first: date.first, last: date.last } }
  }
  const [start, end] = [parseEnd(from), parseEnd(to)]
  // Unknown on one side and open on the other says that it goes on, or has always been so; twice the same says nothing.
  if (!start || !end || (start.kind !== 'date' && start.kind === end.kind)) return undefined
  const extent = {
    first: start.kind === 'date' ? start.date.first : -Infinity,
    last: end.kind === 'date' ? end.date.last : Infinity
  }
  return extent.first <= extent.last ? { kind: 'interval', start, end, extent } : undefined
}

/** Takes one end of an interval apart; an interval has no times of day. */
export function parseEnd(text: string): IntervalEnd | undefined {
  if (text === '') return { kind: 'unknown' }
  if (text === '..') return { kind: 'open' }
  const date = parseSingle(text)
  return date && { kind: 'date', date }
}

const SINGLE =
  /^(?<years>Y-?[1-9]\d{4,12}|-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)?(?<doubt>[?~%])?$/

type Plain = Omit<SingleDate, 'uncertain' | 'approximate'>

function parseSingle(text: string): SingleDate | undefined {
  const parts = SINGLE.exec(text)?.groups
  const years = parts && yearsOf(parts.years ?? '')
  const plain = years && fieldsOf(years, parts.month, parts.day)
  if (!plain) return undefined
  const { doubt } = parts
  return { ...plain, uncertain: doubt === '?' || doubt === '%', approximate: doubt === '~' || doubt === '%' }
}

type Years = Pick<SingleDate, 'year' | 'lastYear'> & { readonly isWhole: boolean }

/** The years that are meant; `isWhole` where a month may follow. */
function yearsOf(written: string): Years | undefined {
  const isNegative = written.includes('-')
  const digits = written.replace(/^Y?-?/, '')
  const [least, most] = [Number(digits.replaceAll('X', '0')), Number(digits.replaceAll('X', '9'))]
  if (isNegative && most === 0) return undefined // Year 0 has no sign.
  const isWhole = least === most && !written.startsWith('Y')
  return isNegative
    ? { year: -most, lastYear: least === 0 ? -1 : -least, isWhole }
    : { year: least, lastYear: most, isWhole }
}

function fieldsOf({ year, lastYear, isWhole }: Years, month?: string, day?: string): Plain | undefined {
  const ofYears = { first: dayOf(year, 1, 1), last: dayOf(lastYear + 1, 1, 1) - 1 }
  if (month === undefined) return { year, lastYear, ...ofYears }
  if (!isWhole) return undefined
  if (month === 'XX') {
    if (day !== undefined && day !== 'XX') return undefined
    return { year, lastYear, month: 'unspecified', ...(day && { day: 'unspecified' }), ...ofYears }
  }
  const number = Number(month)
  if (isSeason(number))
    return day === undefined ? { year, lastYear, season: number, ...seasonOf(year, number) } : undefined
  if (number < 1 || number > 12) return undefined
  if (day === undefined || day === 'XX') {
    const ofMonth = { first: dayOf(year, number, 1), last: firstAfter(year, number) - 1 }
    return { year, lastYear, month: number, ...(day && { day: 'unspecified' }), ...ofMonth }
  }
  if (Number(day) < 1 || Number(day) > daysIn(year, number)) return undefined
  const exact = dayOf(year, number, Number(day))
  return { year, lastYear, month: number, day: Number(day), first: exact, last: exact }
}

const isSeason = (month: number): month is 21 | 22 | 23 | 24 => month >= 21 && month <= 24

/** Three whole months; winter begins in December of its year. */
function seasonOf(year: number, season: number): Extent {
  const month = 3 * (season - 20)
  const [lastYear, lastMonth] = month === 12 ? [year + 1, 2] : [year, month + 2]
  return { first: dayOf(year, month, 1), last: firstAfter(lastYear, lastMonth) - 1 }
}

const DATE_TIME =
  /^(?<date>-?\d{4}-\d\d-\d\d)T(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d):(?<second>[0-5]\d)(?:Z|(?<sign>[+-])(?<hours>0\d|1[0-4])(?::(?<minutes>[0-5]\d))?)?$/

/** A date with a time of day; without an offset it is read as UTC, as days are. Its day is that of the instant in UTC. */
function parseDateTime(text: string): SingleDate | undefined {
  const parts = DATE_TIME.exec(text)?.groups
  const date = parts && parseSingle(parts.date ?? '')
  if (!date) return undefined
  const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second)]
  const east = (parts.sign === '-' ? -1 : 1) * (Number(parts.hours ?? 0) * 60 + Number(parts.minutes ?? 0))
  const offset = text.endsWith('Z') ? 0 : parts.sign === undefined ? undefined : east
  const minutes = hour * 60 + minute - (offset ?? 0)
  const day = date.first + Math.floor(minutes / 1440)
  return {
    ...date,
    first: day,
    last: day,
    time: { hour, minute, second, ...(offset !== undefined && { offset }) },
    instant: (date.first * 1440 + minutes) * 60_000 + second * 1000
  }
}
