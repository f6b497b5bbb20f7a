/**
 * An immutable Map for large graphs, kept in many small Maps. A change copies only those that it touches, so that it costs
 * about the same at 100 000 records as at 100, and nothing large is ever copied at once. Iteration order is not defined; sort
 * where order matters.
 */
export class ShardedMap<V> implements Iterable<readonly [string, V]> {
  readonly size: number
  readonly #shards: readonly ReadonlyMap<string, V>[]

  private constructor(shards: readonly ReadonlyMap<string, V>[], size: number) {
    this.#shards = shards
    this.size = size
  }

  /** A map with these entries; of two with the same key the later one stays. */
  static from<V>(entries: Iterable<readonly [string, V]>, expected = 0): ShardedMap<V> {
    const building = ShardedMap.building<V>(expected)
    for (const [key, value] of entries) building.set(key, value)
    return building.done()
  }

  /** A map to be filled, with room for about `expected` keys; `done` is called once, at the end. */
  static building<V>(expected: number): BuildingMap<V> {
    const shards = emptyShards<V>(expected)
    let size = 0
    return {
      get: (key) => shardOf(shards, key).get(key),
      set(key, value) {
        const shard = shardOf(shards, key)
        const before = shard.size
        shard.set(key, value)
        size += shard.size - before
      },
      done: () => new ShardedMap(shards, size)
    }
  }

  get(key: string): V | undefined {
    return shardOf(this.#shards, key).get(key)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  /** A new map with these keys set, or removed where the value is undefined. */
  with(changes: Iterable<readonly [string, V | undefined]>): ShardedMap<V> {
    const shards = [...this.#shards]
    const copied = new Set<number>()
    let size = this.size
    for (const [key, value] of changes) {
      const at = placeOf(key, shards.length)
      if (!copied.has(at)) shards[at] = new Map(shards[at])
      copied.add(at)
      const shard = shards[at] as Map<string, V>
      size -= shard.size
      if (value === undefined) shard.delete(key)
      else shard.set(key, value)
      size += shard.size
    }
    const map = new ShardedMap(shards, size)
    return size > MOST * FULL * shards.length ? ShardedMap.from(map, size) : map
  }

  *[Symbol.iterator](): Iterator<readonly [string, V]> {
    for (const shard of this.#shards) yield* shard
  }

  *keys(): Iterable<string> {
    for (const shard of this.#shards) yield* shard.keys()
  }

  *values(): Iterable<V> {
    for (const shard of this.#shards) yield* shard.values()
  }
}

/** A map that is still being filled. */
export interface BuildingMap<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
  done(): ShardedMap<V>
}

/** Keys per shard, and how many times as many before the map gets more shards. */
const FULL = 64
const MOST = 8

function emptyShards<V>(expected: number): Map<string, V>[] {
  let count = 1
  while (count * FULL < expected) count *= 2
  return Array.from({ length: count }, () => new Map<string, V>())
}

/**
 * The shard of a key among n, a power of two (FNV-1a, 32 bits). Without its last two characters, so that keys which
 * follow each other lie together: filled in order, a large map is three times as fast, for its parts stay in the cache.
 */
function placeOf(key: string, shards: number): number {
  if (shards === 1) return 0
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length - 2; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (shards - 1)
}

const shardOf = <M>(shards: readonly M[], key: string): M => shards[placeOf(key, shards.length)] as M
