import { applySteps, type Change } from '@core/change/change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import type { Ranking } from '@core/queries/ranking'
import { ranked } from './opening.svelte'
import { inSlices } from './slices'

/** From how many edits on a change is carried out little by little: fewer are done between two frames. */
const LARGE = 1000

export const isLarge = ({ edits }: Change): boolean => edits.length > LARGE

/** What a large change comes to; undefined when it was stopped. */
export type Done = { readonly graph: Graph; readonly ranking: Ranking } | Refusal | undefined

/** A large change that is being carried out, little by little. */
export class LargeChange {
  readonly label: string
  /** How far it is, from 0 to 1. */
  done = $state(0)
  readonly result: Promise<Done>
  #settle: (result: Done) => void = () => {}
  #callOff: () => void = () => {}

  constructor(graph: Graph, change: Change) {
    this.label = change.label
    this.result = new Promise((resolve) => {
      this.#settle = resolve
    })
    this.#callOff = inSlices(this.#steps(graph, change), (result) => this.#settle(result))
  }

  /** Ends it; nothing of it is done. */
  stop() {
    this.#callOff()
    this.#settle(undefined)
  }

  *#steps(graph: Graph, change: Change): Generator<void, Done> {
    const steps = applySteps(graph, change)
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      this.done = step.value
      yield
    }
    if (isRefusal(step.value)) return step.value
    return { graph: step.value, ranking: yield* ranked(step.value) }
  }
}
