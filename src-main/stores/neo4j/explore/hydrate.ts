import type { ExternalNode, ExternalRelationship, ExternalValue, PlainType, Property } from '@core/external/value'
import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver'

/** How much of a value is read: characters of a text, bytes, items of a list, and depth of lists and maps. */
interface Most {
  readonly text: number
  readonly bytes: number
  readonly items: number
  readonly depth: number
}

/** How much of each value is sent to the window when there may be many. */
const USUAL: Most = { text: 20_000, bytes: 1_024, items: 1_000, depth: 20 }

/** How much of a single value is sent. */
export const WHOLE: Most = { text: Number.POSITIVE_INFINITY, bytes: 65_536, items: Number.POSITIVE_INFINITY, depth: 20 }

/** The column in which nodes.ts has the server format a zoned time. */
export const ZONED = 'entente:zoned'

/**
 * What stands for a zoned time that the driver could not make: it works with this computer's own calendar, which does not
 * know every zone and year that the server's does. Reading such a value throws a RangeError.
 */
export const UNKNOWN_TIME: ExternalValue = {
  type: 'other',
  text: 'a time in a zone or year that this computer cannot work out; toString(…) of it shows it'
}

/** What the driver gives for a value, as data that loses nothing. */
export function hydrate(value: unknown, depth = 0, most = USUAL): ExternalValue {
  switch (typeof value) {
    case 'boolean':
      return { type: 'boolean', value }
    case 'bigint':
      return { type: 'integer', text: String(value) }
    case 'number':
      return { type: 'float', text: floatText(value) }
    case 'string':
      return text(value, most)
    default:
      return value === null || value === undefined ? { type: 'null' } : hydrateObject(value, depth, most)
  }
}

/** A node of the driver's. */
export const hydrateNode = (value: unknown): ExternalNode => node(value as Node)

/** A relationship of the driver's. */
export function hydrateRelationship(value: unknown): ExternalRelationship {
  const found = value as Relationship
  return {
    id: found.elementId,
    type: found.type,
    from: found.startNodeElementId,
    to: found.endNodeElementId,
    properties: properties(found.properties, 1)
  }
}

function hydrateObject(value: object, depth: number, most: Most): ExternalValue {
  try {
    return ofKind(value, depth, most)
  } catch (error) {
    if (error instanceof RangeError) return UNKNOWN_TIME
    throw error
  }
}

function ofKind(value: object, depth: number, most: Most): ExternalValue {
  if (depth > most.depth) return { type: 'other', text: '… deeper than is shown' }
  if (Array.isArray(value)) return list(value, depth, most)
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
  if (ArrayBuffer.isView(value)) {
    const hex = Buffer.from(value.buffer, value.byteOffset, Math.min(value.byteLength, most.bytes)).toString('hex')
    return { type: 'bytes', hex, length: value.byteLength }
  }
  if (ZONED in value) return zoned(value[ZONED], most)
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    return { type: 'other', text: String(value).slice(0, most.text) }
  return { type: 'map', entries: properties(value, depth + 1, most) }
}

const TEMPORAL: readonly (readonly [(value: object) => boolean, PlainType])[] = [
  [neo4j.isDate, 'date'],
  [neo4j.isTime, 'time'],
  [neo4j.isLocalTime, 'local time'],
  [neo4j.isDateTime, 'date-time'],
  [neo4j.isLocalDateTime, 'local date-time'],
  [neo4j.isDuration, 'duration']
]

/** ISO 8601 as the server writes it: no trailing zeros of a fraction, and years of at least four digits. */
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

const text = (value: string, most: Most): ExternalValue =>
  value.length <= most.text
    ? { type: 'string', text: value.toWellFormed() }
    : { type: 'string', text: value.slice(0, most.text).toWellFormed(), length: value.length }

const list = (items: readonly unknown[], depth: number, most: Most): ExternalValue => ({
  type: 'list',
  items: items.slice(0, most.items).map((item) => hydrate(item, depth + 1, most)),
  length: items.length
})

function zoned(value: unknown, most: Most): ExternalValue {
  const one = (item: unknown): ExternalValue => ({ type: 'date-time', text: String(item) })
  return Array.isArray(value)
    ? { type: 'list', items: value.slice(0, most.items).map(one), length: value.length }
    : one(value)
}

const properties = (from: object, depth: number, most = USUAL): readonly Property[] =>
  Object.entries(from).map(([name, value]) => [name, hydrate(value, depth, most)])

const node = ({ elementId, labels, properties: from }: Node): ExternalNode => ({
  id: elementId,
  labels: [...labels],
  properties: properties(from, 1)
})

function path({ start, segments }: Path): ExternalValue {
  return {
    type: 'path',
    nodes: [node(start), ...segments.map(({ end }) => node(end))],
    relationships: segments.map(({ relationship }) => hydrateRelationship(relationship))
  }
}
