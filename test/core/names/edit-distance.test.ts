import { editDistance } from '@core/names/edit-distance'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it.each([
  ['', '', 0],
  ['jolani', 'julani', 1],
  ['shara', 'sharaa', 1],
  ['syria', 'sirya', 2],
  ['assad', 'asasd', 1],
  ['abc', '', 3],
  ['kitten', 'sitting', 3]
])('%s and %s differ by %i', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance)
  expect(editDistance(b, a, 9)).toBe(distance)
})

it('says no more than that it is more than the limit', () => {
  expect(editDistance('kitten', 'sitting', 2)).toBe(3)
  expect(editDistance('a', 'abcdefgh', 2)).toBe(3)
  expect(editDistance('aaaaaaaa', 'bbbbbbbb', 1)).toBe(2)
})

it('gives the same answer under any limit that is wide enough', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, fc.nat(7), (a, b, limit) => {
      const exact = editDistance(a, b, 20)
      expect(editDistance(a, b, limit)).toBe(Math.min(exact, limit + 1))
      expect(exact).toBeLessThanOrEqual(Math.max(a.length, b.length))
      expect(exact).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
    })
  )
})
