import type { Change } from '../change/change'
import type { Edit, Graph } from '../graph/graph'
import type { AnyRecord, Entity, Relation } from '../records/records'
import { captionOf } from './caption'
import { externalPart, externalPartOf } from './external-part'
import { labelSettings } from './label-settings'
import { newLabelTypes } from './new-label-types'
import { sameTie } from './same-tie'
import { recordProperties } from './shown-properties'
import { externalTypeId, mainLabel, relationshipType } from './type-ids'
import type { ExternalNode, ExternalRelationship } from './value'

/** Result of a query to a database. */
export interface ExternalResult {
  readonly nodes: readonly ExternalNode[]
  readonly relationships: readonly ExternalRelationship[]
}

/** Which record of ours stands for which node or relationship, as far as this session knows; ids of the server → ours. */
export interface Bound {
  readonly entities: ReadonlyMap<string, string>
  readonly relations: ReadonlyMap<string, string>
}

/** What was found, as a change of our own graph, and which records stand for it then. */
export interface IncludedRecords {
  readonly change: Change
  readonly bound: Bound
}

/** How the records of what was found are made. `rank`: how many nodes have a label; `usual`: what captions them, where a sample showed it. */
export interface Taking {
  readonly label: string
  readonly newId: (letter: 'e' | 'r') => string
  readonly rank: (label: string) => number
  readonly usual?: (label: string) => readonly string[] | undefined
}

/**
 * Adds what was found to the graph: nodes as entities, relationships as relations, with their types. What is there
 * already stays as it is, also a relation that came in another session; a relationship without both its ends in the graph is
 * left out.
 */
export function includeResult(
  graph: Graph,
  bound: Bound,
  { nodes, relationships }: ExternalResult,
  taking: Taking
): IncludedRecords {
  const entities = new Map(bound.entities)
  const relations = new Map(bound.relations)
  const added = new Map<string, AnyRecord>()
  const has = (kind: 'entity' | 'relation' | 'entityType' | 'relationType', id: string) =>
    added.has(`${kind} ${id}`) || graph.get(kind, id) !== undefined
  const add = (record: AnyRecord) => added.set(`${record.kind} ${record.id}`, record)

  const known = knownByKey(graph, new Set(entities.values()))
  const fresh: (readonly [ExternalNode, string])[] = []
  const met = new Set<string>()
  for (const node of nodes) {
    const id = entities.get(node.id) ?? known(node) ?? taking.newId('e')
    entities.set(node.id, id)
    if (met.has(id) || has('entity', id)) continue
    met.add(id)
    fresh.push([node, id])
  }
  // First the types: they say what the nodes are called.
  const types = newLabelTypes(
    graph,
    fresh.map(([node]) => node),
    taking.usual
  )
  const settings = labelSettings(graph.with(types.map((after) => ({ after }))))
  for (const [node, id] of fresh) add(entityOf(settings, node, id, taking.rank))
  const standing = new Set(relations.values())
  for (const relationship of relationships) {
    const from = entities.get(relationship.from)
    const to = entities.get(relationship.to)
    if (from === undefined || to === undefined || !has('entity', from) || !has('entity', to)) continue
    const id = relations.get(relationship.id) ?? sameTie(graph, relationship, [from, to], standing) ?? taking.newId('r')
    relations.set(relationship.id, id)
    standing.add(id)
    if (has('relation', id)) continue
    if (!has('relationType', externalTypeId(relationship.type))) add(relationshipType(relationship.type))
    add(relationOf(relationship, id, from, to))
  }
  const edits: Edit[] = [...types, ...added.values()].map((after) => ({ after }))
  return { change: { label: taking.label, edits }, bound: { entities, relations } }
}

/** The entity that stands for a node: its main label as type, its caption as name, its properties exact, as text. */
function entityOf(
  settings: ReturnType<typeof labelSettings>,
  node: ExternalNode,
  id: string,
  rank: (label: string) => number
): Entity {
  return {
    kind: 'entity',
    id,
    type: externalTypeId(mainLabel(node.labels, rank)),
    name: captionOf(node, settings.captions),
    aliases: [],
    ...(node.properties.length > 0 && { properties: recordProperties(node.properties) }),
    neo4j: externalPart(node, settings)
  }
}

const relationOf = ({ type, properties }: ExternalRelationship, id: string, from: string, to: string): Relation => ({
  kind: 'relation',
  id,
  type: externalTypeId(type),
  from,
  to,
  ...(properties.length > 0 && { properties: recordProperties(properties) }),
  neo4j: {}
})

/** Finds the entity of ours that stands for a node by its stable key. `bound`: entities whose node this session knows already. */
function knownByKey(graph: Graph, bound: ReadonlySet<string>): (node: ExternalNode) => string | undefined {
  const byKey = new Map<string, string>()
  for (const entity of graph.all('entity').values()) {
    if (!hasKey(entity.neo4j) || bound.has(entity.id)) continue
    const { label, property, value } = externalPartOf(entity) ?? {}
    if (value) byKey.set(JSON.stringify([label, property, value]), entity.id)
  }
  const settings = labelSettings(graph)
  return (node) => {
    if (byKey.size === 0) return undefined
    const { label, property, value } = externalPart(node, settings)
    return value && byKey.get(JSON.stringify([label, property, value]))
  }
}

/** Whether the part has a key, without reading all of it: there may be thousands that have none. */
const hasKey = (part: unknown): boolean => typeof part === 'object' && part !== null && 'value' in part
