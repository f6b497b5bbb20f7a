import { same } from '../change/change'
import { type Deed, deedOf } from '../change/differences'
import type { Edit } from '../graph/graph'
import { fieldsOf, fieldsWith } from '../records/fields'
import { valueText } from '../records/property-values'
import type { AnyRecord, Kind } from '../records/records'
import { isObject, writeJson } from '../text/json'
import { type Find, fieldLabel, subjectOf, valueInWords } from './field-labels'

/** What became of one field; `before` and `after` in words, absent where there was or is none. */
interface FieldLabels {
  readonly label: string
  readonly before?: string
  readonly after?: string
}

/** One edit in words. */
export interface EditWords {
  readonly deed: Deed
  readonly kind: Kind
  /** What the record is called, in one line. */
  readonly subject: string
  readonly fields: readonly FieldLabels[]
}

/** What a field that holds another program's data says, in words, by the name of each part. */
export type PartsInWords = (value: unknown) => ReadonlyMap<string, string>

/** An edit in words, field by field; undefined where it is empty. `ofDatabase` reads the field `neo4j`. */
export function editInWords(edit: Edit, find: Find, ofDatabase: PartsInWords): EditWords | undefined {
  const record = edit.after ?? edit.before
  if (!record) return undefined
  return {
    deed: deedOf(edit),
    kind: record.kind,
    subject: subjectOf(record, find),
    fields: changedFields(edit, find, ofDatabase)
  }
}

function changedFields({ before, after }: Edit, find: Find, ofDatabase: PartsInWords): readonly FieldLabels[] {
  const kind = (after ?? before)?.kind ?? 'entity'
  const skipped = new Set([
    'kind',
    'id',
    ...(before && after ? [] : fieldsWith(({ inSubject }) => inSubject === true, [kind]))
  ])
  const [was, is] = [fields(before), fields(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !skipped.has(field) && !same(was.get(field), is.get(field)))
    .flatMap((field) => {
      const [before, after] = [was.get(field), is.get(field)]
      if (fieldsOf(kind).get(field)?.editor === 'properties') return partsInWords(before, after, propertiesInWords)
      // Most of what a database says of a record is in its properties.
      if (field === 'neo4j') return partsInWords(before, after, ofDatabase)
      return fieldInWords(kind, field, before, after, find)
    })
}

const fields = (record: AnyRecord | undefined): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(record ?? {}).filter(([, value]) => value !== undefined && !isEmpty(value)))

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function fieldInWords(kind: Kind, field: string, was: unknown, is: unknown, find: Find): readonly FieldLabels[] {
  const label = fieldLabel(field)
  const words = (value: unknown) => (value === undefined ? undefined : valueInWords(kind, field, value, find))
  // Of a list that has changed, only what is new or gone is worth reading.
  if (Array.isArray(was) && Array.isArray(is)) {
    const [gone, come] = [without(was, is), without(is, was)]
    if (gone.length + come.length > 0)
      return [made(label, gone.length > 0 ? words(gone) : undefined, come.length > 0 ? words(come) : undefined)]
  }
  return [made(label, words(was), words(is))]
}

const without = (list: readonly unknown[], other: readonly unknown[]) => {
  const known = new Set(other.map((entry) => writeJson(entry)))
  return list.filter((entry) => !known.has(writeJson(entry)))
}

function partsInWords(was: unknown, is: unknown, inWords: PartsInWords): readonly FieldLabels[] {
  const [before, after] = [inWords(was), inWords(is)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => made(key, before.get(key), after.get(key)))
}

const propertiesInWords: PartsInWords = (value) =>
  new Map(isObject(value) ? Object.entries(value).map(([key, entry]) => [key, valueText(entry)]) : [])

const made = (label: string, before: string | undefined, after: string | undefined): FieldLabels => ({
  label,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after })
})
