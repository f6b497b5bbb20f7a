import { keyWords } from '@core/external/stable-key'
import { expect, test } from 'vitest'

test.each([
  [{ isConstrained: true, nodes: 9, missing: 0, repeated: 0 }, 'kept unique by the database'],
  [{ isConstrained: true, nodes: 9, missing: 1, repeated: 0 }, 'kept unique by the database; 1 has none'],
  [{ isConstrained: false, nodes: 9, missing: 0, repeated: 0 }, 'different in each of 9 nodes'],
  [{ isConstrained: false, nodes: 9, missing: 2, repeated: 3 }, '2 have none, 3 repeat another’s, of 9 nodes']
])('%j', (candidate, words) => {
  expect(keyWords({ property: 'name', ...candidate })).toBe(words)
})
