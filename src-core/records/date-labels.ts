import { plain, quoteValue } from '../text/quote'
import { readDate } from './dates'
import { readInstant } from './dates-of-record'
import type { IntervalEnd, SingleDate, TimeOfDay } from './dates-parse'

/** The months in short, January first. */
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
/** The seasons of EDTF, 21 first. */
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const

/**
 * An EDTF date as one reads it: `13 Dec 2024`, `about Dec 2024`, `from 2017, end unknown`, `44 BC`; what cannot be read as
 * it is written, at most 40 characters on one line.
 */
export function dateInWords(value: unknown): string {
  const parsed = readDate(value)
  if (!parsed) return plain(dateText(value))
  if (parsed.kind === 'date') return singleInWords(parsed.date)
  const { start, end } = parsed
  if (start.kind === 'date' && end.kind === 'date') return `${singleInWords(start.date)} to ${singleInWords(end.date)}`
  if (start.kind === 'date') return `from ${singleInWords(start.date)}, ${lacking(end, 'end')}`
  if (end.kind === 'date') return `until ${singleInWords(end.date)}, ${lacking(start, 'beginning')}`
  return start.kind === 'unknown' ? GOING_ON : ALWAYS_SO
}

/** An interval that has no date at either side, in words: `/..` and `../`. */
export const GOING_ON = 'going on, beginning unknown'
export const ALWAYS_SO = 'no beginning known, end unknown'

/** The day of an instant as one reads it, in UTC; what cannot be read as it is written. */
export function instantInWords(value: unknown): string {
  const instant = readInstant(value)
  return dateInWords(instant === undefined ? value : new Date(instant).toISOString().slice(0, 10))
}

/** A date's value as text, whatever JSON value stands in its place; '' where none does. For a form to begin with. */
export function dateText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined) return ''
  return typeof value === 'object' && value !== null ? quoteValue(value) : String(value)
}

/** The word before a single date where something is true then: `on` a day, `in` a year; none before “about”. */
export function prepositionOf(value: unknown): 'on ' | 'in ' | '' {
  const parsed = readDate(value)
  if (parsed?.kind !== 'date' || parsed.date.approximate) return ''
  return typeof parsed.date.day === 'number' ? 'on ' : 'in '
}

const lacking = (end: IntervalEnd, which: 'end' | 'beginning') =>
  end.kind === 'unknown' ? `${which} unknown` : `no ${which} known`

function singleInWords(date: SingleDate): string {
  const { approximate, uncertain, day, month, season } = date
  const named = season ? SEASONS[season - 21] : typeof month === 'number' ? MONTHS[month - 1] : undefined
  const words = [typeof day === 'number' && String(day), named, yearInWords(date)].filter(Boolean).join(' ')
  return [
    (approximate ? 'about ' : '') + words,
    date.time && timeInWords(date.time),
    unspecified(date),
    uncertain && 'uncertain'
  ]
    .filter(Boolean)
    .join(', ')
}

function unspecified({ day, month }: SingleDate): string | undefined {
  if (month === 'unspecified') return day === 'unspecified' ? 'month and day unknown' : 'month unknown'
  return day === 'unspecified' ? 'day unknown' : undefined
}

function yearInWords({ year, lastYear }: SingleDate): string {
  if (year === lastYear) return oneYear(year)
  if (lastYear - year < 10 && year >= 1000) return `the ${year}s`
  if (year > 0) return `the years ${year >= 1000 ? '' : 'AD '}${year}–${lastYear}`
  return lastYear > 0
    ? `the years ${oneYear(year)} to ${oneYear(lastYear)}`
    : `the years ${1 - year}–${1 - lastYear} BC`
}

/** Year 0 is 1 BC. A year that could be taken for something else says what it is. */
function oneYear(year: number): string {
  if (year <= 0) return `${1 - year} BC`
  if (year < 1000) return `AD ${year}`
  return year > 9999 ? `year ${year}` : String(year)
}

const two = (number: number) => String(number).padStart(2, '0')

function timeInWords({ hour, minute, second, offset }: TimeOfDay): string {
  const time = `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`
  if (offset === undefined) return time
  const away = Math.abs(offset)
  const hours = `${Math.floor(away / 60)}${away % 60 ? `:${two(away % 60)}` : ''}`
  return `${time} UTC${offset === 0 ? '' : `${offset < 0 ? '−' : '+'}${hours}`}`
}
