import type { Graph } from '../graph/graph'
import type { Voice } from './voices'

/** How many steps up from office to ministry to state are taken. */
const MOST_STEPS = 6

/** How many relations are looked at on the way. */
export const MOST_RELATIONS = 2000

// A graph never changes: an edit makes another one.
const known = new WeakMap<Graph, Map<string, ReadonlySet<string>>>()

/**
 * Itself and all that an entity belongs to: what it leads, holds office in or is part of, step by step, by relations whose
 * type is a membership and that are not merely denied.
 */
export function belongsTo(graph: Graph, entity: string): ReadonlySet<string> {
  const ofGraph = known.get(graph) ?? new Map<string, ReadonlySet<string>>()
  known.set(graph, ofGraph)
  const before = ofGraph.get(entity)
  if (before) return before
  const all = new Set([entity])
  let [edge, looked]: [readonly string[], number] = [[entity], 0]
  for (let step = 0; step < MOST_STEPS && edge.length > 0; step++) {
    const next: string[] = []
    for (const at of edge)
      for (const id of graph.relationsOf(at)) {
        if (++looked > MOST_RELATIONS) break
        const relation = graph.get('relation', id)
        if (!relation || relation.from !== at || all.has(relation.to)) continue
        if (!graph.get('relationType', relation.type)?.membership || isDenied(graph, id)) continue
        all.add(relation.to)
        next.push(relation.to)
      }
    edge = next
  }
  ofGraph.set(entity, all)
  return all
}

/** Whether a voice is one of these ends, or belongs to one: then it speaks in its own cause (ICD 206: interest of the source). */
export function isParty(graph: Graph, voice: Voice, ends: readonly string[]): boolean {
  if (voice.entity !== undefined) {
    const belongs = belongsTo(graph, voice.entity)
    return ends.some((end) => belongs.has(end))
  }
  return false
}

const isDenied = (graph: Graph, relation: string): boolean => {
  const claims = graph.claimsAbout(relation).slice(0, MOST_RELATIONS)
  return claims.length > 0 && claims.every((id) => graph.get('claim', id)?.stance === 'denies')
}
