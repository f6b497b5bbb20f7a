import { fieldsOf, fieldsWith } from '../records/fields'
import { type AnyRecord, KINDS } from '../records/records'
import { isObject } from '../text/json'
import { same } from './change'

/** A value merged from three: with our side winning conflicts, and with theirs. Equal where nothing conflicts. */
export interface MergedValue {
  readonly ours: unknown
  readonly theirs: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** Merges one field of a record: `base` is what both sides started from, undefined stands for absent. */
function mergeValue(field: string, base: unknown, ours: unknown, theirs: unknown): MergedValue {
  if (same(ours, base)) return { ours: theirs, theirs }
  if (same(theirs, base) || same(ours, theirs)) return { ours, theirs: ours }
  const key = LISTS.get(field)
  if (key && isList(ours) && isList(theirs) && (base === undefined || isList(base)))
    return mergeLists(key, base ?? [], ours, theirs)
  if (KEYED.has(field) && isFields(ours) && isFields(theirs) && (base === undefined || isFields(base)))
    return mergeFields(base ?? {}, ours, theirs)
  return { ours, theirs }
}

/** Merges a record field by field; `conflicting` names the fields that both sides changed, each in its own way. */
export function mergeRecords(
  base: AnyRecord | undefined,
  ours: AnyRecord,
  theirs: AnyRecord
): { readonly record: AnyRecord; readonly conflicting: ReadonlyMap<string, MergedValue> } {
  const from = new Map(Object.entries(base ?? {}))
  const [mine, other] = [new Map(Object.entries(ours)), new Map(Object.entries(theirs))]
  const conflicting = new Map<string, MergedValue>()
  const record = new Map<string, unknown>()
  for (const field of new Set([...other.keys(), ...mine.keys()])) {
    const value = mergeValue(field, from.get(field), mine.get(field), other.get(field))
    if (value.ours !== undefined) record.set(field, value.ours)
    if (!same(value.ours, value.theirs)) conflicting.set(field, value)
  }
  return { record: Object.fromEntries(record) as unknown as AnyRecord, conflicting }
}

const LISTS: ReadonlyMap<string, (entry: unknown) => string> = new Map(
  fieldsWith(({ entryKey }) => entryKey !== undefined).flatMap((field) => {
    const key = KINDS.map((kind) => fieldsOf(kind).get(field)?.entryKey).find((each) => each !== undefined)
    return key ? [[field, key] as const] : []
  })
)
const KEYED: ReadonlySet<string> = new Set(fieldsWith(({ editor }) => editor === 'properties'))

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isFields = (value: unknown): value is Fields => isObject(value)

function mergeLists(
  keyOf: (entry: unknown) => string,
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[]
): MergedValue {
  const byKey = (list: readonly unknown[]) => new Map(list.map((entry) => [keyOf(entry), entry]))
  const [from, mine, other] = [byKey(base), byKey(ours), byKey(theirs)]
  const merged = [...new Set([...other.keys(), ...mine.keys()])].map((key) =>
    mergeValue('', from.get(key), mine.get(key), other.get(key))
  )
  const side = (which: keyof MergedValue) => merged.map((value) => value[which]).filter((entry) => entry !== undefined)
  return { ours: side('ours'), theirs: side('theirs') }
}

function mergeFields(base: Fields, ours: Fields, theirs: Fields): MergedValue {
  const merged = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].map((key) => ({
    key,
    value: mergeValue('', own(base, key), own(ours, key), own(theirs, key))
  }))
  const side = (which: keyof MergedValue) =>
    Object.fromEntries(merged.map(({ key, value }) => [key, value[which]]).filter(([, value]) => value !== undefined))
  return { ours: side('ours'), theirs: side('theirs') }
}

const own = (fields: Fields, key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined)
