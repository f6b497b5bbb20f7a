import { overlaps } from '@core/drawing/box'
import { type Curve, curveBox, lengthOf, outside, piece, pointAt, quadratic } from '@core/drawing/curve'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const coordinate = fc.integer({ min: -1000, max: 1000 })
const point = fc.record({ x: coordinate, y: coordinate })
const curve: fc.Arbitrary<Curve> = fc.record({ from: point, c1: point, c2: point, to: point })
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('a curve', () => {
  it('begins and ends where it says', () => {
    fc.assert(
      fc.property(curve, (c) => {
        expect(pointAt(c, 0)).toEqual(c.from)
        expect(pointAt(c, 1)).toEqual(c.to)
      })
    )
  })

  it('that is quadratic passes where its control point sends it', () => {
    const c = quadratic({ x: 0, y: 0 }, { x: 50, y: 100 }, { x: 100, y: 0 })
    expect(pointAt(c, 0.5).x).toBeCloseTo(50)
    expect(pointAt(c, 0.5).y).toBeCloseTo(50)
    expect(lengthOf(quadratic({ x: 0, y: 0 }, { x: 30, y: 40 }, { x: 60, y: 80 }))).toBeCloseTo(100)
  })

  it('has pieces that lie on it', () => {
    fc.assert(
      fc.property(curve, share, share, share, (c, a, b, t) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const on = pointAt(piece(c, start, end), t)
        const whole = pointAt(c, start + (end - start) * t)
        expect(Math.hypot(on.x - whole.x, on.y - whole.y)).toBeLessThan(0.01)
      })
    )
  })

  it('lies in its box', () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 0, max: 24 }), (c, at) => {
        const { x, y } = pointAt(c, at / 24)
        const box = curveBox(c)
        expect(x >= box.left && x <= box.right && y >= box.top && y <= box.bottom).toBe(true)
      })
    )
  })
})

describe('a gap in a curve', () => {
  const straight = quadratic({ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 100, y: 0 })

  it('leaves a piece on each side', () => {
    const pieces = outside(straight, [{ left: 40, right: 60, top: -5, bottom: 5 }])
    expect(pieces).toHaveLength(2)
    expect(pieces[0]?.to.x).toBeCloseTo(40, 0)
    expect(pieces[1]?.from.x).toBeCloseTo(60, 0)
  })

  it('at an end leaves one piece, and over all of it none', () => {
    expect(outside(straight, [{ left: -10, right: 30, top: -5, bottom: 5 }])).toHaveLength(1)
    expect(outside(straight, [{ left: -10, right: 300, top: -5, bottom: 5 }])).toHaveLength(0)
  })

  it('leaves nothing inside its box', () => {
    fc.assert(
      fc.property(curve, point, (c, { x, y }) => {
        const gap = { left: x - 60, right: x + 60, top: y - 20, bottom: y + 20 }
        const inner = { left: x - 55, right: x + 55, top: y - 15, bottom: y + 15 }
        for (const rest of outside(c, [gap])) {
          const middle = pointAt(rest, 0.5)
          const dot = { left: middle.x, right: middle.x + 0.01, top: middle.y, bottom: middle.y + 0.01 }
          expect(overlaps(dot, inner)).toBe(false)
        }
      })
    )
  })
})
