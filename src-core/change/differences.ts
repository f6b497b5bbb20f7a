import type { Edit, Graph } from '../graph/graph'
import type { AnyRecord, Kind } from '../records/records'
import { isObject } from '../text/json'
import { diff, same } from './change'

/** What became of a record, or of what a file says beside its records. */
export type Deed = 'added' | 'changed' | 'removed'

/** One field of a record in two graphs, a property as `properties.NAME`; a side that has none is absent. */
interface FieldDifference {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** One record in which two graphs differ, with each field that does; of one added or removed, all its fields. */
export interface Difference {
  readonly deed: Deed
  readonly kind: Kind | 'graph'
  /** Empty for the graph itself: its title and fields that are not known here. */
  readonly id: string
  readonly fields: readonly FieldDifference[]
}

/** Whether an edit adds, changes or removes its record. */
export const deedOf = ({ before, after }: Edit): Deed => (!before ? 'added' : after ? 'changed' : 'removed')

/** The fields in which an edit changes its record, its properties as one. */
export const differencesOf = ({ before, after }: Edit): readonly string[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => !same(Reflect.get(before ?? {}, field), Reflect.get(after ?? {}, field))
  )

/** All in which two graphs differ: the graph itself, then records by kind and id. It leads from the one to the other. */
export function* differences(from: Graph, to: Graph): Generator<Difference> {
  const head = changedFields(headOf(from), headOf(to))
  if (head.length > 0) yield { deed: 'changed', kind: 'graph', id: '', fields: head }
  for (const edit of diff(from, to).edits) {
    const record = edit.after ?? edit.before
    if (!record) continue
    const fields = changedFields(fieldsOf(edit.before), fieldsOf(edit.after))
    yield { deed: deedOf(edit), kind: record.kind, id: record.id, fields }
  }
}

type Fields = ReadonlyMap<string, unknown>

const headOf = ({ title, extra }: Graph): Fields => new Map([['title', title], ...extra])

/** Each property is a field of its own: that is what a reader compares. */
function fieldsOf(record: AnyRecord | undefined): Fields {
  const fields = new Map<string, unknown>()
  for (const [field, value] of Object.entries(record ?? {})) {
    if (field === 'kind' || field === 'id' || value === undefined) continue
    if (field === 'properties' && isObject(value) && Object.keys(value).length > 0)
      for (const [name, one] of Object.entries(value)) fields.set(`properties.${name}`, one)
    else fields.set(field, value)
  }
  return fields
}

const changedFields = (before: Fields, after: Fields): readonly FieldDifference[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => before.has(field) !== after.has(field) || !same(before.get(field), after.get(field)))
    .map((field) => ({
      field,
      ...(before.has(field) && { before: before.get(field) }),
      ...(after.has(field) && { after: after.get(field) })
    }))
