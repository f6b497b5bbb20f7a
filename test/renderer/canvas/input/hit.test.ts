import { sampled } from '@core/drawing/curve'
import { entityAt, relationAt } from '@renderer/canvas/input/hit'
import { NOTHING } from '@renderer/canvas/labels/labels'
import type { Point } from '@renderer/state/shown-view.svelte'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACES, stageOfBases } from '../picture-of-bases'

const far = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const place = fc.record({ x: fc.integer({ min: -400, max: 700 }), y: fc.integer({ min: -400, max: 700 }) })
/** How far a point is from a straight piece of a line. */
function farFromPiece(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const t = Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)))
  return far(p, { x: a.x + t * dx, y: a.y + t * dy })
}

describe('what is under a point, wherever things have been moved and zoomed', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom(...PLACES.keys()), place), { maxLength: 4 })
  const zooms = fc.constantFrom(0.3, 1, 1.7)

  it('is the last symbol drawn there', () => {
    fc.assert(
      fc.property(moves, zooms, fc.array(place, { minLength: 1 }), (moves, zoom, points) => {
        const stage = stageOfBases()
        entityAt(stage, { x: 0, y: 0 })
        stage.zoomTo(zoom)
        entityAt(stage, { x: 0, y: 0 })
        stage.move(new Map(moves))
        const bodies = [...stage.bodies]
        for (const point of [...points, ...bodies.map(([, body]) => body)])
          expect(entityAt(stage, point)).toBe(bodies.findLast(([, body]) => far(body, point) <= body.radius * 1.1)?.[0])
      })
    )
  })

  it('is the nearest line, if one is within 6 px', () => {
    fc.assert(
      fc.property(moves, zooms, fc.array(place, { minLength: 1 }), (moves, zoom, points) => {
        const stage = stageOfBases()
        relationAt(stage, NOTHING, { x: 0, y: 0 })
        stage.move(new Map(moves))
        stage.zoomTo(zoom)
        const lines = [...stage.curves].map(([id, curve]) => [id, sampled(curve, 24)] as const)
        const near = [...stage.curves.values()].map(({ c1 }) => ({ x: c1.x, y: c1.y + 2 }))
        for (const point of [...points, ...near]) {
          const distances = lines.map(([id, line]) => ({
            id,
            least: Math.min(...line.slice(1).map((b, at) => farFromPiece(point, line[at] as Point, b)))
          }))
          const best = distances.toSorted((a, b) => a.least - b.least)[0]
          expect(relationAt(stage, NOTHING, point)).toBe(best && best.least <= 6 ? best.id : undefined)
        }
      })
    )
  })

  it('is nothing where nothing is drawn', () => {
    const stage = stageOfBases()
    stage.set({ ...stage.picture, entities: new Map(), relations: new Map(), tiesOf: new Map() }, new Map())
    expect(entityAt(stage, { x: 0, y: 0 })).toBeUndefined()
    expect(relationAt(stage, NOTHING, { x: 150, y: 0 })).toBeUndefined()
  })
})
