import { dateProblem } from '@core/records/dates'
import { typedDate } from '@core/records/dates-typed'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it.each([
  ['AD 476', '0476'],
  ['476 AD', '0476'],
  ['476 CE', '0476'],
  ['217 BC', '-0216'],
  ['217 bce', '-0216'],
  ['1 BC', '0000'],
  ['12000 BC', 'Y-11999'],
  ['year 12000', 'Y12000'],
  ['Dec 2024', '2024-12'],
  ['december 2024', '2024-12'],
  ['Sept. 2024', '2024-09'],
  ['8 Dec 2024', '2024-12-08'],
  ['8th of December', '8th of December'],
  ['December 8, 2024', '2024-12-08'],
  ['15 March 44 BC', '-0043-03-15'],
  ['31 Feb 2024', '31 Feb 2024'],
  ['Spring 2024', '2024-21'],
  ['fall 2024', '2024-23'],
  ['the 2010s', '201X'],
  ['1990s', '199X'],
  ['about Dec 2024', '2024-12~'],
  ['c. 1850', '1850~'],
  ['about 2024-12', '2024-12~'],
  ['Dec 2024, uncertain', '2024-12?'],
  ['Dec 2024, day unknown', '2024-12-XX'],
  ['2024, month unknown', '2024-XX'],
  ['from 2017, end unknown', '2017/'],
  ['until Dec 2017, no beginning known', '../2017-12'],
  ['2015 to Dec 2024', '2015/2024-12'],
  ['0 BC', '0 BC'],
  ['08.12.2024', '08.12.2024'],
  ['12 Dec 24', '12 Dec 24'],
  ['  2024-12 ', '2024-12']
])('%s is read as %s', (typed, date) => {
  expect(typedDate(typed)).toBe(date)
})

it('makes a date of it or leaves it alone, quickly', () => {
  const words = fc.constantFrom(
    'from ',
    'about ',
    ' to ',
    'Dec ',
    '2024',
    ', uncertain',
    'until ',
    ' ',
    'c. ',
    '12 ',
    'BC'
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const typed = parts.join('')
      const date = typedDate(typed)
      expect(dateProblem(date) === undefined || date === typed.trim()).toBe(true)
    }),
    { numRuns: 2000 }
  )
})
