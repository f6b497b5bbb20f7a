import type { Graph } from '../graph/graph'
import type { Entity, Relation } from '../records/records'

/** The entities that a relation joins to this one, either way round, each once and not itself; by id. */
export function neighbours(graph: Graph, id: string): readonly Entity[] {
  const found = new Map<string, Entity>()
  for (const relation of relationsAt(graph, id)) {
    const other = otherEnd(relation, id)
    const entity = other === id ? undefined : graph.get('entity', other)
    if (entity) found.set(other, entity)
  }
  return [...found.values()].sort(byId)
}

/** The relations that begin or end at an entity, by id; a self-loop once. */
export function relationsAt(graph: Graph, id: string): readonly Relation[] {
  const relations: Relation[] = []
  for (const at of graph.relationsOf(id)) {
    const relation = graph.get('relation', at)
    if (relation) relations.push(relation)
  }
  return relations.sort(byId)
}

/** The relations between two entities, whichever way they point, by id. */
export function relationsBetween(graph: Graph, a: string, b: string): readonly Relation[] {
  const [few, other] = graph.relationsOf(a).length <= graph.relationsOf(b).length ? [a, b] : [b, a]
  return relationsAt(graph, few).filter((relation) => otherEnd(relation, few) === other)
}

/** The end of a relation that is not this one; of a self-loop the same again. */
export const otherEnd = (relation: Relation, id: string): string => (relation.from === id ? relation.to : relation.from)

/** Orders records by id, by code unit: the same on every machine and in every language. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0
