import type { Graph } from '../graph/graph'
import { otherEnd } from '../records/relation-ends'
import { relationsBetween } from './neighbours'

/** A way from one entity to another: entity ids from end to end, and between each two of them the ids of all relations that join them. */
export interface Path {
  readonly entities: readonly string[]
  readonly relations: readonly (readonly string[])[]
}

/** All shortest paths between two entities, directions aside, in the order of their ids; at most `most` (10). None if they are not joined or one is missing. */
export function shortestPaths(
  graph: Graph,
  a: string,
  b: string,
  { most = 10 }: { readonly most?: number } = {}
): readonly Path[] {
  if (!graph.get('entity', a) || !graph.get('entity', b)) return []
  const distances = distancesFrom(graph, b, a)
  const length = distances.get(a)
  if (length === undefined) return []
  const found: Path[] = []
  const walk = (entities: readonly string[]) => {
    const last = entities.at(-1) ?? a
    const left = distances.get(last) ?? 0
    if (left === 0) found.push({ entities, relations: relationsAlong(graph, entities) })
    else
      for (const next of adjacent(graph, last)) {
        if (found.length >= most) return
        if (distances.get(next) === left - 1) walk([...entities, next])
      }
  }
  walk([a])
  return found
}

/** Steps to every entity that is no further from `start` than `goal` is (breadth first). */
function distancesFrom(graph: Graph, start: string, goal: string): ReadonlyMap<string, number> {
  const distances = new Map([[start, 0]])
  let edge = [start]
  for (let steps = 1; edge.length > 0 && !distances.has(goal); steps += 1) {
    const next: string[] = []
    for (const id of edge)
      for (const other of adjacent(graph, id))
        if (!distances.has(other)) {
          distances.set(other, steps)
          next.push(other)
        }
    edge = next
  }
  return distances
}

function adjacent(graph: Graph, id: string): readonly string[] {
  const ids = new Set<string>()
  for (const at of graph.relationsOf(id)) {
    const relation = graph.get('relation', at)
    if (relation) ids.add(otherEnd(relation, id))
  }
  return [...ids].sort()
}

const relationsAlong = (graph: Graph, entities: readonly string[]) =>
  entities.slice(1).map((id, at) => relationsBetween(graph, entities[at] ?? '', id).map((relation) => relation.id))
