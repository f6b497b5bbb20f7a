import { dateInWords } from '@core/records/date-labels'
import { expect, it } from 'vitest'

it.each([
  ['2024', '2024'],
  ['2024-12', 'Dec 2024'],
  ['2024-12-08', '8 Dec 2024'],
  ['2024-12-14~', 'about 14 Dec 2024'],
  ['2024-12?', 'Dec 2024, uncertain'],
  ['2024%', 'about 2024, uncertain'],
  ['2024-21', 'spring 2024'],
  ['2024-24~', 'about winter 2024'],
  ['2024-XX', '2024, month unknown'],
  ['2024-12-XX', 'Dec 2024, day unknown'],
  ['2024-12-XX~', 'about Dec 2024, day unknown'],
  ['2024-XX-XX', '2024, month and day unknown'],
  ['199X', 'the 1990s'],
  ['201X', 'the 2010s'],
  ['20XX', 'the years 2000–2099'],
  ['-201X', 'the years 2020–2011 BC'],
  ['000X', 'the years 1 BC to AD 9'],
  ['045X', 'the years AD 450–459'],
  ['-0043', '44 BC'],
  ['-0216', '217 BC'],
  ['0000', '1 BC'],
  ['0000-02-29', '29 Feb 1 BC'],
  ['0476', 'AD 476'],
  ['Y12000', 'year 12000'],
  ['Y-12000', '12001 BC'],
  ['2017/', 'from 2017, end unknown'],
  ['/2017', 'until 2017, beginning unknown'],
  ['1984~/2004-06', 'about 1984 to Jun 2004'],
  ['2024-12-08T10:00:00Z', '8 Dec 2024, 10:00 UTC'],
  ['2024-12-08T23:30:05-04:30', '8 Dec 2024, 23:30:05 UTC−4:30'],
  ['2024-12-08T10:00:00', '8 Dec 2024, 10:00'],
  ['2017/..', 'from 2017, no end known'],
  ['../2024-12-08', 'until 8 Dec 2024, no beginning known'],
  ['2015-09-30/2024-12-08', '30 Sep 2015 to 8 Dec 2024'],
  ['some day', 'some day']
])('%s reads %s', (text, words) => {
  expect(dateInWords(text)).toBe(words)
})
