import { editDistance } from '@core/names/edit-distance'
import { NearPattern } from '@core/names/near-pattern'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('counts as many letters as are counted one by one, whatever the words and the limit', () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ش', 'ж'), maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 40 })
  )
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
      expect(new NearPattern(a).distanceTo(b, most)).toBe(Math.min(most + 1, editDistance(a, b, most)))
    }),
    { numRuns: 3000 }
  )
})
