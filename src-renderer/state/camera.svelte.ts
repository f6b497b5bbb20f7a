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

/** The camera over the graph. The canvas attaches itself; everything else asks here and never imports the canvas. */
export class Camera {
  /** 1 is 100 %. */
  zoom = $state(1)
  /** Labels that have no room at this zoom. */
  hiddenLabels = $state(0)
  /** A layout under way: how many entities it places, and how to stop it. */
  arranging = $state<{ readonly entities: number; readonly done: number; readonly stop: () => void }>()
  #controls: CameraControls | undefined

  attach(controls: CameraControls): () => void {
    this.#controls = controls
    return () => {
      if (this.#controls === controls) this.#controls = undefined
    }
  }

  fit() {
    this.#controls?.fit()
  }

  zoomTo(zoom: number) {
    this.#controls?.zoomTo(Math.min(4, Math.max(0.1, zoom)))
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
