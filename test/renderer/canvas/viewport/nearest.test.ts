import { eased } from '@renderer/canvas/viewport/motion'
import { ARROWS, nearestTo, nearestTowards } from '@renderer/canvas/viewport/nearest'
import { expect, test } from 'vitest'

const places = new Map([
  ['middle', { x: 0, y: 0 }],
  ['right', { x: 100, y: 10 }],
  ['far right', { x: 160, y: 0 }],
  ['right but low', { x: 60, y: 55 }],
  ['below', { x: 5, y: 90 }]
])
const towards = (key: string, from = 'middle') => {
  const way = ARROWS.get(key)
  return way && nearestTowards(places, from, way)
}

test('an arrow goes to the nearest place that lies more ahead than aside', () => {
  expect(towards('ArrowRight')).toBe('right')
  expect(towards('ArrowDown')).toBe('below')
  expect(towards('ArrowRight', 'right')).toBe('far right')
})

test('an arrow that points at nothing goes nowhere', () => {
  expect(towards('ArrowLeft')).toBeUndefined()
  expect(towards('ArrowUp', 'gone')).toBeUndefined()
})

test('the keyboard begins at what is nearest to the middle of the sight', () => {
  expect(nearestTo(places, { x: 50, y: 70 })).toBe('right but low')
  expect(nearestTo(new Map(), { x: 0, y: 0 })).toBeUndefined()
})

test('motion begins at rest, is fast early and ends exactly there', () => {
  expect(eased(0)).toBeCloseTo(0)
  expect(eased(1)).toBeCloseTo(1)
  expect(eased(0.3)).toBeGreaterThan(0.5)
  const steps = [0, 0.1, 0.2, 0.4, 0.6, 0.8, 1].map(eased)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
})
