import { z } from 'zod'

// What a database holds, as data that loses nothing: no JavaScript number stands for a 64-bit integer, no Date for a date.

/** Kinds of value that are wholly said by their text: integers in decimal, temporal values in ISO 8601 as the server writes them. */
const PLAIN_TYPES = [
  'integer',
  'float',
  'date',
  'time',
  'local time',
  'date-time',
  'local date-time',
  'duration'
] as const

/** One kind of plain value. */
export type PlainType = (typeof PLAIN_TYPES)[number]

/** A value of an external database, exact, or cut where `length` says that there is more. */
export type ExternalValue =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: PlainType; readonly text: string }
  /** `length`, in UTF-16 code units, is there when the text was cut. */
  | { readonly type: 'string'; readonly text: string; readonly length?: number }
  /** `hex`: two digits a byte, from the first on; `length` in bytes. */
  | { readonly type: 'bytes'; readonly hex: string; readonly length: number }
  /** `srid`: EPSG code of the coordinate system, or 7203 and 9157 for plain x, y and x, y, z. */
  | { readonly type: 'point'; readonly srid: string; readonly coordinates: readonly string[] }
  /** `length` is that of the whole list; `items` are its first. */
  | { readonly type: 'list'; readonly items: readonly ExternalValue[]; readonly length: number }
  | { readonly type: 'map'; readonly entries: readonly Property[] }
  | { readonly type: 'node'; readonly node: ExternalNode }
  | { readonly type: 'relationship'; readonly relationship: ExternalRelationship }
  | {
      readonly type: 'path'
      readonly nodes: readonly ExternalNode[]
      readonly relationships: readonly ExternalRelationship[]
    }
  /** Something that this version has no kind for, as the driver words it. */
  | { readonly type: 'other'; readonly text: string }

/** A name and its value; pairs in a list, since a database may use any text as a name. */
export type Property = readonly [string, ExternalValue]

/** A node; `id` holds within one session only, and never goes into a file. */
export interface ExternalNode {
  readonly id: string
  readonly labels: readonly string[]
  readonly properties: readonly Property[]
}

/** A relationship between two nodes, which are named by their ids of this session. */
export interface ExternalRelationship {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly properties: readonly Property[]
}

const Value: z.ZodType<ExternalValue> = z.lazy(() => ExternalValue)

/** The shape of a name and its value. */
export const Property: z.ZodType<Property> = z.tuple([z.string(), Value]).readonly()

/** The shape of a node. */
export const ExternalNode: z.ZodType<ExternalNode> = z.object({
  id: z.string(),
  labels: z.array(z.string()).readonly(),
  properties: z.array(Property).readonly()
})

/** The shape of a relationship. */
export const ExternalRelationship: z.ZodType<ExternalRelationship> = z.object({
  id: z.string(),
  type: z.string(),
  from: z.string(),
  to: z.string(),
  properties: z.array(Property).readonly()
})

/** The shape of a value. */
export const ExternalValue: z.ZodType<ExternalValue> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('boolean'), value: z.boolean() }),
  z.object({ type: z.enum(PLAIN_TYPES), text: z.string() }),
  z.object({ type: z.literal('string'), text: z.string(), length: z.int().optional() }),
  z.object({ type: z.literal('bytes'), hex: z.string(), length: z.int() }),
  z.object({ type: z.literal('point'), srid: z.string(), coordinates: z.array(z.string()).readonly() }),
  z.object({ type: z.literal('list'), items: z.array(Value).readonly(), length: z.int() }),
  z.object({ type: z.literal('map'), entries: z.array(Property).readonly() }),
  z.object({ type: z.literal('node'), node: ExternalNode }),
  z.object({ type: z.literal('relationship'), relationship: ExternalRelationship }),
  z.object({
    type: z.literal('path'),
    nodes: z.array(ExternalNode).readonly(),
    relationships: z.array(ExternalRelationship).readonly()
  }),
  z.object({ type: z.literal('other'), text: z.string() })
])

/** Whether two values are the same in kind and in every digit; a cut value is the same as none. */
export function sameValue(a: ExternalValue, b: ExternalValue): boolean {
  return !isCut(a) && !isCut(b) && JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

/** Whether the value is only the beginning of what the database holds. */
export function isCut(value: ExternalValue): boolean {
  switch (value.type) {
    case 'string':
      return value.length !== undefined
    case 'bytes':
      return value.hex.length < value.length * 2
    case 'list':
      return value.items.length < value.length || value.items.some(isCut)
    case 'map':
      return value.entries.some(([, one]) => isCut(one))
    default:
      return false
  }
}

/** The value with the entries of its maps by name, as their order says nothing. */
function ordered(value: ExternalValue): ExternalValue {
  if (value.type === 'list') return { ...value, items: value.items.map(ordered) }
  if (value.type !== 'map') return value
  const entries = value.entries.map(([name, one]) => [name, ordered(one)] as const)
  return { type: 'map', entries: entries.sort(([a], [b]) => (a < b ? -1 : 1)) }
}
