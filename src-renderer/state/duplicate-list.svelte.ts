import { type Entity, notSameId } from '@core/records/records'
import type { OpenDocument } from './document.svelte'

/** Entities that came in with another file and look like one that was there, until the user has gone through them. */
export class DuplicateList {
  #found = $state.raw<{ readonly handle: string; readonly pairs: readonly (readonly [string, string])[] }>()
  readonly #doc: OpenDocument

  /** Those of which both are still there and not said to be two things, most alike first. */
  readonly pairs: readonly (readonly [Entity, Entity])[] = $derived.by(() => {
    const { graph, handle } = this.#doc
    if (this.#found?.handle !== handle) return []
    return this.#found.pairs.flatMap(([a, b]) => {
      const [first, second] = [graph.get('entity', a), graph.get('entity', b)]
      return first && second && !graph.get('notSame', notSameId(a, b)) ? [[first, second] as const] : []
    })
  })

  constructor(doc: OpenDocument) {
    this.#doc = doc
  }

  /** Remembers pairs of ids in the open graph. */
  keep(pairs: readonly (readonly [string, string])[]) {
    this.#found = { handle: this.#doc.handle, pairs }
  }
}
