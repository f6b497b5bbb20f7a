import { layout } from '@core/layout/layout'
import type { LayoutNode, Point } from '@core/layout/plane'
import { boxOf } from '@core/layout/separate'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const named = (id: string, width: number): LayoutNode => ({ id, radius: 13, labelWidth: width, labelHeight: 30 })

function overlapping(nodes: readonly LayoutNode[], places: ReadonlyMap<string, Point>): readonly string[] {
  const boxes = nodes.map((node) => {
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 }
    const { halfWidth, up, down } = boxOf(node)
    return { id: node.id, left: x - halfWidth, right: x + halfWidth, top: y - up, bottom: y + down }
  })
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.id} ${b.id}`)
  )
}

test('what was found from a node stands beside it and on no other, whatever else it is tied to', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 20, max: 240 }), { minLength: 2, maxLength: 60 }),
      fc.array(fc.record({ width: fc.integer({ min: 10, max: 300 }), tie: fc.nat() }), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      (old, fresh, from) => {
        const before = old.map((width, at) => named(`a${at}`, width))
        // They stand in rows, and those that something new is tied to may be far off.
        const fixed = new Map(before.map(({ id }, at) => [id, { x: (at % 5) * 900, y: Math.floor(at / 5) * 700 }]))
        const anchor = `a${from % old.length}`
        const after = fresh.map(({ width }, at) => named(`n${at}`, width))
        const edges = fresh.flatMap(({ tie }, at) => [
          { from: anchor, to: `n${at}` },
          { from: `n${at}`, to: `a${tie % old.length}` }
        ])
        const beside = new Map(after.map(({ id }) => [id, anchor]))
        const places = layout([...before, ...after], edges, fixed, { beside })
        for (const [id, at] of fixed) expect(places.get(id)).toEqual(at)
        expect(overlapping([...before, ...after], places)).toEqual([])
        const { x, y } = fixed.get(anchor) ?? { x: 0, y: 0 }
        const room = [...before, ...after].reduce((sum, node) => {
          const { halfWidth, up, down } = boxOf(node)
          return sum + 2 * halfWidth * (up + down)
        }, 0)
        for (const { id } of after) {
          const at = places.get(id) ?? { x: Number.NaN, y: 0 }
          expect(Math.hypot(at.x - x, at.y - y)).toBeLessThan(450 + 3 * Math.sqrt(room / Math.PI))
        }
      }
    )
  )
})

test('a thousand neighbours stand round their hub, page by page', () => {
  const hub = named('hub', 60)
  let nodes: readonly LayoutNode[] = [hub, named('far', 60)]
  let places: ReadonlyMap<string, Point> = new Map([
    ['hub', { x: 0, y: 0 }],
    ['far', { x: 9_000, y: 0 }]
  ])
  for (let page = 0; page < 5; page++) {
    const fresh = Array.from({ length: 200 }, (_, at) => named(`p${page}-${at}`, 60 + ((at * 37) % 90)))
    nodes = [...nodes, ...fresh]
    const edges = nodes.slice(2).map(({ id }) => ({ from: id, to: 'hub' }))
    places = layout(nodes, edges, places, { beside: new Map(fresh.map(({ id }) => [id, 'hub'])) })
  }
  expect(overlapping(nodes, places)).toEqual([])
  for (const { id } of nodes.slice(2)) {
    const { x, y } = places.get(id) ?? { x: Number.NaN, y: 0 }
    expect(Math.hypot(x, y)).toBeLessThan(3_500)
  }
})
