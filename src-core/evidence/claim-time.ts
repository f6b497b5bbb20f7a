import { readDate } from '../records/dates'
import { type Day, dayOf, firstAfter } from '../records/dates-calendar'
import type { ParsedDate, SingleDate } from '../records/dates-parse'
import type { Aspect } from '../records/records'

/**
 * The days of which a claim speaks, both included; ±Infinity where nothing bounds them. `after` says what holds from then on:
 * `over` after an end that is said, `unsaid` where nobody says that it ended.
 */
export interface ClaimTime {
  readonly first: Day
  readonly last: Day
  readonly after: 'over' | 'unsaid'
  /** It has no date of its own that can be read, and speaks of the days of its publication; of all time where that is not known either. */
  readonly undated: boolean
  /** `~` or `%`: the neighbouring day, month or year is taken in. */
  readonly approximate: boolean
}

/** Where a time lies as seen from the date that is asked. */
export type Reach = 'now' | 'before' | 'later'

/** The days of a date that may be approximate: with `~` the neighbouring day, month, season or year counts too. */
export function extentOf(date: ParsedDate): { readonly first: Day; readonly last: Day } {
  if (date.kind === 'date') return widened(date.date)
  return {
    first: date.start.kind === 'date' ? widened(date.start.date).first : -Infinity,
    last: date.end.kind === 'date' ? widened(date.end.date).last : Infinity
  }
}

/**
 * Of which days a claim speaks. A single day, and a beginning whose end is unknown, hold no longer than is said; `..` goes on;
 * an end whose beginning is unknown holds on all days before it.
 */
export function timeOf(when: unknown, publication: ParsedDate | undefined): ClaimTime {
  const date = readDate(when)
  if (!date) {
    const { first, last } = publication ? extentOf(publication) : ALL
    return { first, last, after: 'unsaid', undated: true, approximate: false }
  }
  const { first, last } = extentOf(date)
  const rest = { undated: false, approximate: isApproximate(date) }
  if (date.kind === 'date') return { first, last, after: 'unsaid', ...rest }
  const { start, end } = date
  // It has ended, and nobody says when: known to be so until it was published, as a day without a date would be.
  if (end.kind === 'unknown' && start.kind === 'open')
    return { first, last: publication ? extentOf(publication).last : last, after: 'unsaid', ...rest }
  if (end.kind === 'unknown' && start.kind === 'date')
    return { first, last: widened(start.date).last, after: 'unsaid', ...rest }
  return { first, last, after: end.kind === 'date' ? 'over' : 'unsaid', ...rest }
}

/** The days on which what a claim says holds: an event holds from its day on, for ever. Of one that began nobody knows when, from its end on. */
export function heldTime(time: ClaimTime, aspect: Aspect): { readonly first: Day; readonly last: Day } {
  if (aspect === 'state') return time
  return { first: time.first === -Infinity && time.last !== Infinity ? time.last : time.first, last: Infinity }
}

/** Whether two times have a day in common. */
export const meet = (
  a: { readonly first: Day; readonly last: Day },
  b: { readonly first: Day; readonly last: Day }
): boolean => a.first <= b.last && b.first <= a.last

const ALL = { first: -Infinity, last: Infinity }

const isApproximate = (date: ParsedDate): boolean =>
  date.kind === 'date'
    ? date.date.approximate
    : [date.start, date.end].some((end) => end.kind === 'date' && end.date.approximate)

function widened(date: SingleDate): { readonly first: Day; readonly last: Day } {
  const { first, last, approximate, year, lastYear, month, day, season } = date
  if (!approximate) return { first, last }
  if (typeof day === 'number') return { first: first - 1, last: last + 1 }
  if (typeof month === 'number' && day === undefined) {
    const [before, after] = [
      month === 1 ? [year - 1, 12] : [year, month - 1],
      month === 12 ? [year + 1, 1] : [year, month + 1]
    ]
    return { first: dayOf(before[0] ?? year, before[1] ?? 1, 1), last: firstAfter(after[0] ?? year, after[1] ?? 1) - 1 }
  }
  const length = last - first + 1
  if (season !== undefined || year !== lastYear || month !== undefined)
    return { first: first - length, last: last + length }
  return { first: dayOf(year - 1, 1, 1), last: firstAfter(year + 1, 12) - 1 }
}
