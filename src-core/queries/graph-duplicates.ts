import type { Graph } from '../graph/graph'
import type { NameForm } from '../names/same-name'
import { sameNameKeys } from '../names/same-name-keys'
import { type Entity, notSameId } from '../records/records'
import { formsOf, judgePair, namePairEvidence, type PairEvidence } from './pair-evidence'

/** Two entities of one graph that may be one, by id, and the figure of judgePair. */
interface RankedPair {
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
const STRIDE = 10

/** With how many entities of one key a name is compared: more of them say nothing any more. */
const CLOSELY = 20

/** Of so many times as many pairs as are asked for, those of the best names, ties and dates are compared as well. */
const FULLY = 3

interface Listed {
  readonly entity: Entity
  readonly form: NameForm
  readonly isMain: boolean
}

/**
 * The pairs of a graph's own entities that may be one; those that were said to be two things are left out. Looks only where
 * two names share a key; yields from time to time which part is done.
 */
export function* graphDuplicates(
  graph: Graph,
  { most = 1_000 }: { readonly most?: number } = {}
): Generator<number, RankedPairs> {
  const byKey = new Map<string, Listed[]>()
  const found: { readonly a: Entity; readonly b: Entity; readonly name: PairEvidence }[] = []
  const all = graph.all('entity').size
  let count = 0
  let seen = 0
  for (const b of graph.all('entity').values()) {
    if (++seen % STRIDE === 0) yield (seen / all) * 0.9
    for (const [a, name] of alikeTo(b, byKey)) {
      if (graph.get('notSame', notSameId(a.id, b.id))) continue
      count++
      found.push({ a, b, name })
    }
    if (found.length > most * FULLY * 2) keepBest(found, most * FULLY, ({ name }) => name.weight)
  }
  keepBest(found, most * FULLY, ({ name }) => name.weight)
  const pairs: (RankedPair & { readonly key: string })[] = []
  for (const [at, { a, b, name }] of found.entries()) {
    if (at % STRIDE === 0) yield 0.9 + (at / found.length) * 0.1
    const figure = judgePair(graph, a, b, name)?.figure ?? 0
    pairs.push({ a: a.id, b: b.id, figure, key: notSameId(a.id, b.id) })
  }
  pairs.sort((one, other) => other.figure - one.figure || (one.key < other.key ? -1 : 1))
  return { count, pairs: pairs.slice(0, most).map(({ a, b, figure }) => ({ a, b, figure })) }
}

/** The entities that came before and of which a name may be one of this one, with the best such names; takes it into the list. */
function alikeTo(entity: Entity, byKey: Map<string, Listed[]>): ReadonlyMap<Entity, PairEvidence> {
  const alike = new Map<Entity, PairEvidence>()
  const own = formsOf(entity).map((form, at) => ({ form, isMain: at === 0, keys: sameNameKeys(form) }))
  for (const { form, isMain, keys } of own) {
    const compared = new Set<NameForm>()
    for (const key of keys)
      for (const other of byKey.get(key) ?? []) {
        if (other.entity === entity || compared.has(other.form)) continue
        compared.add(other.form)
        const before = alike.get(other.entity)
        const mains = Number(isMain) + Number(other.isMain)
        // No more can come of it than is there.
        if (before && before.weight >= 48 + 6 * mains) continue
        const name = namePairEvidence(other.form, form, mains)
        if (name && (!before || name.weight > before.weight)) alike.set(other.entity, name)
      }
  }
  for (const { form, isMain, keys } of own)
    for (const key of keys) {
      const there = byKey.get(key) ?? []
      if (there.length >= CLOSELY) continue
      there.push({ entity, form, isMain })
      byKey.set(key, there)
    }
  return alike
}

/** Leaves the best of a list, in order. */
function keepBest<T>(list: T[], most: number, rank: (one: T) => number) {
  list.sort((a, b) => rank(b) - rank(a))
  list.length = Math.min(list.length, most)
}
