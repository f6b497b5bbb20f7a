import type { Graph } from '../graph/graph'
import type { Entity } from '../records/records'
import { externalTypeId } from './type-ids'

/** The labels of a node beside the one that its entity is drawn as; none for an entity of our own. */
export function furtherLabels({ type, neo4j }: Entity): readonly string[] {
  // Not by the schema of the whole part: there may be thousands of them.
  const labels: unknown = typeof neo4j === 'object' && neo4j !== null && 'labels' in neo4j ? neo4j.labels : undefined
  if (!Array.isArray(labels) || labels.length < 2) return []
  return labels.filter((label): label is string => typeof label === 'string' && externalTypeId(label) !== type)
}

/** How many entities have a label beside the one that they are drawn as: id of its type → count; `among`: of these alone. */
export function furtherCounts(graph: Graph, among?: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const entities = among
    ? [...new Set(among)].flatMap((id) => graph.get('entity', id) ?? [])
    : graph.all('entity').values()
  for (const entity of entities)
    for (const label of furtherLabels(entity)) {
      const id = externalTypeId(label)
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  return counts
}
