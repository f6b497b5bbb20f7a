import { lengthOf, pointAt, sampled } from '@core/drawing/curve'
import { arrowOf, BOW, type Body, curveBetween, type Route, radiusOf, routesOf, shaftOf } from '@core/drawing/geometry'
import { reachAt } from '@core/drawing/outline'
import { SYMBOLS } from '@core/drawing/symbols'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const outline = (at: number) => (SYMBOLS[at % SYMBOLS.length] as (typeof SYMBOLS)[number]).outline
const body = (x: number, y: number, radius = 16, symbol = 1): Body => ({ x, y, radius, outline: outline(symbol) })
const bodies = (...places: readonly (readonly [string, Body])[]) => new Map(places)

/** How far a point lies beyond the silhouette of a body, px. */
function beyond({ x, y, radius, outline }: Body, p: { x: number; y: number }): number {
  return Math.hypot(p.x - x, p.y - y) - reachAt(outline, Math.atan2(p.y - y, p.x - x)) * radius
}

describe('the radius of a symbol', () => {
  it('grows with the number of relations in four steps', () => {
    expect([0, 1, 2, 3, 5, 6, 8, 9, 40].map(radiusOf)).toEqual([13, 13, 13, 16, 16, 19, 19, 23, 23])
  })
})

describe('a line between two symbols', () => {
  it('begins and ends 4 px off their silhouettes, whatever they are and however it bows', () => {
    const place = fc.record({ x: fc.integer({ min: 150, max: 900 }), y: fc.integer({ min: -500, max: 500 }) })
    const symbol = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(place, symbol, symbol, fc.integer({ min: -60, max: 60 }), ({ x, y }, one, other, bow) => {
        const [a, b] = [body(0, 0, 23, one), body(x, y, 13, other)]
        const curve = curveBetween(a, b, bow)
        expect(Math.abs(beyond(a, curve.from) - 4)).toBeLessThan(0.5)
        expect(Math.abs(beyond(b, curve.to) - 4)).toBeLessThan(0.5)
      })
    )
  })

  it('is nothing where they overlap', () => {
    expect(lengthOf(curveBetween(body(0, 0), body(8, 0), 0))).toBe(0)
    expect(arrowOf(curveBetween(body(0, 0), body(8, 0), 0))).toEqual([])
  })

  it('ends in a slim arrowhead of 8 px, and its shaft before the point', () => {
    const curve = curveBetween(body(0, 0), body(200, 0), 0)
    const [tip, wing, , other] = arrowOf(curve)
    expect(tip).toEqual(curve.to)
    expect((tip?.x ?? 0) - (wing?.x ?? 0)).toBeCloseTo(8)
    expect(Math.abs((wing?.y ?? 0) - (other?.y ?? 0))).toBeLessThan(7)
    const end = shaftOf(curve).to.x
    expect(end).toBeLessThan(curve.to.x - 4)
    expect(end).toBeGreaterThan(curve.to.x - 8)
  })
})

describe('the lines of a graph', () => {
  const two = bodies(['a', body(0, 0)], ['b', body(300, 0)])

  it('are straight where nothing is in the way', () => {
    expect(routesOf(two, [{ id: 'r', from: 'a', to: 'b' }]).get('r')?.bow).toBe(0)
  })

  it('that are parallel bow 46 px apart, whichever way they point', () => {
    const ties = [
      { id: '1', from: 'a', to: 'b' },
      { id: '2', from: 'b', to: 'a' },
      { id: '3', from: 'a', to: 'b' }
    ]
    const routes = routesOf(two, ties)
    const heights = ties.map(({ id }) => pointAt((routes.get(id) as Route).curve, 0.5).y)
    const [first, second, third] = heights as [number, number, number]
    expect(Math.abs(second - first)).toBeCloseTo(BOW / 2, 0)
    expect(Math.abs(third - second)).toBeCloseTo(BOW / 2, 0)
    expect(second).toBeCloseTo(0, 0)
  })

  it('go round a symbol that they have nothing to do with', () => {
    const other = body(150, 3)
    const route = routesOf(new Map([...two, ['c', other]]), [{ id: 'r', from: 'a', to: 'b' }]).get('r')
    expect(route?.bow).not.toBe(0)
    for (const p of sampled((route as Route).curve, 60)) expect(beyond(other, p)).toBeGreaterThan(2)
  })

  it('to themselves are loops, each its own', () => {
    const loops = routesOf(two, [
      { id: '1', from: 'a', to: 'a' },
      { id: '2', from: 'a', to: 'a' }
    ])
    const [one, other] = [...loops.values()].map(({ curve }) => pointAt(curve, 0.5))
    expect(beyond(body(0, 0), one as never)).toBeGreaterThan(30)
    expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(40)
  })

  it('do not depend on the order in which they are given, and skip what is not there', () => {
    const ties = ['1', '2', '3', '4'].map((id) => ({ id, from: 'a', to: 'b' }))
    const forwards = routesOf(two, ties)
    const backwards = routesOf(two, [...ties].reverse())
    for (const { id } of ties) expect(backwards.get(id)).toEqual(forwards.get(id))
    expect(routesOf(two, [{ id: 'r', from: 'a', to: 'nobody' }]).size).toBe(0)
  })
})
