import { layout } from '@core/layout/layout'
import type { LayoutEdge, LayoutNode, Point } from '@core/layout/plane'
import { boxOf, LEAST_DISTANCE } from '@core/layout/separate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const node = (id: string, more: Partial<LayoutNode> = {}): LayoutNode => ({
  id,
  radius: 13,
  labelWidth: 80,
  labelHeight: 15,
  ...more
})
const edge = (from: string, to: string): LayoutEdge => ({ from, to })
const at = (places: ReadonlyMap<string, Point>, id: string): Point => {
  const point = places.get(id)
  if (!point) throw new Error(`${id} has no place`)
  return point
}
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

const graphs = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 40 }))
  .map(([count, pairs]) => {
    const nodes = Array.from({ length: count }, (_, index) =>
      node(`n${index}`, { labelWidth: 20 + ((index * 37) % 110), radius: [13, 16, 19, 23][index % 4] ?? 13 })
    )
    const edges = pairs.map(([from, to]) => edge(`n${from % count}`, `n${to % count}`))
    return { nodes, edges }
  })

function overlapping(nodes: readonly LayoutNode[], places: ReadonlyMap<string, Point>): readonly string[] {
  return nodes.flatMap((a, index) =>
    nodes.slice(index + 1).flatMap((b) => {
      const [p, q] = [at(places, a.id), at(places, b.id)]
      const [boxA, boxB] = [boxOf(a), boxOf(b)]
      const overX = boxA.halfWidth + boxB.halfWidth - Math.abs(p.x - q.x)
      const overY = q.y >= p.y ? boxA.down + boxB.up - (q.y - p.y) : boxA.up + boxB.down - (p.y - q.y)
      // Places are rounded to whole pixels.
      return overX > 2 && overY > 2 ? [`${a.id} ${b.id}`] : []
    })
  )
}

describe('a graph without places', () => {
  test('gets a place for every node, in whole pixels, with room for every name', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const places = layout(nodes, edges)
        expect([...places.keys()].sort()).toEqual(nodes.map(({ id }) => id).sort())
        for (const { x, y } of places.values()) expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true)
        expect(overlapping(nodes, places)).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  test('looks the same every time, in whatever order the graph comes', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const places = layout(nodes, edges)
        const again = layout(
          nodes.toReversed(),
          edges.toReversed().map(({ from, to }) => edge(to, from))
        )
        expect(again).toEqual(places)
      }),
      { numRuns: 30 }
    )
  })

  test('fans leaves out round their hub, none nearer than the least distance', () => {
    const leaves = Array.from({ length: 12 }, (_, index) => node(`leaf-${index}`, { labelWidth: 30 }))
    const places = layout(
      [node('hub', { radius: 23 }), ...leaves],
      leaves.map(({ id }) => edge('hub', id))
    )
    const hub = at(places, 'hub')
    const angles = leaves
      .map(({ id }) => Math.atan2(at(places, id).y - hub.y, at(places, id).x - hub.x))
      .sort((a, b) => a - b)
    const gaps = angles.map((angle, index) => (angles[index + 1] ?? (angles[0] as number) + 2 * Math.PI) - angle)
    expect(Math.max(...gaps)).toBeLessThan(Math.PI / 2)
    for (const { id } of leaves) expect(distance(hub, at(places, id))).toBeGreaterThanOrEqual(LEAST_DISTANCE - 2)
  })

  test('draws a ring and its spokes without a crossing', () => {
    const rim = Array.from({ length: 8 }, (_, index) => `r${index}`)
    const edges = rim.flatMap((id, index) => [edge(id, rim[(index + 1) % 8] as string), edge('hub', id)])
    const places = layout([node('hub'), ...rim.map((id) => node(id, { labelWidth: 30 }))], edges)
    expect(crossings(edges, places)).toBe(0)
  })

  test('puts what is not tied together side by side, not on top of each other', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const places = layout(
      ids.map((id) => node(id)),
      [edge('a', 'b'), edge('c', 'd')]
    )
    expect(
      overlapping(
        ids.map((id) => node(id)),
        places
      )
    ).toEqual([])
    expect(distance(at(places, 'a'), at(places, 'b'))).toBeLessThan(300)
  })

  test('takes loops and ties to what is not there as if there were none', () => {
    const plain = layout([node('a'), node('b')], [edge('a', 'b')])
    expect(layout([node('a'), node('b')], [edge('a', 'b'), edge('a', 'a'), edge('b', 'gone')])).toEqual(plain)
  })

  test('tells how far it has come', () => {
    const said: number[] = []
    layout([node('a'), node('b'), node('c')], [edge('a', 'b'), edge('b', 'c')], new Map(), {
      progress: (share) => said.push(share)
    })
    expect(said.length).toBeGreaterThan(2)
    expect(said).toEqual(said.toSorted((a, b) => a - b))
    expect(said.at(-1)).toBe(1)
  })

  test('of no node or one is no trouble', () => {
    expect(layout([], [])).toEqual(new Map())
    expect(layout([node('a')], [], new Map(), { centre: { x: 40, y: -30 } })).toEqual(
      new Map([['a', expect.anything()]])
    )
  })
})

describe('a graph of which some has places', () => {
  const fixed = new Map([
    ['a', { x: -400.5, y: 0 }],
    ['b', { x: 0, y: 0 }],
    ['c', { x: 400, y: 0 }]
  ])
  const old = ['a', 'b', 'c'].map((id) => node(id))

  test('leaves every place exactly as it is', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const held = new Map(nodes.slice(0, 3).map(({ id }, index) => [id, { x: index * 0.25, y: index * 500 }]))
        const places = layout(nodes, edges, held)
        for (const [id, place] of held) expect(places.get(id)).toEqual(place)
      }),
      { numRuns: 30 }
    )
  })

  test('puts a new node near what it is tied to, on free ground', () => {
    const nodes = [...old, node('new')]
    const places = layout(nodes, [edge('c', 'new')], fixed)
    expect(distance(at(places, 'new'), at(places, 'c'))).toBeLessThan(220)
    expect(overlapping(nodes, places)).toEqual([])
  })

  test('puts a new node between two that it ties together', () => {
    const places = layout([...old, node('new')], [edge('a', 'new'), edge('new', 'b')], fixed)
    const { x } = at(places, 'new')
    expect(x).toBeGreaterThan(-350)
    expect(x).toBeLessThan(-50)
  })

  test('puts what is tied to nothing near the middle of the sight', () => {
    const nodes = [...old, node('new')]
    const places = layout(nodes, [], fixed, { centre: { x: 400, y: 10 } })
    expect(distance(at(places, 'new'), { x: 400, y: 10 })).toBeLessThan(160)
    expect(overlapping(nodes, places)).toEqual([])
  })

  test('places a chain of new nodes one after the other', () => {
    const nodes = [...old, node('x'), node('y')]
    const places = layout(nodes, [edge('c', 'x'), edge('x', 'y')], fixed)
    expect(distance(at(places, 'x'), at(places, 'y'))).toBeLessThan(260)
    expect(overlapping(nodes, places)).toEqual([])
  })
})

function crossings(edges: readonly LayoutEdge[], places: ReadonlyMap<string, Point>): number {
  const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  let count = 0
  edges.forEach((one, index) => {
    for (const other of edges.slice(index + 1)) {
      const ends = new Set([one.from, one.to, other.from, other.to])
      if (ends.size < 4) continue
      const [a, b] = [at(places, one.from), at(places, one.to)]
      const [c, d] = [at(places, other.from), at(places, other.to)]
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) count++
    }
  })
  return count
}
