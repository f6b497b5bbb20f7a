import type { ForeignNode, ForeignRelationship, ForeignValue, PlainType, Property } from '@core/foreign/value'
import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver'

/** How much of one value crosses to the window: characters of a text, bytes, items of a list, and how deep lists and maps go. */
const MOST = { text: 20_000, bytes: 1_024, items: 1_000, depth: 20 }

/** A node in the text form of `exactNode` in exact-text.ts: its zoned times come as the server writes them. */
export const EXACT_ID = 'entente:id'
export const ZONED = 'entente:zoned'

/** What the driver gives for a value, as data that loses nothing. */
export function hydrate(value: unknown, depth = 0): ForeignValue {
  switch (typeof value) {
    case 'boolean':
      return { type: 'boolean', value }
    case 'bigint':
      return { type: 'integer', text: String(value) }
    case 'number':
      return { type: 'float', text: floatText(value) }
    case 'string':
      return text(value)
    default:
      return value === null || value === undefined ? { type: 'null' } : hydrateObject(value, depth)
  }
}

/** A node of the driver's, or one that came in its text form. */
export function hydrateNode(value: unknown): ForeignNode {
  if (neo4j.isNode(value as object)) return node(value as Node)
  const [id, labels, properties] = (value as Readonly<Record<string, readonly unknown[]>>)[EXACT_ID] ?? []
  const pairs = properties as readonly (readonly [string, unknown])[]
  return {
    id: String(id),
    labels: (labels as readonly string[]).map(String),
    properties: pairs.map(([name, one]) => [name, hydrate(one, 1)])
  }
}

/** A relationship of the driver's. */
export function hydrateRelationship(value: unknown): ForeignRelationship {
  const found = value as Relationship
  return {
    id: found.elementId,
    type: found.type,
    from: found.startNodeElementId,
    to: found.endNodeElementId,
    properties: properties(found.properties, 1)
  }
}

function hydrateObject(value: object, depth: number): ForeignValue {
  if (depth > MOST.depth) return { type: 'other', text: '… deeper than is shown' }
  if (Array.isArray(value)) return list(value, depth)
  if (neo4j.isNode(value)) return { type: 'node', node: node(value) }
  if (neo4j.isRelationship(value)) return { type: 'relationship', relationship: hydrateRelationship(value) }
  if (neo4j.isPath(value)) return path(value)
  if (neo4j.isPoint(value)) {
    const { srid, x, y, z } = value
    const coordinates = [x, y, ...(z === undefined || z === null ? [] : [z])]
    return { type: 'point', srid: String(srid), coordinates: coordinates.map(floatText) }
  }
  const temporal = TEMPORAL.find(([is]) => is(value))
  if (temporal) return { type: temporal[1], text: isoText(String(value)) }
  if (value instanceof Uint8Array) {
    const hex = Buffer.from(value.subarray(0, MOST.bytes)).toString('hex')
    return { type: 'bytes', hex, length: value.length }
  }
  if (ZONED in value) return zoned(value[ZONED])
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    return { type: 'other', text: String(value).slice(0, MOST.text) }
  return { type: 'map', entries: properties(value, depth + 1) }
}

const TEMPORAL: readonly (readonly [(value: object) => boolean, PlainType])[] = [
  [neo4j.isDate, 'date'],
  [neo4j.isTime, 'time'],
  [neo4j.isLocalTime, 'local time'],
  [neo4j.isDateTime, 'date-time'],
  [neo4j.isLocalDateTime, 'local date-time'],
  [neo4j.isDuration, 'duration']
]

/** ISO 8601 as the server writes it: no zeros at the end of a fraction, and four digits of a year where they suffice. */
const isoText = (text: string) =>
  text
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '')
    .replace(/^-00(?=\d{4}-)/, '-')

/** The shortest decimal that is this very number, with a point that tells it from an integer; as Cypher writes what is none. */
function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

const text = (value: string): ForeignValue =>
  value.length <= MOST.text
    ? { type: 'string', text: value.toWellFormed() }
    : { type: 'string', text: value.slice(0, MOST.text).toWellFormed(), length: value.length }

const list = (items: readonly unknown[], depth: number): ForeignValue => ({
  type: 'list',
  items: items.slice(0, MOST.items).map((item) => hydrate(item, depth + 1)),
  length: items.length
})

function zoned(value: unknown): ForeignValue {
  const one = (item: unknown): ForeignValue => ({ type: 'date-time', text: String(item) })
  return Array.isArray(value)
    ? { type: 'list', items: value.slice(0, MOST.items).map(one), length: value.length }
    : one(value)
}

const properties = (from: object, depth: number): readonly Property[] =>
  Object.entries(from).map(([name, value]) => [name, hydrate(value, depth)])

const node = ({ elementId, labels, properties: from }: Node): ForeignNode => ({
  id: elementId,
  labels: [...labels],
  properties: properties(from, 1)
})

function path({ start, segments }: Path): ForeignValue {
  return {
    type: 'path',
    nodes: [node(start), ...segments.map(({ end }) => node(end))],
    relationships: segments.map(({ relationship }) => hydrateRelationship(relationship))
  }
}
