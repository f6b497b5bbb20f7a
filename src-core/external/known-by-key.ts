import type { Graph } from '../graph/graph'
import { externalPart, externalPartOf } from './external-part'
import { labelSettings } from './label-settings'
import type { ExternalNode } from './value'

/** Finds the entity of ours that stands for a node by its stable key. `bound`: entities whose node this session knows already. */
export function knownByKey(graph: Graph, bound: ReadonlySet<string>): (node: ExternalNode) => string | undefined {
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
