import { type BuildingMap, ShardedMap } from '../graph/sharded-map'
import type { AnyRecord, Kind } from '../records/records'

/** A set of records by kind and id, of about `expected`; in small parts, as one large set blocks whenever it grows. */
export class Seen {
  readonly #kinds = new Map<Kind, BuildingMap<true>>()
  readonly #expected: number

  constructor(expected: number) {
    this.#expected = expected
  }

  has({ kind, id }: AnyRecord): boolean {
    return this.#kinds.get(kind)?.get(id) === true
  }

  add({ kind, id }: AnyRecord): void {
    const ids = this.#kinds.get(kind) ?? ShardedMap.building<true>(this.#expected / 2)
    this.#kinds.set(kind, ids)
    ids.set(id, true)
  }
}
