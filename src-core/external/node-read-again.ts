import type { Graph } from '../graph/graph'
import type { Entity } from '../records/records'
import { captionOf } from './caption'
import { type ExternalPart, externalPart, externalPartOf } from './external-part'
import { labelSettings } from './label-settings'
import { shownProperties } from './shown-properties'
import { externalTypeId, mainLabel } from './type-ids'
import type { ExternalNode, Property } from './value'

/** The entity with what its node says now. What the analyst changed stays: the type, the name, each property separately. */
export function nodeReadAgain(
  graph: Graph,
  entity: Entity,
  found: ExternalNode,
  rank: (label: string) => number
): Entity & { readonly neo4j: ExternalPart } {
  const settings = labelSettings(graph)
  const was = externalPartOf(entity) ?? { labels: [], before: [] }
  const node = inOldOrder(was, found)
  const name = captionOf({ id: '', labels: was.labels, properties: was.before }, settings.captions)
  const typeOf = (labels: readonly string[]) => externalTypeId(mainLabel(labels, rank))
  const properties = merged(entity.properties ?? {}, was.before, node.properties)
  const { properties: _properties, ...rest } = entity
  return {
    ...rest,
    type: entity.type === typeOf(was.labels) ? typeOf(node.labels) : entity.type,
    name: entity.name === name ? captionOf(node, settings.captions) : entity.name,
    ...(Object.keys(properties).length > 0 && { properties }),
    neo4j: { ...externalPart(node, settings), ...keyNow(was, node) }
  }
}

/** Whether the node says what it did when the entity was made of it; quickly, as most of many do. */
export function isAsRead(entity: Entity, node: ExternalNode): boolean {
  const part: unknown = entity.neo4j
  if (typeof part !== 'object' || part === null || 'gone' in part || !('before' in part) || !('labels' in part))
    return false
  return written(part.before) === written(node.properties) && written(part.labels) === written(node.labels)
}

/** A list as text, in whatever order. */
const written = (list: unknown) =>
  Array.isArray(list) ? JSON.stringify(list.map((one) => JSON.stringify(one)).sort()) : ''

/** A server returns labels and properties in any order, which is no difference. */
function inOldOrder({ labels, before }: ExternalPart, node: ExternalNode): ExternalNode {
  return {
    id: node.id,
    labels: written(labels) === written(node.labels) ? labels : node.labels,
    properties: written(before) === written(node.properties) ? before : node.properties
  }
}

/** The value in our file after the database's value has changed. */
function merged(
  ours: NonNullable<Entity['properties']>,
  before: readonly Property[],
  after: readonly Property[]
): NonNullable<Entity['properties']> {
  const now = new Map(Object.entries(ours))
  const was = shownProperties(before)
  const is = shownProperties(after)
  for (const [shown, { text }] of was) if (!is.has(shown) && now.get(shown) === text) now.delete(shown)
  for (const [shown, { text }] of is) {
    const old = was.get(shown)
    // What the analyst removed or changed here stays so; what is new in the database is added.
    if (old ? now.get(shown) === old.text : !now.has(shown)) now.set(shown, text)
  }
  return Object.fromEntries(now)
}

/** The key by which the node is known stays that, as long as it has it. */
function keyNow({ label, property }: ExternalPart, node: ExternalNode): Partial<ExternalPart> {
  const value = node.properties.find(([name]) => name === property)?.[1]
  return label !== undefined && property !== undefined && value && node.labels.includes(label)
    ? { label, property, value }
    : {}
}
