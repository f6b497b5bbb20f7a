import type { ExternalNode, ExternalRelationship, ExternalValue, Property } from './value'

/** A value as people read it: exact, a text of its own without quotation marks. What was cut says so. */
export function textOf(value: ExternalValue): string {
  return value.type === 'string' ? cut(value.text, value.length) : inner(value)
}

/** A value inside another: texts quoted, names as they are. */
function inner(value: ExternalValue): string {
  switch (value.type) {
    case 'null':
      return 'null'
    case 'boolean':
      return String(value.value)
    case 'string':
      return cut(JSON.stringify(value.text), value.length)
    case 'bytes':
      return `${value.length} ${value.length === 1 ? 'byte' : 'bytes'}${value.hex ? ` ${spaced(value.hex)}` : ''}${
        value.hex.length < value.length * 2 ? ' …' : ''
      }`
    case 'point':
      return `(${value.coordinates.join(', ')}) ${SYSTEMS.get(value.srid) ?? `srid ${value.srid}`}`
    case 'list':
      return `[${value.items.map(inner).join(', ')}${rest(value.length - value.items.length)}]`
    case 'map':
      return mapText(value.entries)
    case 'node':
      return nodeText(value.node)
    case 'relationship':
      return relationshipText(value.relationship)
    case 'path':
      return pathText(value.nodes, value.relationships)
    default:
      return value.text
  }
}

const SYSTEMS = new Map([
  ['4326', 'longitude, latitude'],
  ['4979', 'longitude, latitude, height'],
  ['7203', 'x, y'],
  ['9157', 'x, y, z']
])

const cut = (text: string, length: number | undefined) =>
  length === undefined ? text : `${text}… (${length} characters in all)`

const rest = (count: number) => (count > 0 ? `, … ${count} more` : '')

const spaced = (hex: string) => hex.match(/../g)?.join(' ') ?? ''

const mapText = (entries: readonly Property[]) =>
  `{${entries.map(([name, value]) => `${name}: ${inner(value)}`).join(', ')}}`

const tail = (entries: readonly Property[]) => (entries.length > 0 ? ` ${mapText(entries)}` : '')

const nodeText = ({ labels, properties }: ExternalNode) =>
  `(${labels.map((label) => `:${label}`).join('')}${tail(properties)})`

const relationshipText = ({ type, properties }: ExternalRelationship) => `[:${type}${tail(properties)}]`

function pathText(nodes: readonly ExternalNode[], relationships: readonly ExternalRelationship[]): string {
  return nodes
    .map((node, at) => {
      const before = relationships[at - 1]
      if (!before) return nodeText(node)
      const forward = before.to === node.id && before.from === nodes[at - 1]?.id
      return `${forward ? '-' : '<-'}${relationshipText(before)}${forward ? '->' : '-'}${nodeText(node)}`
    })
    .join('')
}
