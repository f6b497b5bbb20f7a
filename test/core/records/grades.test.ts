import { gradeInWords } from '@core/records/grades'
import { expect, it } from 'vitest'

it('reads a grade as two judgements, of the source and of the claim', () => {
  expect(gradeInWords('C', 2)).toBe('Fairly reliable · probably true')
  expect(gradeInWords('F', 6)).toBe('Cannot be judged · cannot be judged')
})
