import { layout } from '@core/layout/layout'
import { LAYOUTS, layoutOf } from '@core/layout/layouts'
import { expect, test } from 'vitest'

const node = (id: string) => ({ id, radius: 13, labelWidth: 80, labelHeight: 15 })
const input = { nodes: ['a', 'b', 'c'].map(node), edges: [{ from: 'a', to: 'b' }] }

test('each layout has an id of its own, takes its defaults and gives every node a place, fixed ones theirs', () => {
  expect(new Set(LAYOUTS.map(({ id }) => id)).size).toBe(LAYOUTS.length)
  for (const { options, run } of LAYOUTS) {
    expect(options.safeParse({}).success).toBe(true)
    const places = run(input.nodes, input.edges, new Map([['b', { x: 7, y: 9 }]]))
    expect([...places.keys()].sort()).toEqual(['a', 'b', 'c'])
    expect(places.get('b')).toEqual({ x: 7, y: 9 })
  }
})

test('the first is taken where none, or one that is not there, is asked for', () => {
  expect(layoutOf()).toBe(LAYOUTS[0])
  expect(layoutOf('gone')).toBe(LAYOUTS[0])
  expect(layoutOf().run(input.nodes, input.edges)).toEqual(layout(input.nodes, input.edges))
})
