import { readRecord } from '@core/formats/entente/read-records'
import { fieldsWith } from '@core/records/fields'
import { type AnyRecord, type Entity, KINDS, type Kind } from '@core/records/records'
import { isObject, jsonOrNothing, writeJson } from '@core/text/json'

// How our records stand in the database. What Neo4j can hold as such stands in properties of its own, so that other
// tools can read and search it; the rest of a record (lists of objects, unknown fields) is JSON in `more`.
// Reading uses both, so that what another tool writes into a property counts.

/** The kinds that are nodes; relations and pairs are relationships. */
export type NodeKind = Exclude<Kind, 'relation' | 'notSame'>

/** The label of each kind of node. All names of ours begin with Entente, but for those made from the vocabulary. */
export const LABELS: Readonly<Record<NodeKind, string>> = {
  entityType: 'EntenteEntityType',
  relationType: 'EntenteRelationType',
  source: 'EntenteSource',
  entity: 'EntenteEntity',
  claim: 'EntenteClaim',
  view: 'EntenteView',
  conflict: 'EntenteConflict'
}

/** The node with the graph's id and its number of changes. */
export const GRAPH = 'EntenteGraph'
/** A node for each change since the graph was copied here. */
export const CHANGE = 'EntenteChange'

/** Relationship types that are not in the vocabulary; claims and sources name the same ids in properties. */
export const ABOUT = 'ENTENTE_ABOUT'
export const FROM = 'ENTENTE_FROM'
export const BASED_ON = 'ENTENTE_BASED_ON'
export const NOT_SAME = 'ENTENTE_NOT_SAME'

/** The fields of each kind that are properties, beside `id` and `more`. */
const COLUMNS: ReadonlyMap<Kind, ReadonlySet<string>> = new Map(
  KINDS.map((kind) => [kind, new Set(fieldsWith(({ column }) => column === true, [kind]))])
)
const propertiesOf = (kind: Kind): ReadonlySet<string> => COLUMNS.get(kind) ?? new Set()

/** What the database holds beside the fields: for other tools to search (`names`), or our own (`writtenAs`). */
const DERIVED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  entity: ['names'],
  entityType: ['writtenAs'],
  relationType: ['writtenAs']
}

/** The properties that we read, in the order of the columns. */
export const columnsOf = (kind: Kind): readonly string[] => ['id', ...propertiesOf(kind), 'more']

/** The properties that we write. */
export const writtenOf = (kind: Kind): readonly string[] => [...columnsOf(kind), ...(DERIVED[kind] ?? [])]

/** The parameters of one record: its properties by name. */
export type Row = Readonly<Record<string, unknown>>

// These hold no text in `from`, `to` and `type` of a relation: they are the relationship itself.
const NOT_IN_MORE: Readonly<Partial<Record<Kind, ReadonlySet<string>>>> = {
  relation: new Set(['type', 'from', 'to']),
  notSame: new Set(['pair'])
}

/** A record as parameters. Whole numbers go out as such: the driver makes a float of every JavaScript number. */
export function encode(record: AnyRecord): Row {
  const { kind } = record
  const fields = propertiesOf(kind)
  const row: Record<string, unknown> = { id: record.id }
  const more = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined || key === 'kind' || key === 'id' || NOT_IN_MORE[kind]?.has(key)) continue
    if (fields.has(key) && (!DATES.has(key) || isText(value)))
      row[key] = typeof value === 'number' ? BigInt(value) : value
    else if (!(Array.isArray(value) && value.length === 0 && EMPTY_BY_DEFAULT.has(`${kind} ${key}`)))
      more.set(key, value)
  }
  if (more.size > 0) row.more = writeJson(Object.fromEntries(more))
  if (kind === 'relation') return { ...row, from: record.from, to: record.to }
  if (kind === 'notSame') return { ...row, from: record.pair[0], to: record.pair[1] }
  return kind === 'entity' ? { ...row, names: namesOf(record) } : row
}

// In the place of a date may stand any JSON value: what is no text that a database keeps as it is goes into `more`.
const DATES: ReadonlySet<string> = new Set(['published', 'period', 'when', 'recorded'])

const isText = (value: unknown) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0')

/** Lists that a record always has, if only empty. */
const EMPTY_BY_DEFAULT: ReadonlySet<string> = new Set(['entity aliases', 'view positions'])

const namesOf = ({ name, aliases }: Entity) => [...new Set([name, ...aliases.map(({ text }) => text)])]

/** What the reader says of a row: a record, or what is wrong with it. */
export type Decoded = { readonly record: AnyRecord } | { readonly problem: string }

/**
 * Properties as a record; one that is not there is absent, not null. Whole graphs come through here: a row without `more`
 * is not copied.
 */
export function decode(kind: Kind, row: Row): Decoded {
  const own = withDateTexts(row)
  const value = own.more === undefined ? own : withMore(own)
  if (!value) return { problem: `${kind} ${String(row.id)}: “more” is no JSON object.` }
  const read = readRecord(kind, kind === 'notSame' ? row.pair : value)
  if ('record' in read) return read
  const [first] = read.problems
  return { problem: `${kind} ${String(row.id)}: ${first?.path.join('.') ?? ''} ${first?.words ?? 'cannot be read'}.` }
}

/** Other tools make dates of their database's own types: those are read as the text that they print as. */
function withDateTexts(row: Row): Row {
  let read = row
  for (const field of DATES) {
    const value = row[field]
    if (Array.isArray(value)) read = { ...read, [field]: value.map(asJson) }
    else if (asJson(value) !== value) read = { ...read, [field]: asJson(value) }
  }
  return read
}

const asJson = (value: unknown) =>
  typeof value === 'bigint' ? Number(value) : typeof value === 'object' && value !== null ? String(value) : value

/** What stands in a property of its own counts, whatever `more` says of it. */
function withMore(row: Row): Row | undefined {
  const more = typeof row.more === 'string' ? jsonOrNothing(row.more) : undefined
  if (!isObject(more)) return undefined
  // Put into what was just parsed: copying both would take longer than reading them.
  const value = more as Record<string, unknown>
  for (const key in row) if (key !== 'more') value[key] = row[key]
  return value
}
