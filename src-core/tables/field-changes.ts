import { same } from '../change/change'
import { fieldsOf } from '../records/fields'
import type { Kind, RecordOf } from '../records/records'
import { plain } from '../text/quote'

/** Longest value that a list of changes shows, in characters. */
const LONGEST = 80

/** What differs between two states of a record, in the words of its form; properties and other names one by one. */
export function fieldChanges<K extends Kind>(kind: K, before: RecordOf<K>, after: RecordOf<K>) {
  const fields: { label: string; before: string; after: string }[] = []
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(key), is.get(key)]
    if (same(one, other)) continue
    if (key === 'properties') {
      const [mine, theirs] = [entriesOf(one), entriesOf(other)]
      for (const [name, value] of theirs)
        if (!same(mine.get(name), value))
          fields.push({ label: plain(name), before: shown(mine.get(name)), after: shown(value) })
      continue
    }
    fields.push({ label: fieldsOf(kind).get(key)?.label ?? plain(key), before: shown(one), after: shown(other) })
  }
  return fields
}

const entriesOf = (value: unknown) => new Map<string, unknown>(Object.entries(value ?? {}))

function shown(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return plain(value.map((one) => textOf(one)).join(', '), LONGEST)
  return plain(String(value), LONGEST)
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : String(value)
