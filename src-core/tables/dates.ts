import { dateProblem } from '../records/dates'
import { DAY_MS, dayOf, daysIn } from '../records/dates-calendar'
import { typedDate } from '../records/dates-typed'
import { quote } from '../text/quote'

/** In which order day, month and year stand: 31.12.24, 12/31/24, 24-12-31. */
export const ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type Order = (typeof ORDERS)[number]

/** A date of a table: in EDTF, or the orders between which somebody has to choose, or what is wrong. */
export type TableDate = { readonly date: string } | { readonly orders: readonly Order[] } | { readonly problem: string }

/** Years of two digits from this one on are of the 20th century (POSIX strptime %y). */
const PIVOT = 69

/** Day numbers of spreadsheets that nobody writes for a year: 1954 to 2119. Day 1 is 1 January 1900, and 1900 a leap year. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/
const SERIAL_ZERO = dayOf(1899, 12, 30)

const NUMERIC = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?$/
const MONTH_YEAR = /^(\d{1,2})[./-](\d{4})$/
const YEAR_MONTH = /^(\d{4})[./](\d{1,2})$/
const TIME = /(?:[T\s]+|,\s*)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|Z|[+-]\d{2}:?\d{2})?$/i
const BETWEEN = /\s+[-–—]\s+|[–—]/

/** Longest text that is taken for a date, in UTF-16 code units. */
const LONGEST = 120

/** A date as tables have it; numbers are read in that order, and where it is not known they say which ones they may be in. */
export function tableDate(text: string, order: Order | undefined): TableDate {
  const typed = westernDigits(text.trim()).replace(/\s+/g, ' ')
  if (typed.length > LONGEST) return { problem: `${quote(text, 20)} is too long for a date.` }
  const edtf = typedDate(typed)
  if (dateProblem(edtf) === undefined) return { date: edtf }
  const ends = typed.split(BETWEEN)
  if (ends.length === 2 && ends.every((end) => end !== '')) return span(ends, order)
  return single(typed, order)
}

/** The orders in which all dates of a column can be read; undefined where none of them depends on it. */
export function* ordersOf(texts: Iterable<string>): Generator<number, readonly Order[] | undefined> {
  let left: ReadonlySet<Order> | undefined
  const some = new Set<Order>()
  let seen = 0
  for (const text of texts) {
    if (++seen % 1000 === 0) yield 0
    for (const end of westernDigits(text.trim().slice(0, LONGEST)).replace(/\s+/g, ' ').split(BETWEEN)) {
      const orders = possible(NUMERIC.exec(end.replace(TIME, '')))
      if (orders.length === 0 || dateProblem(end) === undefined) continue
      for (const order of orders) some.add(order)
      // A year of four digits says nothing about how others are written.
      if (/^\d{4}\D/.test(end)) continue
      left = new Set(orders.filter((order) => left?.has(order) ?? true))
    }
  }
  if (!left) return undefined
  return left.size > 0 ? [...left] : [...some]
}

function span(ends: readonly string[], order: Order | undefined): TableDate {
  const [from, to] = ends.map((end) => tableDate(end, order))
  if (!from || !to) return { problem: 'A date is missing.' }
  if ('problem' in from || 'orders' in from) return from
  if ('problem' in to || 'orders' in to) return to
  const date = `${from.date}/${to.date}`
  const problem = dateProblem(date)
  return problem === undefined ? { date } : { problem }
}

function single(typed: string, order: Order | undefined): TableDate {
  if (SERIAL.test(typed)) return { date: isoDay(SERIAL_ZERO + Math.floor(Number(typed))) }
  const day = typed.replace(TIME, '')
  const edtf = typedDate(day)
  if (day !== typed && dateProblem(edtf) === undefined) return { date: edtf }
  const short =
    MONTH_YEAR.exec(day) ?? YEAR_MONTH.exec(day)?.toSpliced(1, 2, ...(YEAR_MONTH.exec(day)?.slice(1).reverse() ?? []))
  if (short) return checked(`${short[2]}-${(short[1] ?? '').padStart(2, '0')}`, typed)
  const parts = NUMERIC.exec(day)
  if (!parts) return { problem: dateProblem(typed) ?? `${quote(typed)} is not a date we can read.` }
  const orders = possible(parts)
  const fits = order !== undefined && orders.includes(order) ? order : orders.length === 1 ? orders[0] : undefined
  if (fits) return { date: written(parts, fits) }
  if (orders.length > 0 && order === undefined) return { orders }
  return { problem: wrongWords(parts, order, typed) }
}

function checked(date: string, typed: string): TableDate {
  const problem = dateProblem(date)
  return problem === undefined ? { date } : { problem: `${quote(typed)}: ${problem}` }
}

/** The orders in which three numbers are a day that there is. */
const possible = (parts: RegExpExecArray | null): readonly Order[] =>
  parts ? formsOf(parts).filter((order) => isDay(parts, order)) : []

/** The orders that the lengths of three numbers allow. */
function formsOf([, a = '', , , c = '']: RegExpExecArray): readonly Order[] {
  if (a.length > 2) return a.length === 4 && c.length <= 2 ? ['ymd'] : []
  if (c.length > 2) return c.length === 4 ? ['dmy', 'mdy'] : []
  return c.length === 2 ? ORDERS : a.length === 2 ? ['ymd'] : []
}

function valuesOf([, a = '', , b = '', c = '']: RegExpExecArray, order: Order) {
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  const short = Number(year)
  return {
    year: year.length > 2 ? short : short >= PIVOT ? 1900 + short : 2000 + short,
    month: Number(month),
    day: Number(day)
  }
}

function isDay(parts: RegExpExecArray, order: Order): boolean {
  const { year, month, day } = valuesOf(parts, order)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function written(parts: RegExpExecArray, order: Order): string {
  const { year, month, day } = valuesOf(parts, order)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function wrongWords(parts: RegExpExecArray, order: Order | undefined, typed: string): string {
  const forms = formsOf(parts)
  const how = order !== undefined && forms.includes(order) ? order : forms[0]
  if (how === undefined) return `${quote(typed)} is not a date we can read.`
  const { year, month, day } = valuesOf(parts, how)
  return month < 1 || month > 12
    ? `There is no month ${month} in ${quote(typed)}.`
    : `${year}-${String(month).padStart(2, '0')} has no day ${day}: ${quote(typed)}.`
}

const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Arabic and Persian digits as western ones. */
const westernDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10))
