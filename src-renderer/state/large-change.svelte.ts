import { applySteps, type Change, invertSteps } from '@core/change/change'
import { isRefusal, type Refusal, refuse } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import type { Ranking } from '@core/queries/ranking'
import { ranked } from './opening.svelte'
import { inSlices } from './slices'

/** From how many edits on a change is carried out little by little: fewer are done between two frames. */
const LARGE = 1000

export const isLarge = ({ edits }: Change): boolean => edits.length > LARGE

/** What a large change comes to; undefined when it was stopped. */
export type Done = { readonly change: Change; readonly graph: Graph; readonly ranking: Ranking } | Refusal | undefined

/** A large change that is being carried out, or taken back, little by little. */
export class LargeChange {
  readonly label: string
  /** How far it is, from 0 to 1. */
  done = $state(0)
  readonly result: Promise<Done>
  #settle: (result: Done) => void = () => {}
  #callOff: () => void = () => {}

  /** `now` gives the open graph: what another program does to it meanwhile is not in the result. */
  constructor(now: () => Graph, change: Change, { isBack }: { readonly isBack: boolean }) {
    this.label = change.label
    this.result = new Promise((resolve) => {
      this.#settle = resolve
    })
    this.#callOff = inSlices(this.#steps(now, change, isBack), (result) => this.#settle(result))
  }

  /** Ends it; nothing of it is done. */
  stop() {
    this.#callOff()
    this.#settle(undefined)
  }

  *#steps(now: () => Graph, forth: Change, isBack: boolean): Generator<void, Done> {
    const before = now()
    const change = isBack ? yield* this.#counted(invertSteps(forth)) : forth
    const graph = yield* this.#counted(applySteps(before, change))
    if (isRefusal(graph)) return graph
    const ranking = yield* ranked(graph)
    if (now() !== before)
      return refuse(`Another program has changed the graph, so “${this.label}” was not carried out.`)
    return { change, graph, ranking }
  }

  *#counted<T>(steps: Generator<number, T>): Generator<void, T> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value
      this.done = step.value
      yield
    }
  }
}
