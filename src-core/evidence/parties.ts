import type { Graph } from '../graph/graph'
import type { Aspect } from '../records/records'
import { heldTime, timeOf } from './claim-time'
import { ALWAYS, type DaySpan, isSameSpans, joined, type Spans, shared } from './spans'
import type { Voice } from './voices'

/** How many steps up from office to ministry to state are taken. */
const MOST_STEPS = 6

/** How many relations are looked at on the way, and how many claims about each. */
export const MOST_RELATIONS = 2000

// A graph never changes: an edit makes another one.
const known = new WeakMap<Graph, Map<string, ReadonlyMap<string, Spans>>>()

/**
 * Itself and all that an entity belongs to, each with the days on which it does: what it leads, holds office in or is part of,
 * step by step, by relations whose type is a membership and that are not merely denied. Without a date it belongs always.
 */
export function belongsTo(graph: Graph, entity: string): ReadonlyMap<string, Spans> {
  const ofGraph = known.get(graph) ?? new Map<string, ReadonlyMap<string, Spans>>()
  known.set(graph, ofGraph)
  const before = ofGraph.get(entity)
  if (before) return before
  const all = new Map<string, Spans>([[entity, ALWAYS]])
  let edge: ReadonlyMap<string, Spans> = all
  let looked = 0
  for (let step = 0; step < MOST_STEPS && edge.size > 0; step++) {
    const next = new Map<string, Spans>()
    for (const [at, days] of edge)
      for (const id of graph.relationsOf(at)) {
        if (++looked > MOST_RELATIONS) break
        const relation = graph.get('relation', id)
        const type = graph.get('relationType', relation?.type ?? '')
        if (!relation || relation.from !== at || !type?.membership) continue
        const found = shared(days, daysOf(graph, id, type.aspect ?? 'state'))
        const had = all.get(relation.to) ?? []
        const more = joined([...had, ...found])
        if (isSameSpans(more, had)) continue
        all.set(relation.to, more)
        next.set(relation.to, joined([...(next.get(relation.to) ?? []), ...found]))
      }
    edge = next
  }
  ofGraph.set(entity, all)
  return all
}

/**
 * Whether a voice is one of these ends, or belongs to one on a day of these times: then it speaks in its own cause (ICD 206:
 * interest of the source).
 */
export function isParty(graph: Graph, voice: Voice, ends: readonly string[], times: Spans): boolean {
  if (voice.entity === undefined) return false
  const belongs = belongsTo(graph, voice.entity)
  return ends.some((end) => shared(belongs.get(end) ?? [], times).length > 0)
}

/**
 * The days on which a membership holds by its claims. As any state it runs on until the next denial, unless its end is said:
 * of most who left an office nobody says when. Hedged claims count, as the interest is then possible.
 */
function daysOf(graph: Graph, relation: string, aspect: Aspect): Spans {
  const claims = graph.claimsAbout(relation).slice(0, MOST_RELATIONS)
  if (claims.length === 0) return ALWAYS
  const denied: number[] = []
  const days: DaySpan[] = []
  for (const id of claims) {
    const claim = graph.get('claim', id)
    const time = timeOf(claim?.when, undefined)
    if (claim?.stance !== 'denies')
      days.push(time.after === 'over' ? heldTime(time, aspect) : { ...time, last: Infinity })
    else if (!time.undated) denied.push(time.first)
  }
  denied.sort((a, b) => a - b)
  return joined(
    days.map(({ first, last }) => {
      const until = last === Infinity ? denied.find((day) => day > first) : undefined
      return { first, last: until === undefined ? last : until - 1 }
    })
  )
}
