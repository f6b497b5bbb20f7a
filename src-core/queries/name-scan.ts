import { byId } from '../records/ids'
import type { Entity, Relation } from '../records/records'
import { type NamedEntity, NameIndex } from './name-index'
import type { Hit } from './search'

/** How many names are looked at together, and kept only where they may answer. */
const TOGETHER = 4_000
/** How many entities are kept at most: their names need up to a kilobyte each. */
const MOST_KEPT = 400_000

/**
 * Finds entities by their names as they come by, in any number, as an index over all of them would: of each part of them only
 * those are kept that have something in common with the text. Relations count only behind the entities.
 */
export class NameScan {
  readonly #text: string
  readonly #kept = new Map<string, Entity>()
  readonly #degrees = new Map<string, number>()
  readonly #mostKept: number
  #waiting: Entity[] = []
  #names = 0
  #leftOut = 0
  #isInOrder = true
  #hasRelations = false

  /** `mostKept` is for tests. */
  constructor(text: string, mostKept = MOST_KEPT) {
    this.#text = text
    this.#mostKept = mostKept
  }

  /** How many entities may answer as well and were not looked at, because there are too many. */
  get leftOut(): number {
    this.#sift()
    return this.#leftOut
  }

  /** Whether all relations came behind the entities: others were not counted. */
  get isInOrder(): boolean {
    return this.#isInOrder
  }

  entity(entity: Entity): void {
    if (this.#hasRelations) this.#isInOrder = false
    this.#waiting.push(entity)
    this.#names += 1 + entity.aliases.length
    if (this.#names >= TOGETHER) this.#sift()
  }

  relation({ from, to }: Pick<Relation, 'from' | 'to'>): void {
    this.#sift()
    this.#hasRelations = true
    for (const end of from === to ? [from] : [from, to])
      if (this.#kept.has(end)) this.#degrees.set(end, (this.#degrees.get(end) ?? 0) + 1)
  }

  /** The best of all that came by, best first. */
  hits(most: number): readonly Hit[] {
    this.#sift()
    const [kept, degrees] = [this.#kept, this.#degrees]
    const index = new NameIndex({
      get: (_kind, id) => kept.get(id),
      relationsOf: (id) => ({ length: degrees.get(id) ?? 0 })
    })
    // In one order, however they came by.
    for (const entity of [...kept.values()].sort(byId)) index.add(entity)
    return index.find(this.#text, { most }).flatMap(({ entity, ...found }): readonly Hit[] => {
      const whole = kept.get(entity)
      return whole ? [{ entity: whole, ...found }] : []
    })
  }

  #sift() {
    if (this.#waiting.length === 0) return
    const index = new NameIndex({ get: () => undefined, relationsOf: () => [] })
    for (const entity of this.#waiting) index.add(entity)
    const related = index.related(this.#text)
    for (const entity of this.#waiting) {
      if (!related.has(entity.id)) continue
      if (this.#kept.size < this.#mostKept) this.#kept.set(entity.id, namesOf(entity))
      else this.#leftOut++
    }
    this.#waiting = []
    this.#names = 0
  }
}

/** An entity without what is not shown of it. */
const namesOf = ({ kind, id, type, name, aliases }: Entity): Entity & NamedEntity => ({ kind, id, type, name, aliases })
