import type { Edit, Graph } from '../graph/graph'
import { duplicatePairs } from '../queries/duplicate-pairs'
import { type Entity, notSameId } from '../records/records'
import { type Answers, NameBook, type NewEntity } from './name-book'

/** A new name of a table and the entities that it may mean. */
export interface Lookalike {
  /** By which it is answered: see nameKey. */
  readonly key: string
  readonly name: string
  /** How many rows name it. */
  readonly rows: number
  /** The entities that are alike, most alike first; at least one. */
  readonly candidates: readonly Entity[]
}

/** Most look-alikes that are asked about, and pairs that are found. */
const MOST = 500
const MOST_PAIRS = 2_000

/** What was found out about a graph while its tables are planned again and again, so that it is found out once. */
export class TableKnowledge {
  readonly graph: Graph
  /** Candidates by the key of a name. */
  readonly alike = new Map<string, readonly Entity[]>()
  #keys: ReadonlyMap<string, readonly string[]> | undefined

  constructor(graph: Graph) {
    this.graph = graph
  }

  /** Which entities are called what; yields the part that is done. */
  *keys(): Generator<number, ReadonlyMap<string, readonly string[]>> {
    this.#keys ??= yield* NameBook.keys(this.graph)
    return this.#keys
  }
}

/** Which of the new names look like one that is there, those of most rows first; and the records that keep apart what is not the same. */
export function* lookalikesOf(
  knowledge: TableKnowledge,
  made: readonly NewEntity[],
  answers: Answers
): Generator<
  number,
  { readonly lookalikes: readonly Lookalike[]; readonly more: number; readonly apart: readonly Edit[] }
> {
  const { graph, alike } = knowledge
  const unknown = made.filter(({ key }) => !alike.has(key))
  const byId = new Map(unknown.map((one) => [one.id, one.key]))
  const pairs = yield* duplicatePairs(graph, unknown.map(draft), { most: MOST_PAIRS })
  const found = new Map<string, Entity[]>()
  for (const { ours, theirs } of pairs.pairs) {
    const key = byId.get(theirs.id)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), ours])
  }
  for (const { key } of unknown) alike.set(key, found.get(key) ?? [])
  const all = made.flatMap(({ key, name, rows }) => {
    const candidates = alike.get(key) ?? []
    return candidates.length > 0 ? [{ key, name, rows, candidates: candidates.slice(0, 5) }] : []
  })
  all.sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
  const apart = made.flatMap(({ id, key }) =>
    answers.get(key) === 'new' ? (alike.get(key) ?? []).map((other) => keptApart(id, other.id)) : []
  )
  return { lookalikes: all.slice(0, MOST), more: Math.max(0, all.length - MOST), apart }
}

const draft = ({ id, name, type }: NewEntity): Entity => ({ kind: 'entity', id, type, name, aliases: [] })

const keptApart = (a: string, b: string): Edit => ({
  after: { kind: 'notSame', id: notSameId(a, b), pair: a < b ? [a, b] : [b, a] }
})
