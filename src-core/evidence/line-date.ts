import { dateInWords } from '../records/date-labels'
import { readDate } from '../records/dates'
import type { IntervalEnd, ParsedDate } from '../records/dates-parse'
import type { Claim } from '../records/records'
import type { Evidence } from './status'

/**
 * When a relation held, as short as a line has room for: “8 Dec 2024”, “2017–2024”, “from 2017”, “seen 12 Dec 2024” of what was
 * last known. By the claims that count for it, hedged ones where nothing else does; none where no date is claimed.
 */
export function lineDate({ status, supports, uncertain }: Evidence): string | undefined {
  const dates = datesOf(supports)
  const spans = dates.length > 0 ? dates : datesOf(uncertain)
  if (spans.length === 0) return undefined
  const words = spanInWords(spans)
  return status === 'last-known' ? `seen ${words}` : words
}

/** A date as it is written, and read. */
interface Written {
  readonly text: string
  readonly date: ParsedDate
}

const datesOf = (claims: readonly Claim[]): readonly Written[] =>
  [...new Set(claims.map(({ when }) => when))].flatMap((text) => {
    const date = readDate(text)
    return date && typeof text === 'string' ? [{ text, date }] : []
  })

/** From the earliest beginning to the latest end; of dates that all take in one of them, that one, as the most exact. */
function spanInWords(dates: readonly Written[]): string {
  const exact = dates.find(({ date: { extent } }) =>
    dates.every(({ date }) => date.extent.first <= extent.first && extent.last <= date.extent.last)
  )
  if (exact) return inShort(exact)
  const [first, last] = [
    dates.reduce((least, one) => (one.date.extent.first < least.date.extent.first ? one : least)),
    dates.reduce((most, one) => (one.date.extent.last > most.date.extent.last ? one : most))
  ]
  return ranged(sideOf(first, 'start'), sideOf(last, 'end'))
}

function inShort({ text, date }: Written): string {
  return date.kind === 'date'
    ? dateInWords(text)
    : ranged(sideOf({ text, date }, 'start'), sideOf({ text, date }, 'end'))
}

/** One side of a date: its words; none where it is unknown or open. */
function sideOf({ text, date }: Written, side: 'start' | 'end'): string | undefined {
  if (date.kind === 'date') return dateInWords(text)
  const end: IntervalEnd = date[side]
  return end.kind === 'date' ? dateInWords(text.split('/')[side === 'start' ? 0 : 1]) : undefined
}

function ranged(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? 'going on' : `until ${to}`
  if (to === undefined) return `from ${from}`
  const [year] = /\d{4}$/.exec(to) ?? []
  const start = year !== undefined && from !== year && from.endsWith(` ${year}`) ? from.slice(0, -5) : from
  return /^\d{4}$/.test(start) && /^\d{4}$/.test(to) ? `${start}–${to}` : `${start} – ${to}`
}
