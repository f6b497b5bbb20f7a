import { dateProblem, readDate } from '../records/dates'
import type { ParsedDate } from '../records/dates-parse'
import type { Clock } from '../records/records'

/**
 * Three dates (EDTF), each optional, together if wanted: how things were in the world, by what had been published by then, by
 * what had been recorded here by then. One date on one clock (`asOf` with `clock`) is read as before: known by that date about
 * that date.
 */
export interface AsOf {
  readonly asOf?: string
  readonly clock?: Clock
  readonly publishedBy?: string
  readonly recordedBy?: string
}

/** The three dates read; absent where nobody asks for one. */
export interface Asked {
  readonly asOf?: ParsedDate
  readonly publishedBy?: ParsedDate
  readonly recordedBy?: ParsedDate
}

/** The dates that are asked for, each by itself. Throws RangeError where one is not EDTF. */
export function readAsked(at: AsOf): Asked {
  const { asOf, publishedBy, recordedBy } = separate(at)
  return {
    ...(asOf !== undefined && { asOf: read(asOf) }),
    ...(publishedBy !== undefined && { publishedBy: read(publishedBy) }),
    ...(recordedBy !== undefined && { recordedBy: read(recordedBy) })
  }
}

/** The same question without a clock: its one date is then one in the world, and one of what was known by then. */
export function separate({ asOf, clock = 'world', publishedBy, recordedBy }: AsOf): Omit<AsOf, 'clock'> {
  const published = publishedBy ?? (clock === 'published' ? asOf : undefined)
  const recorded = recordedBy ?? (clock === 'recorded' ? asOf : undefined)
  return {
    ...(asOf !== undefined && { asOf }),
    ...(published !== undefined && { publishedBy: published }),
    ...(recorded !== undefined && { recordedBy: recorded })
  }
}

function read(text: string): ParsedDate {
  const date = readDate(text)
  if (!date) throw new RangeError(dateProblem(text))
  return date
}
