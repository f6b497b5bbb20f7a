import { z } from 'zod'
import { type Refusal, refuse } from '../change/refusal'
import { Name } from '../records/text'
import { jsonOrNothing, writeJson } from '../text/json'
import { check, sentence } from '../text/problem-messages'
import { quote } from '../text/quote'
import { ORDERS } from './dates'
import { headKey, Role } from './roles'
import { MOST_COLUMNS } from './sheet'

/** How tables of one kind are read: kept in a file of its own, format `entente-table-mapping`, version 1. */
export const Mapping = z.object({
  format: z.literal('entente-table-mapping').default('entente-table-mapping'),
  version: z.literal(1).default(1),
  /** What tables of this kind are called; part of the ids of what has a key. */
  name: Name,
  /** Whether the first row holds the names of the columns; if not they are called Column 1, Column 2 … */
  hasHeads: z.boolean().default(true),
  columns: z.array(z.object({ head: z.string().max(200), role: Role })).max(MOST_COLUMNS),
  /** The column by which a row is found again in the next delivery. */
  key: z.string().max(200).optional(),
  /** In which order the numbers of a date stand; absent: as the dates themselves tell. */
  order: z.enum(ORDERS).optional(),
  /** The title of the source of rows that name none; absent: the table itself. */
  source: Name.optional(),
  /** The relation of rows that name none, by its word. */
  relation: Name.optional(),
  /** The type of new entities where neither a column nor the relation says it, by its word. */
  type: Name.optional(),
  /** Whether a word for a type that is not known makes a new type; if not, its rows are left out. */
  newTypes: z.boolean().default(true)
})

export type Mapping = z.infer<typeof Mapping>

/** Longest mapping file, in UTF-16 code units. */
export const MOST_MAPPING = 1_000_000

/** The mapping in the text of a file, or why it is none. */
export function readMapping(text: string): Mapping | Refusal {
  const value = jsonOrNothing(text.replace(/^\ufeff/, ''))
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'entente-table-mapping')
    return refuse('This is no mapping for tables: a file of JSON with "format": "entente-table-mapping" is needed.')
  if ('version' in value && typeof value.version === 'number' && value.version > 1)
    return refuse('This mapping was made by a newer Entente. Use that one, or make the mapping anew.')
  const checked = check(Mapping, value)
  if ('value' in checked) return checked.value
  const [first] = checked.problems
  return refuse(first ? sentence('The mapping', first) : 'The mapping cannot be read.')
}

/** The text of a mapping file. */
export const writeMapping = (mapping: Mapping): string => `${writeJson(Mapping.parse(mapping), 2)}\n`

/** The role of each column of a table with these heads, in their order; a column that the mapping does not name is left out. */
export function rolesFor(mapping: Mapping, heads: readonly string[]): readonly Role[] | Refusal {
  const byHead = new Map(mapping.columns.map(({ head, role }) => [headKey(head) || head, role]))
  const there = new Set(heads.map((head) => headKey(head) || head))
  const wanted = mapping.columns.filter(({ role }) => role !== 'ignore').map(({ head }) => head)
  const gone = [...wanted, ...(mapping.key === undefined ? [] : [mapping.key])].find(
    (head) => !there.has(headKey(head) || head)
  )
  if (gone !== undefined)
    return refuse(
      `The mapping names a column ${quote(gone)}, which this table does not have. It has: ${heads
        .slice(0, 12)
        .map((head) => quote(head))
        .join(', ')}.`
    )
  return heads.map((head) => byHead.get(headKey(head) || head) ?? 'ignore')
}

/** Tables with the same heads are of one kind, in whatever order they stand. */
export const kindOfHeads = (heads: readonly string[]): string =>
  heads
    .map((head) => headKey(head) || head)
    .sort()
    .join('\n')
