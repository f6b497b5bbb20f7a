import type { Graph } from '../../graph/graph'
import { Alias, type AnyRecord, KINDS, type Kind, Locator, SCHEMAS, Source } from '../../records/records'
import { FORMAT, SECTIONS, VERSION } from './sections'

/**
 * The graph as the text of a `*.entente.json` file: UTF-8, LF, one record a line, sorted by id, keys in the order of the
 * schemas and after them by code unit, texts in NFC (ids as they are). The same graph gives the same text.
 */
export function serialiseGraph(graph: Graph): string {
  const vocabulary = graph.extra.get('vocabulary')
  const extra = [...graph.extra].filter(([key]) => key !== 'vocabulary')
  const section = (kind: Kind, name: string) => `"${name}": ${list(graph, kind)}`
  const inVocabulary = SECTIONS.filter(({ path }) => path.length === 2)
  const types = inVocabulary.map(({ kind, path }) => section(kind, path[1] ?? ''))
  const fields = [
    `"format": "${FORMAT}"`,
    `"version": ${VERSION}`,
    `"title": ${text(graph.title)}`,
    `"vocabulary": {\n${[...types, ...unknown(vocabulary)].join(',\n')}\n}`,
    ...SECTIONS.filter(({ path }) => path.length === 1).map(({ kind, path }) => section(kind, path[0])),
    ...unknown(Object.fromEntries(extra))
  ]
  return `{\n${fields.join(',\n')}\n}\n`
}

function list(graph: Graph, kind: Kind): string {
  const ids = [...graph.all(kind).keys()].sort()
  const rows: string[] = []
  for (const id of ids) {
    const record = graph.get(kind, id)
    if (record) rows.push(lineOf(record))
  }
  return rows.length > 0 ? `[\n${rows.join(',\n')}\n]` : '[]'
}

// A record never changes, so its line is made once: saving one edit of a large graph writes one line anew.
const lines = new WeakMap<AnyRecord, string>()

/** A record as its line of the file, without line feed or comma. */
export function lineOf(record: AnyRecord): string {
  const known = lines.get(record)
  if (known !== undefined) return known
  const made = record.kind === 'notSame' ? write(record.pair, false) : writeRecord(record)
  lines.set(record, made)
  return made
}

const keysOf = (schema: { readonly shape: object }) => Object.keys(schema.shape).filter((key) => key !== 'kind')

const ORDERS: ReadonlyMap<Kind, readonly string[]> = new Map(KINDS.map((kind) => [kind, keysOf(SCHEMAS[kind])]))

const NESTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['aliases', Object.keys(Alias.shape)],
  ['locator', Object.keys(Locator.shape)],
  ['text', Object.keys(Source.shape.text.unwrap().shape)]
])

// Fields that hold ids. An id that were changed here could meet another or lose what refers to it; attributedTo may be one.
const IDS: ReadonlySet<string> = new Set([
  ...['id', 'type', 'from', 'to', 'about', 'source', 'basedOn', 'attributedTo', 'symbol', 'entities', 'positions'],
  ...['hiddenTypes', 'hiddenRelationTypes', 'hiddenStatuses']
])

const writeRecord = (record: AnyRecord) =>
  writeObject(record, ORDERS.get(record.kind) ?? [], (key, value) =>
    key === 'kind' ? undefined : write(value, !IDS.has(key), NESTED.get(key))
  )

function write(value: unknown, isText: boolean, order: readonly string[] = []): string {
  if (typeof value === 'string') return isText ? text(value) : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((part) => write(part, isText, order)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return writeObject(value, order, (_key, part) => write(part, isText))
}

function writeObject(
  value: object,
  order: readonly string[],
  writeField: (key: string, part: unknown) => string | undefined
): string {
  const known = order.filter((key) => Object.hasOwn(value, key))
  const others = Object.keys(value).filter((key) => !order.includes(key))
  const fields: string[] = []
  for (const key of [...known, ...others.sort()]) {
    const part: unknown = Reflect.get(value, key)
    const written = part === undefined ? undefined : writeField(key, part)
    if (written !== undefined) fields.push(`${JSON.stringify(key)}:${written}`)
  }
  return `{${fields.join(',')}}`
}

const text = (value: string) => JSON.stringify(value.normalize('NFC'))

const unknown = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}: ${write(Reflect.get(value, key), true)}`)
    : []
