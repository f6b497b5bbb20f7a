/**
 * Days since 1 January 1970 in the proleptic Gregorian calendar (ISO 8601-1), negative before it. Whole numbers, exact for
 * every year of up to 13 digits: a JavaScript Date ends at year 275760.
 */
export type Day = number

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000

/** The day of a date; year 0 is 1 BC. Months count from 1, and a day beyond its month runs on into the next one. */
export function dayOf(year: number, month: number, day: number): Day {
  // The year begins in March here, so that the leap day is its last and every month begins by one formula.
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const shifted = month < 3 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const inEra = shifted - era * 400
  const ofEra = inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + ofYear
  return era * 146_097 + ofEra - 719_468
}

/** How many days a month has, 28 to 31; `month` counts from 1. */
export const daysIn = (year: number, month: number): number => firstAfter(year, month) - dayOf(year, month, 1)

/** The first day after a month. */
export const firstAfter = (year: number, month: number): Day =>
  month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)

/** The day (UTC) of an instant in milliseconds since 1970. */
export const dayOfInstant = (ms: number): Day => Math.floor(ms / DAY_MS)
