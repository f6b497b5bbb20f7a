import type { Graph } from '../graph/graph'
import type { AsOf } from './asked'
import { propertiesEvidence } from './evidence'
import type { Evidence } from './status'

/** A property of an entity about which something is claimed. */
export interface ClaimedProperty {
  readonly entity: string
  /** As its claims write it; empty for claims that name none. */
  readonly property: string
  readonly evidence: Evidence
}

/** The properties of one entity about which something is claimed, by name, each with its evidence. */
export function propertiesOf(graph: Graph, entity: string, at: AsOf = {}): readonly ClaimedProperty[] {
  return [...propertiesEvidence(graph, entity, at)]
    .map(([name, evidence]) => ({ entity, property: name ?? '', evidence }))
    .sort((a, b) => (a.property < b.property ? -1 : a.property > b.property ? 1 : 0))
}

/** The same of all entities, by the entity's id. */
export function claimedProperties(graph: Graph, at: AsOf = {}): readonly ClaimedProperty[] {
  const about = new Set<string>()
  for (const claim of graph.all('claim').values()) if (graph.get('entity', claim.about)) about.add(claim.about)
  return [...about].sort().flatMap((entity) => propertiesOf(graph, entity, at))
}
