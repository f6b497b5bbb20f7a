import { Places } from '@core/drawing/places'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })

function distance(p: { x: number; y: number }, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(a.x + dx * share - p.x, a.y + dy * share - p.y)
}

it('finds all that stand beside a line, each once', () => {
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 60 }),
      point,
      point,
      fc.integer({ min: 0, max: 200 }),
      (all, a, b, reach) => {
        const found = [...new Places(all).beside(a, b, reach)]
        expect(new Set(found).size).toBe(found.length)
        for (const place of all) if (distance(place, a, b) <= reach) expect(found).toContain(place)
      }
    )
  )
})

it('looks at little of what stands far off', () => {
  const field = Array.from({ length: 10_000 }, (_, at) => ({ x: (at % 100) * 100, y: Math.floor(at / 100) * 100 }))
  const found = [...new Places(field).beside({ x: 0, y: 0 }, { x: 9900, y: 9900 }, 50)]
  expect(found.length).toBeLessThan(800)
})
