import { even } from '@core/layout/even'
import { layoutInput } from '@core/layout/layout-input'
import { pivotMds } from '@core/layout/pivot-mds'
import { components, meanTieLength, type Plane, planeOf } from '@core/layout/plane'
import { MOST_REFINED, refine } from '@core/layout/refine'
import { separate } from '@core/layout/separate'
import { describe, expect, test } from 'vitest'
import { entity, native, relation } from '../sample'

const plane = (ids: readonly string[], ties: readonly (readonly [string, string])[]): Plane =>
  planeOf(
    ids.map((id) => ({ id, radius: 13, labelWidth: 40, labelHeight: 15 })),
    ties.map(([from, to]) => ({ from, to }))
  )
const x = (p: Plane, at: number) => p.x[at] as number
const y = (p: Plane, at: number) => p.y[at] as number

test('a plane counts parallel relations as one tie', () => {
  const { ties, tiesOf } = plane(
    ['b', 'a'],
    [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'a']
    ]
  )
  expect(ties).toEqual([{ from: 0, to: 1, relations: 2 }])
  expect(tiesOf).toEqual([[0], [0]])
})

test('components come largest first', () => {
  const parts = components(
    plane(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [
        ['a', 'f'],
        ['b', 'c'],
        ['c', 'd']
      ]
    )
  )
  expect(parts).toEqual([[1, 2, 3], [0, 5], [4]])
})

describe('Pivot MDS', () => {
  test('draws a path in its order, neighbours about 1 apart', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const path = plane(
      ids,
      ids.slice(1).map((id, at) => [ids[at] as string, id])
    )
    pivotMds(path)
    const along = [...path.nodes.keys()].map((node) => x(path, node))
    const sorted = along.toSorted((a, b) => a - b)
    expect(along[0] === sorted[0] ? along : along.toReversed()).toEqual(sorted)
    expect(meanTieLength(path)).toBeGreaterThan(0.6)
    expect(meanTieLength(path)).toBeLessThan(1.6)
  })

  test('keeps the leaves of a hub apart, though all are equally far from everything', () => {
    const star = plane(
      ['hub', 'l1', 'l2', 'l3', 'l4'],
      ['l1', 'l2', 'l3', 'l4'].map((id) => ['hub', id])
    )
    pivotMds(star)
    for (let a = 1; a < 5; a++)
      for (let b = a + 1; b < 5; b++)
        expect(Math.hypot(x(star, a) - x(star, b), y(star, a) - y(star, b))).toBeGreaterThan(0.05)
  })
})

describe('going over the picture', () => {
  /** A square whose sides are drawn as its diagonals. */
  const crossed = () => {
    const square = plane(
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'a']
      ]
    )
    square.x.set([0, 160, 160, 0])
    square.y.set([0, 160, 0, 160])
    return square
  }
  const crosses = (p: Plane) => {
    const side = (a: number, b: number, c: number) =>
      (x(p, b) - x(p, a)) * (y(p, c) - y(p, a)) - (y(p, b) - y(p, a)) * (x(p, c) - x(p, a))
    const meet = (a: number, b: number, c: number, d: number) =>
      side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
    return meet(0, 1, 2, 3) || meet(1, 2, 3, 0)
  }

  test('untangles lines that cross', () => {
    const square = crossed()
    expect(crosses(square)).toBe(true)
    refine(square, 1.2)
    expect(crosses(square)).toBe(false)
  })

  test('moves a node out of the way of a line that is not its own', () => {
    const three = plane(['a', 'b', 'c'], [['a', 'c']])
    three.x.set([-150, 0, 150])
    refine(three, 1.2)
    separate(three)
    const slope = (y(three, 2) - y(three, 0)) / (x(three, 2) - x(three, 0))
    const line = y(three, 0) + slope * (x(three, 1) - x(three, 0))
    expect(Math.abs(line - y(three, 1))).toBeGreaterThan(13)
  })

  test('leaves a plane alone that would take too long', () => {
    const many = plane(
      Array.from({ length: MOST_REFINED + 1 }, (_, at) => `n${at}`),
      [['n0', 'n1']]
    )
    refine(many, 1.2)
    expect(many.x.every((value) => value === 0)).toBe(true)
  })
})

test('the layout gets room for the names of what a view shows', () => {
  const evidence = {
    status: 'unsourced',
    supports: [],
    denies: [],
    uncertain: [],
    stated: false,
    independent: 0,
    denyingVoices: 0,
    hedgingVoices: 0,
    flags: [],
    weighed: [],
    undated: 0,
    unreadable: 0
  } as const
  const { nodes, edges } = layoutInput({
    entities: [
      entity('e-1', 'state', 'Iran'),
      entity('e-2', 'organisation', 'Syrian Observatory for Human Rights', native('المرصد السوري'))
    ],
    relations: [{ relation: relation('r-1', 'leads', 'e-1', 'e-2'), evidence }]
  })
  expect(edges).toEqual([{ from: 'e-1', to: 'e-2' }])
  const [short, long] = nodes
  expect(short?.labelHeight).toBe(15)
  expect(long?.labelHeight).toBeGreaterThan(40)
  expect(long?.labelWidth).toBeGreaterThan(100)
  expect(long?.labelWidth).toBeLessThan(180)
})

describe('a plane that is set out evenly', () => {
  test('has room for every name, and keeps left of left', () => {
    const ids = Array.from({ length: 500 }, (_, at) => `n${at}`)
    const grid = plane(ids, [])
    ids.forEach((_, at) => {
      grid.x[at] = Math.sin(at * at) * 50
      grid.y[at] = Math.cos(at) * 50
    })
    const before = grid.x.slice()
    even(grid)
    const inOrder = [...grid.nodes.keys()].sort((p, q) => (before[p] as number) - (before[q] as number))
    for (const [index, node] of inOrder.entries())
      if (index > 0) expect(x(grid, node)).toBeGreaterThanOrEqual(x(grid, inOrder[index - 1] as number))
    expect(separate(grid)).toBe(true)
    const after = grid.x.slice()
    separate(grid)
    expect(grid.x).toEqual(after)
  })
})
