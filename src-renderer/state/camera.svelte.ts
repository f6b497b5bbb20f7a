import type { Point } from './shown-view.svelte'

/** What the canvas can be asked to do with the picture. */
export interface CameraControls {
  fit(): void
  zoomTo(zoom: number): void
  /** Brings entities into sight without changing what is selected. */
  reveal(ids: Iterable<string>): void
  /** The middle of what is in sight, in pixels at 100 %: where a new entity is put. */
  centre(): Point
  /** Places everything in the view anew; resolves when it is done or was stopped. */
  arrange(): Promise<void>
}

/** Where a camera is: the zoom, 1 is 100 %, and the point in its middle, px at 100 %. */
export interface Sight extends Point {
  readonly zoom: number
}

/** Zooms between which the camera moves; 1 is 100 %. */
export const LEAST_ZOOM = 0.1
export const MOST_ZOOM = 4

/** What one press of a zoom button or key zooms by. */
const STEP = 1.25

const withinLimits = (zoom: number) => Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))

/** The camera over the graph. The canvas attaches itself; everything else asks here and never imports the canvas. */
export class Camera {
  /** 1 is 100 %. */
  zoom = $state(1)
  /** Labels that have no room at this zoom. */
  hiddenLabels = $state(0)
  /** A layout under way: how many entities it places, and how to stop it. */
  arranging = $state<{ readonly entities: number; readonly done: number; readonly stop: () => void }>()
  /** Where the user has moved it since the view was first seen as a whole. */
  sight = $state.raw<Sight>()
  #wanted: Sight | undefined
  #controls: CameraControls | undefined

  attach(controls: CameraControls): () => void {
    this.#controls = controls
    return () => {
      if (this.#controls === controls) this.#controls = undefined
    }
  }

  /** Where it is to be when the view that is shown next is first drawn, instead of where all is in sight. */
  want(sight: Sight | undefined) {
    this.#wanted = sight
  }

  takeWanted(): Sight | undefined {
    const wanted = this.#wanted
    this.#wanted = undefined
    return wanted && { ...wanted, zoom: withinLimits(wanted.zoom) }
  }

  fit() {
    this.#controls?.fit()
  }

  zoomTo(zoom: number) {
    this.#controls?.zoomTo(withinLimits(zoom))
  }

  zoomIn() {
    this.zoomTo(this.zoom * STEP)
  }

  zoomOut() {
    this.zoomTo(this.zoom / STEP)
  }

  reveal(ids: Iterable<string>) {
    this.#controls?.reveal(ids)
  }

  centre(): Point {
    return this.#controls?.centre() ?? { x: 0, y: 0 }
  }

  async arrange() {
    await this.#controls?.arrange()
  }
}
