import { around, type Box, grown } from '@core/drawing/box'
import { bodyBox } from '@core/drawing/place-labels'
import type { Core } from 'cytoscape'
import type { Point } from '../../state/shown-view.svelte'
import { NOTHING, type Placement } from '../labels/labels'
import type { Stage } from '../layers/stage'
import { animate, CAMERA_MOTION } from './motion'

/** Free space between what is fitted and the border, px; above there is room for the pill that names the selection. */
const PADDING = 24

/** Zooms between which the camera moves. */
export const LEAST_ZOOM = 0.1
export const MOST_ZOOM = 4

/** Moves the camera over the stage. */
export class Lens {
  readonly #cy: Core
  readonly #stage: Stage
  readonly #placement: () => Placement
  #stop: () => void = () => {}

  constructor(cy: Core, stage: Stage, placement: () => Placement) {
    this.#cy = cy
    this.#stage = stage
    this.#placement = placement
  }

  /** The middle of what is in sight, px at 100 %. */
  centre(): Point {
    const { x1, x2, y1, y2 } = this.#cy.extent()
    return { x: Math.round((x1 + x2) / 2), y: Math.round((y1 + y2) / 2) }
  }

  zoomTo(zoom: number): void {
    this.#moveTo(zoom, this.centre())
  }

  /** Moves to where everything is in sight; never larger than 100 %. */
  fit(): void {
    this.#show(this.#stage.bodies.keys())
  }

  /** The same at once. Names take other sides at another zoom, so that a second look, which counts them in, knows better. */
  async fitFirst(label: () => Promise<void>): Promise<void> {
    this.#show(this.#stage.bodies.keys(), { atOnce: true, named: false })
    for (let look = 0; look < 2; look++) {
      await label()
      this.#show(this.#stage.bodies.keys(), { atOnce: true })
    }
    await label()
  }

  /** Brings entities into sight: as the camera stands if they have room, else from further away. */
  reveal(ids: Iterable<string>): void {
    const all = [...ids]
    const boxes = this.#boxesOf(all, this.#cy.zoom())
    const box = around(boxes)
    if (!box) return
    const { x, y } = this.#cy.pan()
    const [width, height] = [this.#cy.width(), this.#cy.height()]
    const air = grown(box, PADDING)
    if (air.left + x >= 0 && air.right + x <= width && air.top + y >= 0 && air.bottom + y <= height) return
    const zoom = this.#cy.zoom()
    if (air.right - air.left > width || air.bottom - air.top > height) this.#show(all)
    else this.#moveTo(zoom, { x: (box.left + box.right) / 2 / zoom, y: (box.top + box.bottom) / 2 / zoom })
  }

  stop(): void {
    this.#stop()
  }

  #show(ids: Iterable<string>, { atOnce = false, named = true } = {}) {
    const all = [...ids]
    if (all.length === 0) return
    const [width, height] = [this.#cy.width() - 2 * PADDING, this.#cy.height() - 2 * PADDING]
    let [low, high] = [LEAST_ZOOM, 1]
    const fits = (zoom: number) => {
      const box = around(this.#boxesOf(all, zoom, named))
      return box !== undefined && box.right - box.left <= width && box.bottom - box.top <= height
    }
    if (fits(high)) low = high
    for (let step = 0; step < 12 && high - low > 0.002; step++) {
      const middle = (low + high) / 2
      if (fits(middle)) low = middle
      else high = middle
    }
    const box = around(this.#boxesOf(all, low, named))
    if (box) this.#moveTo(low, { x: (box.left + box.right) / 2 / low, y: (box.top + box.bottom) / 2 / low }, atOnce)
  }

  /** Where symbols and names would be at a zoom; a name keeps its size and its side. */
  #boxesOf(ids: readonly string[], zoom: number, named = true): readonly Box[] {
    const { bodies, zoom: drawnAt } = this.#stage
    const { labels, bodies: namedAt } = named ? this.#placement() : NOTHING
    return ids.flatMap((id) => {
      const body = bodies.get(id)
      if (!body) return []
      const [dx, dy] = [(body.x / drawnAt) * zoom - body.x, (body.y / drawnAt) * zoom - body.y]
      const own = bodyBox(body)
      const name = labels.names.get(id)?.box
      const anchor = namedAt.get(id) ?? body
      return [moved(own, dx, dy), ...(name ? [moved(name, body.x - anchor.x + dx, body.y - anchor.y + dy)] : [])]
    })
  }

  #moveTo(zoom: number, centre: Point, atOnce = false) {
    this.#stop()
    const [startZoom, start] = [this.#cy.zoom(), this.centre()]
    const [width, height] = [this.#cy.width(), this.#cy.height()]
    const step = (share: number) => {
      const now = startZoom * (zoom / startZoom) ** share
      const x = start.x + (centre.x - start.x) * share
      const y = start.y + (centre.y - start.y) * share
      this.#cy.viewport({ zoom: now, pan: { x: width / 2 - x * now, y: height / 2 - y * now } })
    }
    if (atOnce) step(1)
    else this.#stop = animate(CAMERA_MOTION, step)
  }
}

const moved = ({ left, right, top, bottom }: Box, x: number, y: number): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y
})
