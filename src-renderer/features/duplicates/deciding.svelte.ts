import { isRefusal } from '@core/change/refusal'
import { keepApart } from '@core/commands/entities'
import { mergeEntities } from '@core/commands/merge-entities'
import { entityConflicts } from '@core/commands/merged-entity'
import type { App } from '../../state/app.svelte'
import type { LikelyPair } from '../../state/duplicate-list.svelte'

/** The pair that is looked at, and what is decided of it; the next one comes at once. */
export class Deciding {
  problem = $state<string>()
  #chosen = $state.raw<LikelyPair>()
  /** What was decided last: a step of the history at that position, or a pair that was put off. */
  #decided = $state.raw<readonly (number | LikelyPair)[]>([])
  readonly #app: App

  readonly pair: LikelyPair | undefined = $derived.by(() => {
    const { pairs } = this.#app.duplicates
    return pairs.find(({ a, b }) => a.id === this.#chosen?.a.id && b.id === this.#chosen?.b.id) ?? pairs[0]
  })

  constructor(app: App) {
    this.#app = app
  }

  choose(pair: LikelyPair) {
    this.#chosen = pair
  }

  /** Merges the two; where they say different things of themselves that is asked first. */
  same() {
    const { dialogs, doc } = this.#app
    if (!this.pair) return
    const { a, b } = this.pair
    const ties = (id: string) => doc.graph.relationsOf(id).length
    const [keep, drop] = ties(b.id) > ties(a.id) ? [b, a] : [a, b]
    const change = mergeEntities(doc.graph, { keep: keep.id, drop: drop.id })
    if (isRefusal(change) || entityConflicts(keep, drop).some(({ field }) => field !== 'name'))
      return dialogs.show({ kind: 'merge', ids: [keep.id, drop.id], back: { kind: 'duplicates' } })
    this.#run(change)
  }

  apart() {
    const { doc } = this.#app
    if (this.pair) this.#run(keepApart(doc.graph, this.pair.a.id, this.pair.b.id))
  }

  later() {
    const { pair } = this
    if (!pair) return
    this.#app.duplicates.putOff(pair)
    // The next one comes, not this one again at its new place.
    this.#chosen = undefined
    this.#decided = [...this.#decided, pair]
  }

  get canUndo(): boolean {
    return this.#decided.length > 0
  }

  /** Takes the last decision back; a change only while nothing else was done since. */
  undo() {
    const { doc, duplicates } = this.#app
    const last = this.#decided.at(-1)
    if (last === undefined) return
    this.problem =
      typeof last !== 'number'
        ? void duplicates.bringBack(last)
        : doc.position === last
          ? doc.undo()?.refused
          : 'Something else was done since: use Undo in the Edit menu.'
    this.#decided = this.#decided.slice(0, -1)
  }

  #run(change: Parameters<App['doc']['run']>[0]) {
    const { doc } = this.#app
    this.problem = doc.run(change)?.refused
    if (this.problem === undefined) this.#decided = [...this.#decided, doc.position]
  }
}
