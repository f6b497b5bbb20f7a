import type { Change } from '../change/change'
import type { Graph } from '../graph/graph'
import { byId } from '../records/ids'

/** The entities of a graph by how many relations they have. Follows the graph by `update`. */
export class Ranking {
  readonly #degrees = new Map<string, number>()
  readonly #ids = new Map<number, Set<string>>()
  /** Those of one degree by id, where they have been asked for since they changed. */
  readonly #sorted = new Map<number, readonly string[]>()
  #most = 0

  /** Takes some entities in, as many as the caller has time for. */
  add(graph: Graph, ids: Iterable<string>): void {
    for (const id of ids) this.#put(id, graph.get('entity', id) ? graph.relationsOf(id).length : undefined)
  }

  /** Takes in a change; `graph` is the graph after it. */
  update({ edits }: Change, graph: Graph): void {
    const touched = new Set<string>()
    for (const { before, after } of edits)
      for (const record of [before, after]) {
        if (record?.kind === 'entity') touched.add(record.id)
        else if (record?.kind === 'relation') touched.add(record.from).add(record.to)
      }
    this.add(graph, touched)
  }

  /** The ids of all entities that were taken in, those with most relations first, equals by id. */
  *[Symbol.iterator](): Iterator<string> {
    for (let degree = this.#most; degree >= 0; degree--) yield* this.#at(degree)
  }

  #put(id: string, degree: number | undefined) {
    const before = this.#degrees.get(id)
    if (before === degree) return
    if (before !== undefined) {
      this.#ids.get(before)?.delete(id)
      this.#sorted.delete(before)
    }
    if (degree === undefined) {
      this.#degrees.delete(id)
      return
    }
    this.#degrees.set(id, degree)
    const ids = this.#ids.get(degree)
    if (ids) ids.add(id)
    else this.#ids.set(degree, new Set([id]))
    this.#sorted.delete(degree)
    this.#most = Math.max(this.#most, degree)
  }

  // Only what is asked for is sorted: there are few hubs, and very many entities with one or two relations.
  #at(degree: number): readonly string[] {
    const known = this.#sorted.get(degree)
    if (known) return known
    const sorted = [...(this.#ids.get(degree) ?? [])].sort((a, b) => byId({ id: a }, { id: b }))
    this.#sorted.set(degree, sorted)
    return sorted
  }
}

/** The ranking of a whole graph, at once. */
export function rankingOf(graph: Graph): Ranking {
  const ranking = new Ranking()
  ranking.add(graph, graph.all('entity').keys())
  return ranking
}
