import { type Kind, notSameId } from '../../records/records'
import { SECTIONS } from '../../records/sections'
import { isObject, jsonOrNothing } from '../../text/json'
import { linesOf, type Path } from './lines'

/** A field of a record: the path from the record to it. */
export interface RecordField {
  readonly kind: Kind
  readonly id: string
  readonly path: Path
}

/** The line, from 1, of each field in the text of a file; that of its record where the field is not there, undefined without one. */
export function linesOfFields(text: string, fields: readonly RecordField[]): readonly (number | undefined)[] {
  if (fields.length === 0) return []
  const file = jsonOrNothing(text)
  const places = new Map<string, Path>()
  const wanted = new Set(fields.map(keyOf))
  for (const { kind, path } of SECTIONS) {
    if (!fields.some((field) => field.kind === kind)) continue
    const records = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), file)
    if (!Array.isArray(records)) continue
    for (const [index, record] of records.entries()) {
      const key = keyOf({ kind, id: idOf(record) })
      if (wanted.has(key)) places.set(key, [...path, index])
    }
  }
  // Without a record there is no line: a path that leads nowhere would give that of the file.
  const found = fields.flatMap((field) => {
    const place = places.get(keyOf(field))
    return place ? [[...place, ...field.path]] : []
  })
  const lines = linesOf(text, found)[Symbol.iterator]()
  return fields.map((field) => (places.has(keyOf(field)) ? lines.next().value : undefined))
}

const keyOf = ({ kind, id }: Pick<RecordField, 'kind' | 'id'>) => `${kind} ${id}`

/** A pair has no id in the file. */
function idOf(record: unknown): string {
  if (Array.isArray(record)) return notSameId(String(record[0]), String(record[1]))
  return isObject(record) && typeof record.id === 'string' ? record.id : ''
}
