import type { Graph } from '../graph/graph'
import type { NameForm } from '../names/same-name'
import { sameNameKeys } from '../names/same-name-keys'
import { type Entity, notSameId } from '../records/records'
import { formsOf, judgePair } from './pair-evidence'

/** Two entities of one graph that may be one, by id, and the figure of judgePair. */
export interface RankedPair {
  readonly a: string
  readonly b: string
  readonly figure: number
}

/** The likely pairs of a graph, most alike first: the first `most` of them, and how many there are. */
export interface RankedPairs {
  readonly count: number
  readonly pairs: readonly RankedPair[]
}

/** After how many entities a pause is offered. */
const STRIDE = 20

/** With how many entities of one key a name is compared: more of them say nothing any more. */
const CLOSELY = 20

/**
 * The pairs of a graph's own entities that may be one; those that were said to be two things are left out. Looks only where
 * names share a key; yields from time to time which part is done.
 */
export function* graphDuplicates(
  graph: Graph,
  { most = 1_000 }: { readonly most?: number } = {}
): Generator<number, RankedPairs> {
  const forms = new Map<Entity, readonly NameForm[]>()
  const known = (entity: Entity) => {
    const form = forms.get(entity) ?? formsOf(entity)
    forms.set(entity, form)
    return form
  }
  const byKey = new Map<string, Entity[]>()
  const pairs: RankedPair[] = []
  const all = graph.all('entity').size
  let count = 0
  let seen = 0
  for (const entity of graph.all('entity').values()) {
    if (++seen % STRIDE === 0) yield seen / all
    const near = new Set<Entity>()
    for (const key of new Set(known(entity).flatMap((form) => [...sameNameKeys(form)]))) {
      const there = byKey.get(key) ?? []
      for (const other of there) near.add(other)
      if (there.length < CLOSELY) byKey.set(key, [...there, entity])
    }
    for (const other of near) {
      if (graph.get('notSame', notSameId(other.id, entity.id))) continue
      const judgement = judgePair(graph, other, entity, known)
      if (!judgement) continue
      count++
      pairs.push({ a: other.id, b: entity.id, figure: judgement.figure })
    }
    if (pairs.length > most * 10) keepBest(pairs, most)
  }
  keepBest(pairs, most)
  return { count, pairs }
}

const keepBest = (pairs: RankedPair[], most: number) => {
  pairs.sort((a, b) => b.figure - a.figure || (a.a < b.a ? -1 : a.a > b.a ? 1 : a.b < b.b ? -1 : 1))
  pairs.length = Math.min(pairs.length, most)
}
