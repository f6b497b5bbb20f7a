import type { Box } from '@core/drawing/box'
import { inSlices } from '../../state/slices'
import { type Emphasis, emphasisOf, type Hover, NO_HOVER } from '../layers/emphasis'
import { EMPTY } from '../layers/picture'
import type { Stage } from '../layers/stage'
import { hoveredSteps, NOTHING, type Placement, placeSteps, standing } from './labels'
import { measurer } from './type'

/** Has lines find their way, and labels their places, in slices: those of a small picture stand at once, those of a large one a few frames later. */
export class Labeller {
  /** All labels in their places, and those of what is hovered, which take the room that is left. */
  placement: Placement = NOTHING
  hovered: Placement = NOTHING
  emphasis: Emphasis = emphasisOf(EMPTY, new Set(), undefined)
  hover: Hover = NO_HOVER
  readonly #stage: Stage
  readonly #sight: () => Box
  readonly #onPlaced: () => void
  readonly #measure = measurer()
  /** Labels are placed only when a frame needs them, however often what they name has changed. */
  #isPlaced = true
  #isHoveredPlaced = true
  #isUnderWay = false
  #stop: () => void = () => {}
  #waiting: (() => void)[] = []

  /** `onPlaced` is called when labels have found their places later than at once. */
  constructor(stage: Stage, sight: () => Box, onPlaced: () => void) {
    this.#stage = stage
    this.#sight = sight
    this.#onPlaced = onPlaced
  }

  /** The labels are to look for places again. */
  begin(): void {
    this.#isPlaced = false
    this.#isHoveredPlaced = false
    this.placement = standing(this.placement, this.#stage)
    this.hovered = standing(this.hovered, this.#stage)
    this.pause()
  }

  hoverOver(hover: Hover): void {
    this.hover = hover
    this.#isHoveredPlaced = false
    if (this.#isPlaced) this.pause()
  }

  /** Stops placing when the stage changes; begins again with the next frame. */
  pause(): void {
    this.#stop()
    this.#isUnderWay = false
  }

  /** Places stale labels. */
  look(): void {
    if (this.#isUnderWay || (this.#isPlaced && this.#isHoveredPlaced)) return
    let isLater = false
    this.#isUnderWay = true
    this.#stop = inSlices(this.#steps(), () => {
      this.#isUnderWay = false
      for (const go of this.#waiting.splice(0)) go()
      if (isLater) this.#onPlaced()
    })
    isLater = true
  }

  /** Resolves when all labels stand where they should. */
  placed(): Promise<void> {
    this.look()
    return this.#isUnderWay ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve()
  }

  *#steps(): Generator<void, void> {
    if (!this.#isPlaced) {
      yield* this.#stage.routeSteps()
      this.placement = yield* placeSteps(this.#stage, this.emphasis, this.#sight(), this.#measure, this.placement)
      this.#isPlaced = true
    }
    this.hovered = yield* hoveredSteps(this.#stage, this.hover, this.#sight(), this.#measure, this.placement)
    this.#isHoveredPlaced = true
  }
}
