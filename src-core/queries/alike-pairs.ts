import type { Graph } from '../graph/graph'
import { type Entity, notSameId } from '../records/records'
import { formOf, isAlike, namesOf } from './lookalikes'

/** Two entities that may well be one, and how alike they are: the higher the more. */
export interface AlikePair {
  readonly ours: Entity
  readonly theirs: Entity
  readonly score: number
}

export interface AlikePairs {
  readonly count: number
  /** The first of them, most alike first. */
  readonly pairs: readonly AlikePair[]
}

/** After how many entities a pause is offered. */
const STRIDE = 50
/** With how many entities of one sound a name is compared: more of them say nothing any more. */
const CLOSELY = 40

/**
 * Which of these entities look like one of the graph's under another id: the same name in another spelling or script. Looks
 * only where names sound the same, so that 100 000 can be compared with 100 000; yields from time to time which part is done.
 */
export function* alikePairs(
  graph: Graph,
  theirs: readonly Entity[],
  { most = 200 }: { readonly most?: number } = {}
): Generator<number, AlikePairs> {
  const bySound = new Map<string, Set<Entity>>()
  const all = graph.all('entity').size + theirs.length
  let seen = 0
  if (theirs.length > 0)
    for (const entity of graph.all('entity').values()) {
      if (++seen % STRIDE === 0) yield seen / all
      for (const key of keysOf(entity)) {
        const there = bySound.get(key) ?? new Set()
        if (there.size < CLOSELY) bySound.set(key, there.add(entity))
      }
    }
  const pairs: AlikePair[] = []
  let count = 0
  for (const entity of theirs) {
    if (++seen % STRIDE === 0) yield seen / all
    const near = new Set([...keysOf(entity)].flatMap((key) => [...(bySound.get(key) ?? [])]))
    for (const ours of near) {
      const score = graph.get('notSame', notSameId(ours.id, entity.id)) ? 0 : likeness(ours, entity)
      if (score === 0) continue
      count++
      pairs.push({ ours, theirs: entity, score })
    }
    if (pairs.length > most * 10) keepBest(pairs, most)
  }
  keepBest(pairs, most)
  return { count, pairs }
}

const keepBest = (pairs: AlikePair[], most: number) => {
  pairs.sort((a, b) => b.score - a.score || (a.theirs.id < b.theirs.id ? -1 : 1))
  pairs.length = Math.min(pairs.length, most)
}

/** What its names sound like; of those too short to tell, how they are written. */
function keysOf(entity: Entity): ReadonlySet<string> {
  return new Set(
    namesOf(entity).flatMap((name) => {
      const { sound, core } = formOf(name)
      return core === '' ? [] : [sound.length > 1 ? sound : `=${core}`]
    })
  )
}

/** How alike two entities are by the best of their names: the same main name first, then another one, then by sound; 0 if not. */
function likeness(a: Entity, b: Entity): number {
  let best = 0
  const [mine, other] = [a, b].map((entity) => namesOf(entity).map(formOf))
  for (const [at, one] of (mine ?? []).entries())
    for (const [to, two] of (other ?? []).entries()) {
      if (!isAlike(one, two)) continue
      const isMain = Number(at === 0) + Number(to === 0)
      best = Math.max(best, 1 + isMain + (one.core === two.core ? 3 : 0))
    }
  return best === 0 ? 0 : best + (a.type === b.type ? 1 : 0)
}
