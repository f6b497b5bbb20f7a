import { scriptInWords } from '@core/records/alias-labels'
import { expect, it } from 'vitest'

it('names scripts, and leaves an unknown code as it is', () => {
  expect(scriptInWords('Arab')).toBe('Arabic')
  expect(scriptInWords('Cyrl')).toBe('Cyrillic')
  expect(scriptInWords('Qabz')).toBe('Qabz')
  expect(scriptInWords('not a code')).toBe('not a code')
})
