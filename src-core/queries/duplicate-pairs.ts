import type { Graph } from '../graph/graph'
import { isSameName, type NameForm, nameForm } from '../names/same-name'
import { sameNameKeys } from '../names/same-name-keys'
import { type Entity, notSameId } from '../records/records'
import { namesOf } from './lookalikes'

/** Two entities that may well be one, and how alike they are: the higher the more. */
interface DuplicatePair {
  readonly ours: Entity
  readonly theirs: Entity
  readonly score: number
}

export interface DuplicatePairs {
  readonly count: number
  /** The first of them, most alike first. */
  readonly pairs: readonly DuplicatePair[]
}

/** After how many entities a pause is offered. */
const STRIDE = 50
/** With how many entities of one key a name is compared: more of them say nothing any more. */
const CLOSELY = 20

/**
 * Which of these entities look like one of the graph's under another id: the same name in another spelling or script. Looks
 * only where names share a key, so that 100 000 can be compared with 100 000; yields from time to time which part is done.
 */
export function* duplicatePairs(
  graph: Graph,
  theirs: readonly Entity[],
  { most = 200 }: { readonly most?: number } = {}
): Generator<number, DuplicatePairs> {
  const forms = new Map<Entity, readonly NameForm[]>()
  const formsOf = (entity: Entity) => {
    const known = forms.get(entity) ?? namesOf(entity).map(nameForm)
    forms.set(entity, known)
    return known
  }
  const byKey = new Map<string, Set<Entity>>()
  const all = graph.all('entity').size + theirs.length
  let seen = 0
  if (theirs.length > 0)
    for (const entity of graph.all('entity').values()) {
      if (++seen % STRIDE === 0) yield seen / all
      for (const key of keysOf(formsOf(entity))) {
        const there = byKey.get(key) ?? new Set()
        if (there.size < CLOSELY) byKey.set(key, there.add(entity))
      }
    }
  const pairs: DuplicatePair[] = []
  let count = 0
  for (const entity of theirs) {
    if (++seen % STRIDE === 0) yield seen / all
    const near = new Set([...keysOf(formsOf(entity))].flatMap((key) => [...(byKey.get(key) ?? [])]))
    for (const ours of near) {
      const score = graph.get('notSame', notSameId(ours.id, entity.id))
        ? 0
        : likeness(formsOf(ours), formsOf(entity), ours.type === entity.type)
      if (score === 0) continue
      count++
      pairs.push({ ours, theirs: entity, score })
    }
    if (pairs.length > most * 10) keepBest(pairs, most)
  }
  keepBest(pairs, most)
  return { count, pairs }
}

const keepBest = (pairs: DuplicatePair[], most: number) => {
  pairs.sort((a, b) => b.score - a.score || (a.theirs.id < b.theirs.id ? -1 : 1))
  pairs.length = Math.min(pairs.length, most)
}

const keysOf = (forms: readonly NameForm[]): ReadonlySet<string> =>
  new Set(forms.flatMap((form) => [...sameNameKeys(form)]))

/** How alike two entities are by the best of their names: the same main name first, then another one, then by sound; 0 if not. */
function likeness(mine: readonly NameForm[], other: readonly NameForm[], isSameType: boolean): number {
  let best = 0
  for (const [at, one] of mine.entries())
    for (const [to, two] of other.entries())
      if (isSameName(one, two))
        best = Math.max(best, 1 + Number(at === 0) + Number(to === 0) + (isWritten(one, two) ? 3 : 0))
  return best === 0 ? 0 : best + Number(isSameType)
}

const isWritten = (a: NameForm, b: NameForm) => a.readings[0]?.joined === b.readings[0]?.joined
