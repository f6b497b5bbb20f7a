import type { Graph } from '../graph/graph'
import { byId } from '../records/ids'
import type { Entity, Relation } from '../records/records'
import { otherEnd } from '../records/relation-ends'

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
