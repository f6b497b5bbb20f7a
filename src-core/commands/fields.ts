import type { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import { dateText } from '../records/date-labels'
import { isDate } from '../records/dates'
import { dateFaults } from '../records/dates-of-record'
import { type Field, fieldsOf } from '../records/fields'
import { type Kind, type RecordOf, SCHEMAS } from '../records/records'
import { ExactNumber } from '../text/exact-number'
import { check, type FieldProblem, fieldName, isSentence } from '../text/problem-messages'

type Fields = Readonly<Record<string, unknown>>

/** What a form hands over, as it should be kept: texts in NFC without blanks at their ends; what is blank or undefined is left out. */
function tidy(fields: object): Fields {
  const kept = new Map<string, unknown>()
  for (const [key, value] of Object.entries(fields)) {
    const tidied = tidyValue(value)
    if (tidied !== undefined && tidied !== '') kept.set(key, tidied)
  }
  return Object.fromEntries(kept)
}

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim()
  if (Array.isArray(value)) return value.map(tidyValue)
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return value
  const fields = tidy(value)
  return Object.keys(fields).length > 0 ? fields : undefined
}

/** A record of that kind made from a form's fields, or a refusal that names the field at fault, after `prefix`. */
export function recordFrom<K extends Kind>(kind: K, fields: object, prefix = ''): RecordOf<K> | Refusal {
  return recordOf(kind, tidy(fields), prefix, () => true)
}

/** `isNew` tells of which fields the dates were typed now: those that were there may be anything. */
function recordOf<K extends Kind>(
  kind: K,
  fields: Fields,
  prefix: string,
  isNew: (field: string) => boolean
): RecordOf<K> | Refusal {
  const checked = check(SCHEMAS[kind] as unknown as z.ZodType<RecordOf<K>>, { ...fields, kind })
  if ('value' in checked) {
    const fault = dateFaults(kind, checked.value).find(({ field }) => isNew(field))
    return fault
      ? refuse(words(kind, { path: [fault.field], words: fault.words }), prefix + fault.field)
      : checked.value
  }
  const [first] = checked.problems
  return first ? refuse(words(kind, first), prefix + first.path.join('.')) : refuse('This cannot be kept.')
}

/** A record with some of its fields changed; a field that is undefined or blank goes. */
export function patched<K extends Kind>(
  kind: K,
  record: RecordOf<K>,
  patch: object,
  prefix = ''
): RecordOf<K> | Refusal {
  const was = new Map(Object.entries(record))
  const faults = new Map(dateFaults(kind, record).map(({ field }) => [field, dateText(was.get(field))]))
  const typed = new Map(Object.entries(patch))
  // A form shows a date that cannot be read as it is. Where nobody wrote another one, it stays.
  const isTouched = (key: string) => typed.has(key) && !(faults.has(key) && isAsShown(typed.get(key), faults.get(key)))
  const result = recordOf(kind, tidy({ ...record, ...patch, id: record.id }), prefix, isTouched)
  if (isRefusal(result)) return result
  // What the schema does not know stays as it came: tidying is for what the user typed.
  const untouched = Object.entries(record).filter(([key]) => !isTouched(key))
  return { ...result, ...Object.fromEntries(untouched) }
}

/** Whether a field that shows a text was left as it is, and what stands in it is no date. */
const isAsShown = (typed: unknown, shown = '') =>
  typeof typed === 'string' && typed.trim() === shown.trim() && !isDate(typed.trim())

function words(kind: Kind, { path, words }: FieldProblem): string {
  if (isSentence(words)) return words
  const [first, second] = path
  if (first === 'aliases' && typeof second === 'number') return `Name ${second + 1} of the other names ${words}.`
  const field = path.length === 1 ? fieldsOf(kind).get(String(first)) : undefined
  return `${field ? subjectOf(field) : `“${fieldName(path)}”`} ${words}.`
}

const subjectOf = ({ label, subject }: Field) => subject ?? `The ${label.charAt(0).toLowerCase()}${label.slice(1)}`
