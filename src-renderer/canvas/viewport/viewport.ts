import type { Core } from 'cytoscape'
import type { Point } from '../../state/shown-view.svelte'
import { animate, CAMERA_MOTION } from './motion'

/**
 * The canvas's part of the camera: the one place that reads and sets pan and zoom. Cytoscape keeps them, since dragging the
 * ground is its own; nobody else asks it for them.
 */
export class Viewport {
  readonly #cy: Core
  #stop: () => void = () => {}

  constructor(cy: Core) {
    this.#cy = cy
  }

  /** 1 is 100 %. */
  get zoom(): number {
    return this.#cy.zoom()
  }

  /** Where the origin of the picture is, px from the corner. */
  get pan(): Point {
    return { ...this.#cy.pan() }
  }

  /** px */
  get width(): number {
    return this.#cy.width()
  }

  /** px */
  get height(): number {
    return this.#cy.height()
  }

  /** The middle of what is in sight, px at 100 %. */
  get centre(): Point {
    const { x1, x2, y1, y2 } = this.#cy.extent()
    return { x: Math.round((x1 + x2) / 2), y: Math.round((y1 + y2) / 2) }
  }

  /** A point of the picture, px at 100 %, as it is drawn now: px from the origin. */
  drawn({ x, y }: Point): Point {
    const { zoom } = this
    return { x: x * zoom, y: y * zoom }
  }

  /** Zooms round the middle. */
  zoomTo(zoom: number): void {
    this.moveTo(zoom, this.centre)
  }

  /** Zooms at once, round a point that keeps its place: px from the corner. */
  zoomRound(point: Point, factor: number): void {
    this.#cy.zoom({ level: this.zoom * factor, renderedPosition: { ...point } })
  }

  /** Moves by px on the screen, at once. */
  panBy(x: number, y: number): void {
    this.#cy.panBy({ x, y })
  }

  /** Glides to where a point, px at 100 %, is in the middle. */
  moveTo(zoom: number, centre: Point, atOnce = false): void {
    this.#stop()
    const { zoom: startZoom, centre: start, width, height } = this
    const step = (share: number) => {
      const now = startZoom * (zoom / startZoom) ** share
      const x = start.x + (centre.x - start.x) * share
      const y = start.y + (centre.y - start.y) * share
      this.#cy.viewport({ zoom: now, pan: { x: width / 2 - x * now, y: height / 2 - y * now } })
    }
    if (atOnce) step(1)
    else this.#stop = animate(CAMERA_MOTION, step)
  }

  onZoom(listener: () => void): void {
    this.#cy.on('zoom', listener)
  }

  onPan(listener: () => void): void {
    this.#cy.on('pan', listener)
  }

  /** Stays where it has got to. */
  stop(): void {
    this.#stop()
  }
}
