import { z } from 'zod'
import { dateProblem, isDate } from './dates'

/**
 * A date of a record as it stands in a file: EDTF, or whatever somebody else wrote there. It never makes a record
 * unreadable; read it with readDate, and say with dateProblem what is wrong with it.
 */
export const DateField = z.unknown()

/** The same of an instant: see readInstant and instantProblem. */
export const InstantField = z.unknown().optional()

/** The fields of each kind of record that hold a date in EDTF. */
const DATES: Readonly<Record<string, readonly string[]>> = {
  entity: ['period'],
  claim: ['when'],
  source: ['published'],
  view: ['asOf', 'publishedBy', 'recordedBy']
}

/** A field of a record whose date cannot be read. */
export interface DateFault {
  readonly field: string
  /** What is wrong and how to write it, as after the name of the field. */
  readonly words: string
}

/** What is wrong with the dates of a record, field by field. */
export function dateFaults(kind: string, record: object): readonly DateFault[] {
  const fields = DATES[kind]
  if (!fields) return NONE
  let faults: readonly DateFault[] = NONE
  for (const field of fields) {
    const value: unknown = Reflect.get(record, field)
    const words = value === undefined ? undefined : dateProblem(value)
    if (words !== undefined) faults = [...faults, { field, words }]
  }
  const instant: unknown = kind === 'claim' ? Reflect.get(record, 'recorded') : undefined
  const recorded = instant === undefined ? undefined : instantProblem(instant)
  return recorded === undefined ? faults : [...faults, { field: 'recorded', words: recorded }]
}

const NONE: readonly DateFault[] = []

const FORM = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** What is wrong with an instant, or undefined. Takes any JSON value. */
export const instantProblem = (value: unknown): string | undefined =>
  readInstant(value) === undefined ? `must be an instant such as 2025-03-02T12:00:00Z` : undefined

/** Milliseconds since 1970 UTC of an instant (ISO 8601 with an offset); undefined where it cannot be read. */
export function readInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 60 || !FORM.test(value)) return undefined
  // A Date would take 30 February for 1 March.
  if (!isDate(value.slice(0, 10))) return undefined
  return Date.parse(value)
}
