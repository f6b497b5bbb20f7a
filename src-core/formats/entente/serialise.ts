import type { Graph } from '../../graph/graph'
import { sortInSteps } from '../../queries/sort-in-steps'
import { fieldsWith } from '../../records/fields'
import { Alias, type AnyRecord, KINDS, type Kind, Locator, SCHEMAS, Source } from '../../records/records'
import { FORMAT, SECTIONS, VERSION } from '../../records/sections'
import { ExactNumber } from '../../text/exact-number'

/**
 * The graph as the text of a `*.entente.json` file: UTF-8, LF, one record a line, sorted by id, keys in the order of the
 * schemas and after them by code unit, texts in NFC (ids as they are). The same graph gives the same text.
 */
export const serialiseGraph = (graph: Graph): string => [...piecesOf(graph)].join('')

/** The same text in pieces of a few milliseconds' work each; some may be empty. */
export function* piecesOf(graph: Graph): Generator<string> {
  const vocabulary = graph.extra.get('vocabulary')
  const extra = [...graph.extra].filter(([key]) => key !== 'vocabulary')
  let head = `{\n"format": "${FORMAT}",\n"version": ${VERSION},\n"title": ${text(graph.title)},\n"vocabulary": {\n`
  for (const [at, { kind, path }] of SECTIONS.entries()) {
    const [name = '', next] = [path.at(-1), SECTIONS[at + 1]]
    // Most files have no conflicts: only a merge leaves some.
    if (kind === 'conflict' && graph.all(kind).size === 0) continue
    yield* section(graph, kind, `${head}"${name}": `)
    head = ',\n'
    // The vocabulary comes first and is an object of its own.
    if (path.length === 2 && next?.path.length === 1)
      head = `${unknown(vocabulary)
        .map((field) => `,\n${field}`)
        .join('')}\n},\n`
  }
  yield `${unknown(Object.fromEntries(extra))
    .map((field) => `,\n${field}`)
    .join('')}\n}\n`
}

/** How many records make up a piece. */
const PIECE = 1_000

function* section(graph: Graph, kind: Kind, begin: string): Generator<string> {
  const ids = yield* sorted(graph.all(kind).keys())
  if (ids.length === 0) return yield `${begin}[]`
  for (let from = 0; from < ids.length; from += PIECE) {
    const rows: string[] = []
    for (const id of ids.slice(from, from + PIECE)) {
      const record = graph.get(kind, id)
      if (record) rows.push(lineOf(record))
    }
    const isLast = from + PIECE >= ids.length
    yield `${from === 0 ? `${begin}[\n` : ''}${rows.join(',\n')}${isLast ? '\n]' : ',\n'}`
  }
}

/** Texts by code unit. */
function* sorted(texts: Iterable<string>): Generator<string, readonly string[]> {
  const steps = sortInSteps([...texts], undefined, 8 * PIECE)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    yield ''
  }
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
  'id',
  ...fieldsWith(
    ({ refersTo, isId }) => refersTo !== undefined || isId === true,
    KINDS.filter((kind) => kind !== 'notSame')
  )
])

// What stands in the place of a date may be no date of ours: then it stays to the byte.
const DATES: ReadonlySet<string> = new Set(['when', 'recorded', 'published', 'period', 'asOf'])

const writeRecord = (record: AnyRecord) =>
  writeObject(record, ORDERS.get(record.kind) ?? [], (key, value) =>
    key === 'kind' ? undefined : valueText(key, value)
  )

/** What that field of a record holds, as it is written in the record's line. */
export const valueText = (field: string, value: unknown): string =>
  write(value, !IDS.has(field) && !DATES.has(field), NESTED.get(field))

function write(value: unknown, isText: boolean, order: readonly string[] = []): string {
  if (typeof value === 'string') return isText ? text(value) : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((part) => write(part, isText, order)).join(',')}]`
  if (value instanceof ExactNumber) return value.text
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
