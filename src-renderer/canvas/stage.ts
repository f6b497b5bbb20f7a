import type { Curve } from '@core/scene/curve'
import { type Body, curveBetween, routesOf } from '@core/scene/geometry'
import { outlineOf, regular } from '@core/scene/outline'
import type { Point } from '../state/shown-view.svelte'
import { EMPTY, type Picture } from './picture'
import { HALO, ringRadius } from './rings'

/** What a line ends at where it must not enter a ring. */
const ROUND = outlineOf(regular(24, 0, 0))

/** How large a symbol is at a zoom, against its size at 100 %: it shrinks and grows by the root, up to twice its size. */
export const symbolScale = (zoom: number): number => Math.min(2, Math.sqrt(zoom))

/**
 * Where everything stands at a zoom, in px as drawn, before the camera moves it: symbols and the curves between them.
 * Symbols, lines and words keep their size on the screen while the distances between them grow.
 */
export class Stage {
  picture: Picture = EMPTY
  zoom = 1
  bodies: ReadonlyMap<string, Body> = new Map()
  curves: Map<string, Curve> = new Map()
  #positions: ReadonlyMap<string, Point> = new Map()
  #bows: ReadonlyMap<string, number> = new Map()
  #ringed: ReadonlySet<string> = new Set()

  /** Takes what is shown and where; what has no place yet is left out. */
  set(picture: Picture, positions: ReadonlyMap<string, Point>) {
    this.picture = picture
    this.#positions = positions
    this.#bows = this.#bowsOf(picture.relations.keys())
    this.#place()
  }

  zoomTo(zoom: number) {
    this.zoom = zoom
    this.#place()
  }

  /** Rings these entities: their lines end outside the halo. */
  ring(ids: ReadonlySet<string>) {
    this.#ringed = ids
    this.#place()
  }

  /** Moves some entities, as while they are dragged: only their own lines are drawn anew, round what stands where it stood. */
  move(moved: ReadonlyMap<string, Point>) {
    this.#positions = new Map([...this.#positions, ...moved])
    const ties = new Set([...moved.keys()].flatMap((id) => this.picture.tiesOf.get(id) ?? []))
    this.#bows = new Map([...this.#bows, ...this.#bowsOf(ties)])
    this.#place()
  }

  /** The symbols with the rings round them: what labels must not cover. */
  obstacles(): ReadonlyMap<string, Body> {
    return new Map([...this.bodies].map(([id, body]) => [id, this.#endOf(id) ?? body]))
  }

  #bowsOf(ids: Iterable<string>): ReadonlyMap<string, number> {
    const ties = this.#relations(ids)
    return new Map([...routesOf(this.#bodiesAt(1), ties)].map(([id, { bow }]) => [id, bow]))
  }

  #place() {
    this.bodies = this.#bodiesAt(this.zoom)
    this.curves = new Map()
    const loops = []
    for (const relation of this.#relations(this.picture.relations.keys())) {
      const [from, to] = [this.#endOf(relation.from), this.#endOf(relation.to)]
      if (!from || !to) continue
      if (relation.from === relation.to) loops.push(relation)
      else this.curves.set(relation.id, curveBetween(from, to, (this.#bows.get(relation.id) ?? 0) * this.zoom))
    }
    for (const [id, { curve }] of routesOf(this.bodies, loops)) this.curves.set(id, curve)
  }

  #endOf(id: string): Body | undefined {
    const body = this.bodies.get(id)
    return body && this.#ringed.has(id) ? { ...body, radius: ringRadius(body) + HALO - 4, outline: ROUND } : body
  }

  #bodiesAt(zoom: number): ReadonlyMap<string, Body> {
    const bodies = new Map<string, Body>()
    const scale = symbolScale(zoom)
    for (const [id, { radius, symbol }] of this.picture.entities) {
      const point = this.#positions.get(id)
      if (point)
        bodies.set(id, { x: point.x * zoom, y: point.y * zoom, radius: radius * scale, outline: symbol.outline })
    }
    return bodies
  }

  #relations(ids: Iterable<string>) {
    return [...ids].flatMap((id) => {
      const drawn = this.picture.relations.get(id)
      return drawn ? [drawn.relation] : []
    })
  }
}
