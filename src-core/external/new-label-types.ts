import type { Graph } from '../graph/graph'
import type { EntityType } from '../records/records'
import { lookOf } from '../records/type-look'
import { byMeaning, externalTypeId, labelType, UNLABELLED } from './type-ids'

/**
 * The types that a graph lacks for the labels of these nodes, each once, each with a symbol of its own where there is one
 * left. `usual`: what captions the nodes of a label.
 */
export function newLabelTypes(
  graph: Graph,
  nodes: Iterable<{ readonly labels: readonly string[] }>,
  usual: (label: string) => readonly string[] | undefined = () => undefined
): readonly EntityType[] {
  const looks = new Set([...graph.all('entityType').values()].map(lookOf))
  const made = new Map<string, EntityType>()
  const all = new Set([...nodes].flatMap(({ labels }) => (labels.length > 0 ? labels : [UNLABELLED])))
  for (const label of byMeaning(all)) {
    const id = externalTypeId(label)
    if (made.has(id) || graph.get('entityType', id)) continue
    const type = labelType(label, looks, usual(label))
    looks.add(lookOf(type))
    made.set(id, type)
  }
  return [...made.values()]
}
