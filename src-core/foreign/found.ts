import type { Change } from '../change/change'
import { plain } from '../formats/quote'
import type { Edit, Graph } from '../graph/graph'
import type { AnyRecord, Entity, Relation } from '../records/records'
import { captionOf } from './caption'
import { foreignPart } from './foreign-part'
import { labelSettings } from './label-settings'
import { foreignTypeId, labelType, relationshipType, UNLABELLED } from './type-ids'
import type { ForeignNode, ForeignRelationship, Property } from './value'
import { textOf } from './value-text'

/** What a question to a database found. */
export interface Found {
  readonly nodes: readonly ForeignNode[]
  readonly relationships: readonly ForeignRelationship[]
}

/** Which record of ours stands for which node or relationship, as far as this session knows; ids of the server → ours. */
export interface Bound {
  readonly entities: ReadonlyMap<string, string>
  readonly relations: ReadonlyMap<string, string>
}

/** What was found, as a change of our own graph, and which records stand for it then. */
export interface Taken {
  readonly change: Change
  readonly bound: Bound
}

/** How the records of what was found are made. `rank`: how common a label is; the rarest of a node's labels is its type. */
export interface Taking {
  readonly label: string
  readonly newId: (letter: 'e' | 'r') => string
  readonly rank: (label: string) => number
}

/**
 * Brings what was found into the graph: nodes as entities, relationships as relations, their types with them. What is there
 * already stays as it is; a relationship without both its ends in the graph is left out.
 */
export function takeFound(graph: Graph, bound: Bound, { nodes, relationships }: Found, taking: Taking): Taken {
  const entities = new Map(bound.entities)
  const relations = new Map(bound.relations)
  const added = new Map<string, AnyRecord>()
  const symbols = new Set([...graph.all('entityType').values()].map(({ symbol }) => symbol ?? ''))
  const has = (kind: 'entity' | 'relation' | 'entityType' | 'relationType', id: string) =>
    added.has(`${kind} ${id}`) || graph.get(kind, id) !== undefined
  const add = (record: AnyRecord) => added.set(`${record.kind} ${record.id}`, record)

  for (const node of nodes) {
    const id = entities.get(node.id) ?? taking.newId('e')
    entities.set(node.id, id)
    if (has('entity', id)) continue
    for (const label of node.labels.length > 0 ? node.labels : [UNLABELLED])
      if (!has('entityType', foreignTypeId(label))) {
        const type = labelType(label, symbols)
        symbols.add(type.symbol ?? '')
        add(type)
      }
    add(entityOf(graph, node, id, taking.rank))
  }
  for (const relationship of relationships) {
    const from = entities.get(relationship.from)
    const to = entities.get(relationship.to)
    if (from === undefined || to === undefined || !has('entity', from) || !has('entity', to)) continue
    const id = relations.get(relationship.id) ?? taking.newId('r')
    relations.set(relationship.id, id)
    if (has('relation', id)) continue
    if (!has('relationType', foreignTypeId(relationship.type))) add(relationshipType(relationship.type))
    add(relationOf(relationship, id, from, to))
  }
  const edits: Edit[] = [...added.values()].map((after) => ({ after }))
  return { change: { label: taking.label, edits }, bound: { entities, relations } }
}

/** The entity that stands for a node: its rarest label as type, its caption as name, its properties exact, as text. */
function entityOf(graph: Graph, node: ForeignNode, id: string, rank: (label: string) => number): Entity {
  const settings = labelSettings(graph)
  const [type = UNLABELLED] = node.labels.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return {
    kind: 'entity',
    id,
    type: foreignTypeId(type),
    name: captionOf(node, settings.captions),
    aliases: [],
    ...(node.properties.length > 0 && { properties: textsOf(node.properties) }),
    neo4j: foreignPart(node, settings)
  }
}

const relationOf = ({ type, properties }: ForeignRelationship, id: string, from: string, to: string): Relation => ({
  kind: 'relation',
  id,
  type: foreignTypeId(type),
  from,
  to,
  ...(properties.length > 0 && { properties: textsOf(properties) }),
  neo4j: {}
})

/** Properties as a record holds them. Names that look alike once they are made fit for a file are told apart by a number. */
function textsOf(properties: readonly Property[]): Record<string, string> {
  const texts = new Map<string, string>()
  for (const [name, value] of properties) {
    const shown = plain(name, 200).trim()
    // A record never has a key that a careless reader could take for an object's own machinery.
    const bare = shown === '' || shown === '__proto__' ? `‹${shown || 'no name'}›` : shown
    let fit = bare
    for (let number = 2; texts.has(fit); number++) fit = `${bare} (${number})`
    texts.set(fit, textOf(value).toWellFormed().replaceAll('\0', '␀'))
  }
  return Object.fromEntries(texts)
}

/** Whether a record stands for something in a database. */
export const isForeign = (record: Entity | Relation): boolean => record.neo4j !== undefined
