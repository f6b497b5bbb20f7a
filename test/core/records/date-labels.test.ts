import { dateInWords } from '@core/records/date-labels'
import { expect, it } from 'vitest'

it.each([
  ['2024', '2024'],
  ['2024-12', 'Dec 2024'],
  ['2024-12-08', '8 Dec 2024'],
  ['2024-12-14~', '14 Dec 2024, approximate'],
  ['2024-12?', 'Dec 2024, uncertain'],
  ['2024%', '2024, approximate and uncertain'],
  ['2024-21', 'Spring 2024'],
  ['199X', '1990s'],
  ['-0043', '44 BC'],
  ['2017/..', 'from 2017, no end known'],
  ['../2024-12-08', 'until 8 Dec 2024, no beginning known'],
  ['2015-09-30/2024-12-08', '30 Sep 2015 to 8 Dec 2024'],
  ['some day', 'some day']
])('%s reads %s', (text, words) => {
  expect(dateInWords(text)).toBe(words)
})
