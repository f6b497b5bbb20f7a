import { chainOf } from '../graph/circles'
import type { Graph } from '../graph/graph'
import type { PropertyDefinition } from '../records/property-definitions'
import type { Entity, EntityType, RecordOf, Relation, RelationType } from '../records/records'
import { SYMBOL_IDS } from '../records/symbol-ids'
import { byOrder } from '../records/type-order'

/** A kind of record that types are for, by the kind of the type. */
export type TypeKind = 'entityType' | 'relationType'

/** The types that a type is one of, the nearest first; none for a relation type. */
export function typesAbove(graph: Graph, id: string): readonly string[] {
  const type = graph.get('entityType', id)
  return type ? [...chainOf(type, (each) => graph.get('entityType', each))].filter((each) => each !== id) : []
}

/** The properties of a type: its own, then those of the types that it is one of; of one name the nearest. */
export function propertiesOfType(graph: Graph, kind: TypeKind, id: string): readonly PropertyDefinition[] {
  const found = new Map<string, PropertyDefinition>()
  const ids = kind === 'entityType' ? [id, ...typesAbove(graph, id)] : [id]
  for (const each of ids)
    for (const definition of graph.get(kind, each)?.properties ?? [])
      if (!found.has(definition.name)) found.set(definition.name, definition)
  return [...found.values()]
}

/** The entities or relations of a type, in the order of the graph. A walk over all of them. */
function membersOf(graph: Graph, kind: TypeKind, id: string): readonly (Entity | Relation)[] {
  const members: (Entity | Relation)[] = []
  if (kind === 'entityType' && !graph.entitiesOfType.has(id)) return members
  const records = kind === 'entityType' ? graph.all('entity') : graph.all('relation')
  for (const record of records.values()) if (record.type === id) members.push(record)
  return members
}

/** How many relations there are of each type. A walk over all of them. */
export function relationsOfType(graph: Graph): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { type } of graph.all('relation').values()) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}

/** The entities or relations whose property of that name is the one that the type defines: its own, and those of types below it that define none. */
export function holdersOf(graph: Graph, kind: TypeKind, id: string, name: string): readonly (Entity | Relation)[] {
  if (kind === 'relationType') return membersOf(graph, kind, id).filter(({ properties }) => has(properties, name))
  const types = new Set<string>()
  for (const type of graph.all('entityType').values()) {
    const line = [type.id, ...typesAbove(graph, type.id)]
    const first = line.find((each) => graph.get('entityType', each)?.properties?.some((one) => one.name === name))
    if (first === id) types.add(type.id)
  }
  const holders: Entity[] = []
  for (const entity of graph.all('entity').values())
    if (types.has(entity.type) && has(entity.properties, name)) holders.push(entity)
  return holders
}

const has = (properties: object | undefined, name: string) =>
  properties !== undefined && Object.hasOwn(properties, name)

/** How many entities or relations of a type, and of the types below it, have each property. A walk over all of them. */
export function propertyCounts(graph: Graph, kind: TypeKind, id: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = ({ properties }: Entity | Relation) => {
    for (const name in properties) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  if (kind === 'relationType') membersOf(graph, kind, id).forEach(add)
  else {
    const types = new Set([...graph.all('entityType').keys()].filter((each) => typesAbove(graph, each).includes(id)))
    for (const entity of graph.all('entity').values()) if (entity.type === id || types.has(entity.type)) add(entity)
  }
  return counts
}

/** The types of a kind in the order of lists: the place that was given to them, then that of their symbol, then by word. */
export const typesInOrder = <K extends TypeKind>(graph: Graph, kind: K): RecordOf<K>[] =>
  [...graph.all(kind).values()].sort(
    (a, b) => byOrder(a, b) || symbolRank(a) - symbolRank(b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
  )

function symbolRank(type: EntityType | RelationType): number {
  if (type.kind === 'relationType') return 0
  const ids: readonly string[] = SYMBOL_IDS
  const at = [type.id, type.symbol ?? ''].map((id) => ids.indexOf(id)).find((each) => each >= 0)
  return at ?? ids.length
}

/** The relation types that can begin or end at a type of entity; those that join anything too. */
export const typesJoining = (graph: Graph, entityType: string): readonly RelationType[] =>
  typesInOrder(graph, 'relationType').filter(({ from, to }) =>
    [from, to].some((ends) => ends === undefined || ends.includes(entityType))
  )

/** In how many views an entity of a type has a place or is listed. */
export function viewsWith(graph: Graph, entityType: string): number {
  const isIts = (id: string) => graph.get('entity', id)?.type === entityType
  let count = 0
  for (const { entities, positions } of graph.all('view').values())
    if (entities ? entities.some(isIts) : positions.some(([id]) => isIts(id))) count++
  return count
}
