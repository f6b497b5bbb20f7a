import type { Curve } from '@core/drawing/curve'
import { type Body, curveBetween, eachRoute, routesOf } from '@core/drawing/geometry'
import { outlineOf, regular } from '@core/drawing/outline'
import type { Point } from '../../state/shown-view.svelte'
import { type DrawnRelation, EMPTY, type Picture } from './picture'
import { HALO, ringRadius } from './rings'

/** What lines leave free before a symbol anyway, px. */
const GAP = 4

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
  /** Goes up whenever something stands elsewhere. */
  version = 0
  readonly bodies = new Map<string, Body>()
  readonly curves = new Map<string, Curve>()
  /** The symbols at 100 %, among which lines look for their way. */
  readonly #bodiesAt1 = new Map<string, Body>()
  readonly #bows = new Map<string, number>()
  #ringed: ReadonlySet<string> = new Set()
  #isRouted = true

  /** Takes what is shown and where; what has no place yet is left out. Lines run as before, new ones straight, until they are routed. */
  set(picture: Picture, positions: ReadonlyMap<string, Point>) {
    const { relations } = this.picture
    const [bodies, curves] = [new Map(this.bodies), new Map(this.curves)]
    this.picture = picture
    for (const map of [this.bodies, this.curves, this.#bodiesAt1]) map.clear()
    for (const id of this.#bows.keys()) if (!picture.relations.has(id)) this.#bows.delete(id)
    this.#putDown(positions)
    const stays = (id: string) => isSame(bodies.get(id), this.bodies.get(id))
    for (const [id, { relation }] of picture.relations) {
      const { from, to } = relation
      const before = relations.get(id)?.relation
      const curve = curves.get(id)
      // The loops of a symbol share the room round it: one more or less moves the others.
      if (curve && from !== to && before?.from === from && before.to === to && stays(from) && stays(to))
        this.curves.set(id, curve)
    }
    this.#draw([...picture.relations.keys()].filter((id) => !this.curves.has(id)))
    this.#isRouted = false
  }

  /** Has all lines find their way among the symbols, one after the other. */
  *routeSteps(): Generator<void, void> {
    if (this.#isRouted) return
    for (const { id, bow } of eachRoute(this.#bodiesAt1, this.#relations(this.picture.relations.keys()))) {
      if (bow !== (this.#bows.get(id) ?? 0)) {
        this.#bows.set(id, bow)
        this.#draw([id])
      }
      yield
    }
    this.#isRouted = true
  }

  zoomTo(zoom: number) {
    this.zoom = zoom
    for (const id of this.#bodiesAt1.keys()) this.#scale(id)
    this.#draw(this.picture.relations.keys())
  }

  /** Rings these entities: their lines end outside the halo. */
  ring(ids: ReadonlySet<string>) {
    const changed = [...this.#ringed, ...ids].filter((id) => this.#ringed.has(id) !== ids.has(id))
    this.#ringed = ids
    this.#draw(this.#tiesOf(changed))
  }

  /** Moves some entities, as while they are dragged: only their own lines are drawn anew, round what stands where it stood. */
  move(moved: ReadonlyMap<string, Point>) {
    this.#putDown(moved)
    this.#route(this.#tiesOf(moved.keys()))
  }

  /** The symbols with the rings round them: what labels must not cover. */
  obstacles(): ReadonlyMap<string, Body> {
    return new Map([...this.bodies].map(([id, body]) => [id, this.#endOf(id) ?? body]))
  }

  #putDown(positions: ReadonlyMap<string, Point>) {
    for (const [id, { x, y }] of positions) {
      const drawn = this.picture.entities.get(id)
      if (!drawn) continue
      this.#bodiesAt1.set(id, { x, y, radius: drawn.radius, outline: drawn.symbol.outline })
      this.#scale(id)
    }
  }

  #scale(id: string) {
    this.version++
    const body = this.#bodiesAt1.get(id)
    if (!body) return
    const { zoom } = this
    const radius = body.radius * symbolScale(zoom)
    this.bodies.set(id, { x: body.x * zoom, y: body.y * zoom, radius, outline: body.outline })
  }

  #route(ids: Iterable<string>) {
    const ties = this.#relations(ids)
    for (const [id, { bow }] of routesOf(this.#bodiesAt1, ties)) this.#bows.set(id, bow)
    this.#draw(ties.map(({ id }) => id))
  }

  #draw(ids: Iterable<string>) {
    this.version++
    const loops = []
    for (const relation of this.#relations(ids)) {
      const [from, to] = [this.#endOf(relation.from), this.#endOf(relation.to)]
      if (!from || !to) continue
      if (relation.from === relation.to) loops.push(relation)
      else this.curves.set(relation.id, curveBetween(from, to, (this.#bows.get(relation.id) ?? 0) * this.zoom))
    }
    for (const [id, { curve }] of routesOf(this.bodies, loops)) this.curves.set(id, curve)
  }

  /** Where the lines of an entity end: at its symbol, or at its ring. */
  #endOf(id: string): Body | undefined {
    const body = this.bodies.get(id)
    return body && this.#ringed.has(id) ? { ...body, radius: ringRadius(body) + HALO - GAP, outline: ROUND } : body
  }

  #tiesOf(ids: Iterable<string>): ReadonlySet<string> {
    return new Set([...ids].flatMap((id) => this.picture.tiesOf.get(id) ?? []))
  }

  #relations(ids: Iterable<string>): readonly DrawnRelation['relation'][] {
    return [...ids].flatMap((id) => {
      const drawn = this.picture.relations.get(id)
      return drawn ? [drawn.relation] : []
    })
  }
}

const isSame = (a: Body | undefined, b: Body | undefined): boolean =>
  a !== undefined && a.x === b?.x && a.y === b.y && a.radius === b.radius && a.outline === b.outline
