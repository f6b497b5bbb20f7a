import { evidence } from '../evidence/evidence'
import type { Graph } from '../graph/graph'
import { byId } from '../records/ids'
import type { Relation, View } from '../records/records'
import { otherEnd } from '../records/relation-ends'
import { lensOf } from './filters'
import { shownCount, shownEntities, shows } from './shown'

/** So much of a graph. */
interface Amount {
  readonly entities: number
  readonly relations: number
}

/** Up to this many entities and relations a view is drawn whole. */
export const WHOLE = { entities: 1000, relations: 2000 } as const

/** Of a larger one, the most entities that are drawn, and the most relations between them. */
export const PART = { entities: 200, relations: 500 } as const

/** Of those that the user has included or placed, the last ones stay, up to this many. */
export const MOST_BROUGHT = 300

/**
 * The entities of a view that are drawn where it would show more than a drawing can hold: the best connected, and those that
 * have a place in it; undefined where all of it is drawn. `ranking` gives the ids of all entities, the best connected first.
 */
export function workingSet(
  graph: Graph,
  view: View,
  ranking: Iterable<string>,
  { whole, part }: { readonly whole: Amount; readonly part: Amount } = { whole: WHOLE, part: PART }
): ReadonlySet<string> | undefined {
  if (isDrawnWhole(graph, view, whole)) return undefined
  const isShown = shows(view)
  const set = new Set<string>()
  let relations = 0
  const take = (id: string) => {
    const entity = graph.get('entity', id)
    if (!entity || set.has(id) || !isShown(entity)) return
    set.add(id)
    for (const { from, to } of relationsOf(graph, id)) if (set.has(from) && set.has(to)) relations++
  }
  for (const id of ranking) {
    if (set.size >= part.entities || relations >= part.relations) break
    take(id)
  }
  for (const [id] of view.positions.slice(-MOST_BROUGHT)) take(id)
  return set
}

/** Whether a view, before its statuses are looked at, is small enough to be drawn whole. */
export function isDrawnWhole(graph: Graph, view: View, whole: Amount = WHOLE): boolean {
  if (shownCount(graph, view) > whole.entities) return false
  if (graph.all('relation').size <= whole.relations) return true
  // Entities that were picked one by one are few, and so may their relations be.
  const picked = lensOf(view).isByType ? view.entities : shownEntities(graph, view).map(({ id }) => id)
  const ids = new Set(picked ?? graph.all('entity').keys())
  let relations = 0
  for (const id of ids)
    for (const { from, to } of relationsOf(graph, id)) {
      if (from === id && ids.has(to)) relations++
      if (relations > whole.relations) return false
    }
  return true
}

/** The most relations of an entity whose support is computed, to find the best. */
const MOST_WEIGHED = 300

/** An entity's neighbours, those with the best supported ties first, then the better connected; at most `most`. `except` tells which to leave out. */
export function strongestNeighbours(
  graph: Graph,
  entity: string,
  most: number,
  except: (id: string) => boolean = () => false
): readonly string[] {
  const best = new Map<string, number>()
  const wanted = (other: string) => other !== entity && !except(other)
  for (const relation of mostClaimed(graph, entity, wanted)) {
    const other = otherEnd(relation, entity)
    const { independent } = evidence(graph, relation.id)
    best.set(other, Math.max(independent, best.get(other) ?? 0))
  }
  const degree = (id: string) => graph.relationsOf(id).length
  return [...best]
    .sort(([a, one], [b, other]) => other - one || degree(b) - degree(a) || byId({ id: a }, { id: b }))
    .slice(0, most)
    .map(([id]) => id)
}

/** The relations of an entity to those that are wanted which may be its best supported ones: all of them, or of very many those with most claims. */
export function mostClaimed(
  graph: Graph,
  entity: string,
  wanted: (other: string) => boolean = () => true
): readonly Relation[] {
  const relations = [...relationsOf(graph, entity)].filter((relation) => wanted(otherEnd(relation, entity)))
  if (relations.length <= MOST_WEIGHED) return relations
  const claims = new Map(relations.map(({ id }) => [id, graph.claimsAbout(id).length]))
  return relations
    .sort((a, b) => (claims.get(b.id) ?? 0) - (claims.get(a.id) ?? 0) || byId(a, b))
    .slice(0, MOST_WEIGHED)
}

function* relationsOf(graph: Graph, entity: string): Generator<Relation> {
  for (const id of graph.relationsOf(entity)) {
    const relation = graph.get('relation', id)
    if (relation) yield relation
  }
}
