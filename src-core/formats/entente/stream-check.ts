import { circlesIn } from '../../graph/circles'
import { needsOf } from '../../graph/needs'
import type { AnyRecord, EntityType, Kind, Source } from '../../records/records'

const EVIDENCE: readonly Kind[] = ['source', 'entity', 'relation', 'claim']

/**
 * Looks whether the records of a file that come by one after the other are each there once and name only what is there: says
 * yes or no, as parseGraph would, and keeps nothing but ids.
 */
export class StreamCheck {
  readonly #ids = new Map<Kind, Set<string>>()
  /** What was named before it came by: sources rest on sources further down. */
  readonly #named: { readonly kinds: readonly Kind[]; readonly id: string }[] = []
  readonly #basedOn: Source[] = []
  readonly #types: EntityType[] = []
  #isSound = true

  add(record: AnyRecord): void {
    const { kind, id } = record
    const own = this.#ids.get(kind) ?? new Set()
    this.#ids.set(kind, own)
    // A pair may be there twice.
    const isTaken = own.has(id) && kind !== 'notSame'
    const isShared = EVIDENCE.includes(kind) && EVIDENCE.some((other) => other !== kind && this.#has(other, id))
    if (isTaken || isShared) this.#isSound = false
    own.add(id)
    if (record.kind === 'source' && record.basedOn !== undefined) this.#basedOn.push(record)
    if (record.kind === 'entityType' && record.parent !== undefined) this.#types.push(record)
    for (const { kinds, id } of needsOf(record))
      if (!kinds.some((each) => this.#has(each, id))) this.#named.push({ kinds, id })
  }

  /** Whether all that came by is sound; asked at the end. */
  get isSound(): boolean {
    if (!this.#isSound) return false
    for (const _ of circlesIn({ source: this.#basedOn, entityType: this.#types })) return false
    return this.#named.every(({ kinds, id }) => kinds.some((kind) => this.#has(kind, id)))
  }

  #has(kind: Kind, id: string): boolean {
    return this.#ids.get(kind)?.has(id) ?? false
  }
}
