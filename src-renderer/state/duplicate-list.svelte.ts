import type { Output } from '@core/contract/contract'
import type { Graph } from '@core/graph/graph'
import { judgePair } from '@core/queries/pair-evidence'
import { type Entity, notSameId } from '@core/records/records'
import type { OpenDocument } from './document.svelte'

/** Two entities that may be one, and how alike they are, 1–99. */
export interface LikelyPair {
  readonly a: Entity
  readonly b: Entity
  readonly figure: number
}

/** Asks main for the likely duplicates of the open graph. */
interface DuplicateSearch {
  find(handle: string): Promise<Output<'graph:duplicates'>>
  stop(): void
}

/** Entities that look like one: those that came in with another file, or of the whole graph; until the user has gone through them. */
export class DuplicateList {
  /** Whether the whole graph is being looked through. */
  searching = $state(false)
  #found = $state.raw<{
    readonly handle: string
    readonly pairs: readonly { readonly a: string; readonly b: string; readonly figure: number }[]
    readonly count: number
  }>()
  #later = $state.raw<ReadonlySet<string>>(new Set())
  readonly #doc: OpenDocument
  readonly #search: DuplicateSearch

  /** Those of which both are still there and not said to be two things, most alike first; what was put off comes last. */
  readonly pairs: readonly LikelyPair[] = $derived.by(() => {
    const { graph, handle } = this.#doc
    if (this.#found?.handle !== handle) return []
    const open = this.#found.pairs.flatMap(({ a, b, figure }) => pairIn(graph, a, b, figure))
    const isLater = ({ a, b }: LikelyPair) => this.#later.has(notSameId(a.id, b.id))
    return [...open.filter((pair) => !isLater(pair)), ...open.filter(isLater)]
  })

  constructor(doc: OpenDocument, search: DuplicateSearch) {
    this.#doc = doc
    this.#search = search
  }

  /** How many less likely pairs were found and are not in the list. */
  get leftOut(): number {
    return this.#found?.handle === this.#doc.handle ? this.#found.count - this.#found.pairs.length : 0
  }

  /** Remembers pairs of ids in the open graph. */
  keep(pairs: readonly (readonly [string, string])[]) {
    const { graph, handle } = this.#doc
    const judged = pairs.map(([a, b]) => {
      const [one, other] = [graph.get('entity', a), graph.get('entity', b)]
      return { a, b, figure: (one && other && judgePair(graph, one, other)?.figure) ?? 1 }
    })
    this.#found = { handle, pairs: judged.sort((a, b) => b.figure - a.figure), count: judged.length }
  }

  /** Looks through the whole graph, off the window. */
  async search(): Promise<void> {
    if (this.searching) return
    const { handle } = this.#doc
    this.searching = true
    try {
      const found = await this.#search.find(handle)
      if (handle === this.#doc.handle) this.#found = { handle, ...found }
    } finally {
      this.searching = false
    }
  }

  stop() {
    if (this.searching) this.#search.stop()
  }

  putOff({ a, b }: LikelyPair) {
    this.#later = new Set([...this.#later, notSameId(a.id, b.id)])
  }

  bringBack({ a, b }: LikelyPair) {
    this.#later = new Set([...this.#later].filter((id) => id !== notSameId(a.id, b.id)))
  }
}

function pairIn(graph: Graph, a: string, b: string, figure: number): readonly LikelyPair[] {
  const [first, second] = [graph.get('entity', a), graph.get('entity', b)]
  return first && second && !graph.get('notSame', notSameId(a, b)) ? [{ a: first, b: second, figure }] : []
}
