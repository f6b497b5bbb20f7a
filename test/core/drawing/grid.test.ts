import { type Box, crosses } from '@core/drawing/box'
import { Grid } from '@core/drawing/grid'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const at = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constantFrom(-128, -64, 0, 64, 128))
const point = fc.record({ x: at, y: at })
const box = fc
  .record({ left: at, top: at, width: fc.nat(150), height: fc.nat(40) })
  .map(({ left, top, width, height }): Box => ({ left, top, right: left + width, bottom: top + height }))

it('finds each line that touches a box, wherever cells meet', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(point, point), { maxLength: 20 }),
      box,
      fc.constantFrom(64, 7, 300),
      (lines, wanted, side) => {
        const grid = new Grid(side)
        lines.forEach(([a, b], index) => {
          grid.addLine(String(index), [a, b])
        })
        const touched = lines.filter(([a, b]) => crosses([a.x, a.y, b.x, b.y], wanted))
        expect(grid.touching(wanted)).toHaveLength(touched.length)
      }
    )
  )
})

it('has a line in the cells that it runs through, not in all of its box', () => {
  const grid = new Grid()
  grid.addLine('far', [
    { x: -100_000, y: -100_000 },
    { x: 100_000, y: 100_000 }
  ])
  expect(grid.touching({ left: -50_000, right: -49_900, top: 60_000, bottom: 60_014 })).toEqual([])
  expect(grid.looks).toBe(0)
  expect(grid.touching({ left: 990, right: 1010, top: 990, bottom: 1010 })).toHaveLength(1)
})

it('stops counting where enough was found', () => {
  const grid = new Grid()
  for (let line = 0; line < 1000; line++)
    grid.addLine(String(line), [
      { x: 0, y: line / 100 },
      { x: 50, y: 5 }
    ])
  expect(grid.touching({ left: 0, right: 60, top: 0, bottom: 10 }, undefined, 7)).toHaveLength(7)
  expect(grid.looks).toBe(7)
})
