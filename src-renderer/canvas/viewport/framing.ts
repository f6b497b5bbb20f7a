import { around, type Box, grown } from '@core/drawing/box'
import { bodyBox } from '@core/drawing/place-labels'
import { LEAST_ZOOM } from '../../state/camera.svelte'
import { NOTHING, type Placement } from '../labels/labels'
import type { Stage } from '../layers/stage'
import type { Viewport } from './viewport'

/** Free space between what is fitted and the border, px; above there is room for the pill that names the selection. */
const PADDING = 24

/** How much of a name beside its symbol is counted in when all is fitted, px: names at the border find other sides. */
const MOST_BESIDE = 76

/** Moves the viewport to where entities and their names are in sight. */
export class Framing {
  readonly #viewport: Viewport
  readonly #stage: Stage
  readonly #placement: () => Placement

  constructor(viewport: Viewport, stage: Stage, placement: () => Placement) {
    this.#viewport = viewport
    this.#stage = stage
    this.#placement = placement
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

  /** Whether any symbol is in sight. */
  seesAny(): boolean {
    const { pan, width, height } = this.#viewport
    return [...this.#stage.bodies.values()].some(
      ({ x, y }) => x + pan.x >= 0 && x + pan.x <= width && y + pan.y >= 0 && y + pan.y <= height
    )
  }

  /** Brings entities into sight: as the camera stands if they have room, else from further away. */
  reveal(ids: Iterable<string>): void {
    const all = [...ids]
    const box = around(this.#boxesOf(all, this.#viewport.zoom))
    if (!box) return
    const { zoom, pan, width, height } = this.#viewport
    const { x, y } = pan
    const air = grown(box, PADDING)
    if (air.left + x >= 0 && air.right + x <= width && air.top + y >= 0 && air.bottom + y <= height) return
    if (air.right - air.left > width || air.bottom - air.top > height) this.#show(all)
    else this.#viewport.moveTo(zoom, { x: (box.left + box.right) / 2 / zoom, y: (box.top + box.bottom) / 2 / zoom })
  }

  #show(ids: Iterable<string>, { atOnce = false, named = true } = {}) {
    const all = [...ids]
    if (all.length === 0) return
    const [width, height] = [this.#viewport.width - 2 * PADDING, this.#viewport.height - 2 * PADDING]
    let [low, high] = [LEAST_ZOOM, 1]
    const fits = (zoom: number) => {
      const box = around(this.#boxesOf(all, zoom, named, MOST_BESIDE))
      return box !== undefined && box.right - box.left <= width && box.bottom - box.top <= height
    }
    if (fits(high)) low = high
    for (let step = 0; step < 12 && high - low > 0.002; step++) {
      const middle = (low + high) / 2
      if (fits(middle)) low = middle
      else high = middle
    }
    const box = around(this.#boxesOf(all, low, named, MOST_BESIDE))
    if (box)
      this.#viewport.moveTo(low, { x: (box.left + box.right) / 2 / low, y: (box.top + box.bottom) / 2 / low }, atOnce)
  }

  /** Where symbols and names would be at a zoom, names as far as `beside` px from their symbols; a name keeps its size and its side. */
  #boxesOf(ids: readonly string[], zoom: number, named = true, beside = Number.POSITIVE_INFINITY): readonly Box[] {
    const { bodies, zoom: drawnAt } = this.#stage
    const { labels, bodies: namedAt } = named ? this.#placement() : NOTHING
    return ids.flatMap((id) => {
      const body = bodies.get(id)
      if (!body) return []
      const [dx, dy] = [(body.x / drawnAt) * zoom - body.x, (body.y / drawnAt) * zoom - body.y]
      const own = bodyBox(body)
      const name = labels.names.get(id)?.box
      const anchor = namedAt.get(id) ?? body
      if (!name) return [moved(own, dx, dy)]
      const counted = within(moved(name, body.x - anchor.x, body.y - anchor.y), grown(own, beside))
      return [moved(own, dx, dy), moved(counted, dx, dy)]
    })
  }
}

/** What of a box lies in another that it touches. */
const within = (box: Box, room: Box): Box => ({
  left: Math.max(box.left, room.left),
  top: Math.max(box.top, room.top),
  right: Math.min(box.right, room.right),
  bottom: Math.min(box.bottom, room.bottom)
})

const moved = ({ left, right, top, bottom }: Box, x: number, y: number): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y
})
