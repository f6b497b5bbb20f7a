import type { Graph } from '@core/graph/graph'

/** Of some entities the one with the most relations, the first of several; what is most connected is the one to stay. */
export function withMostTies(graph: Graph, ids: readonly string[]): string {
  const ties = (id: string) => graph.relationsOf(id).length
  return ids.reduce((best, id) => (ties(id) > ties(best) ? id : best), ids[0] ?? '')
}
