/**
 * An immutable Map for large graphs: a base that is never copied and a small layer of later changes over it, so that
 * one change costs the same at 100 000 records as at 100. Iteration order is not defined; sort where order matters.
 */
export class LayeredMap<V> implements Iterable<readonly [string, V]> {
  readonly size: number
  readonly #base: ReadonlyMap<string, V>
  readonly #layer: ReadonlyMap<string, V | undefined>

  private constructor(base: ReadonlyMap<string, V>, layer: ReadonlyMap<string, V | undefined>, size: number) {
    this.#base = base
    this.#layer = layer
    this.size = size
  }

  /** Takes the map over; the caller must not change it afterwards. */
  static from<V>(base: ReadonlyMap<string, V>): LayeredMap<V> {
    return new LayeredMap(base, new Map(), base.size)
  }

  get(key: string): V | undefined {
    return this.#layer.has(key) ? this.#layer.get(key) : this.#base.get(key)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  /** A new map with these keys set, or removed where the value is undefined. */
  with(changes: Iterable<readonly [string, V | undefined]>): LayeredMap<V> {
    const layer = new Map(this.#layer)
    let size = this.size
    for (const [key, value] of changes) {
      const had = layer.has(key) ? layer.get(key) !== undefined : this.#base.has(key)
      size += Number(value !== undefined) - Number(had)
      layer.set(key, value)
    }
    return layer.size <= LAYER_LIMIT
      ? new LayeredMap(this.#base, layer, size)
      : LayeredMap.from(flatten(this.#base, layer))
  }

  *[Symbol.iterator](): Iterator<readonly [string, V]> {
    for (const [key, value] of this.#base) if (!this.#layer.has(key)) yield [key, value]
    for (const [key, value] of this.#layer) if (value !== undefined) yield [key, value]
  }

  *keys(): Iterable<string> {
    for (const [key] of this) yield key
  }

  *values(): Iterable<V> {
    for (const [, value] of this) yield value
  }
}

/** How many changed keys are carried before they are folded into a new base. */
const LAYER_LIMIT = 1000

function flatten<V>(base: ReadonlyMap<string, V>, layer: ReadonlyMap<string, V | undefined>): Map<string, V> {
  const flat = new Map(base)
  for (const [key, value] of layer) {
    if (value === undefined) flat.delete(key)
    else flat.set(key, value)
  }
  return flat
}
