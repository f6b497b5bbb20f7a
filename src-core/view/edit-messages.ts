import { same } from '../change/change'
import { databaseLabels } from '../external/database-labels'
import type { Edit } from '../graph/graph'
import type { AnyRecord, Kind } from '../records/records'
import { type Find, fieldLabel, relationInWords, valueInWords } from './field-labels'

/** What became of one field; `before` and `after` in words, absent where there was or is none. */
interface FieldLabels {
  readonly label: string
  readonly before?: string
  readonly after?: string
}

/** What an edit does to a record. */
export type Deed = 'added' | 'changed' | 'removed'

/** One edit in words. */
export interface EditWords {
  readonly deed: Deed
  readonly kind: Kind
  /** What the record is called, in one line. */
  readonly subject: string
  readonly fields: readonly FieldLabels[]
}

/** Whether an edit adds, changes or removes its record. */
export const deedOf = ({ before, after }: Edit): Deed => (!before ? 'added' : after ? 'changed' : 'removed')

/** An edit in words, field by field; undefined where it is empty. */
export function editInWords(edit: Edit, find: Find): EditWords | undefined {
  const record = edit.after ?? edit.before
  if (!record) return undefined
  return { deed: deedOf(edit), kind: record.kind, subject: subjectOf(record, find), fields: fieldsOf(edit, find) }
}

/** What a record is called, in one line; a claim by its statement. */
export function subjectOf(record: AnyRecord, find: Find): string {
  switch (record.kind) {
    case 'entity':
    case 'view':
      return record.name
    case 'relation':
      return relationInWords(record, find)
    case 'claim':
      return record.statement
    case 'source':
      return record.title
    case 'entityType':
    case 'relationType':
      return record.label
    case 'notSame':
      return record.pair.map((id) => find('entity', id)?.name ?? id).join(' and ')
  }
}

/** The fields that the line of a record says already. */
const SUBJECT: Readonly<Record<Kind, readonly string[]>> = {
  entity: ['name'],
  view: ['name'],
  relation: ['type', 'from', 'to'],
  claim: ['statement'],
  source: ['title'],
  entityType: ['label'],
  relationType: ['label'],
  notSame: ['pair']
}

function fieldsOf({ before, after }: Edit, find: Find): readonly FieldLabels[] {
  const kind = (after ?? before)?.kind ?? 'entity'
  const skipped = new Set(['kind', 'id', ...(before && after ? [] : SUBJECT[kind])])
  const [was, is] = [fields(before), fields(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !skipped.has(field) && !same(was.get(field), is.get(field)))
    .flatMap((field) => fieldInWords(kind, field, was.get(field), is.get(field), find))
}

const fields = (record: AnyRecord | undefined): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(record ?? {}).filter(([, value]) => value !== undefined && !isEmpty(value)))

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function fieldInWords(kind: Kind, field: string, was: unknown, is: unknown, find: Find): readonly FieldLabels[] {
  if (field === 'properties') return propertiesInWords(was, is)
  if (field === 'neo4j') return databaseInWords(was, is)
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
  const known = new Set(other.map((entry) => JSON.stringify(entry)))
  return list.filter((entry) => !known.has(JSON.stringify(entry)))
}

/** What a record's field about its database says that no other field does; most of it is in the properties. */
function databaseInWords(was: unknown, is: unknown): readonly FieldLabels[] {
  const [before, after] = [databaseLabels(was), databaseLabels(is)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => made(key, before.get(key), after.get(key)))
}

function propertiesInWords(was: unknown, is: unknown): readonly FieldLabels[] {
  const [before, after] = [entriesOf(was), entriesOf(is)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => made(key, before.get(key), after.get(key)))
}

const entriesOf = (value: unknown): ReadonlyMap<string, string> =>
  new Map(
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, entry]) => [
          key,
          typeof entry === 'boolean' ? (entry ? 'yes' : 'no') : `${entry}`
        ])
      : []
  )

const made = (label: string, before: string | undefined, after: string | undefined): FieldLabels => ({
  label,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after })
})
