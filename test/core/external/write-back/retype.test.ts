import type { ExternalValue } from '@core/external/value'
import { fresh, retype } from '@core/external/write-back/retype'
import { ExactNumber } from '@core/text/exact-number'
import { expect, test } from 'vitest'

const of = (type: string, text: string) => ({ type, text }) as ExternalValue

test.each([
  ['2001', of('integer', '1999'), of('integer', '2001')],
  ['-9223372036854775808', of('integer', '1'), of('integer', '-9223372036854775808')],
  ['+7', of('integer', '1'), of('integer', '7')],
  ['9223372036854775808', of('integer', '1'), undefined],
  ['unknown', of('integer', '1999'), undefined],
  ['2.50', of('float', '1.0'), of('float', '2.5')],
  ['3', of('float', '1.0'), of('float', '3.0')],
  ['1790366279215464449', of('float', '1.0'), undefined],
  ['0.1234567890123456789', of('float', '1.0'), undefined],
  ['0.1000', of('float', '1.0'), of('float', '0.1')],
  ['', of('float', '1.0'), undefined],
  ['true', { type: 'boolean', value: false } as const, { type: 'boolean', value: true } as const],
  ['yes', { type: 'boolean', value: false } as const, undefined],
  ['2024-12-08', of('date', '2024-12-07'), of('date', '2024-12-08')],
  ['December', of('date', '2024-12-07'), undefined],
  ['12:30Z', of('time', '12:00Z'), of('time', '12:30Z')],
  ['12:30', of('local time', '12:00'), of('local time', '12:30')],
  ['2024-12-08T04:05+03:00', of('date-time', '2024-12-08T04:05Z'), of('date-time', '2024-12-08T04:05+03:00')],
  ['2024-12-08T04:05', of('date-time', '2024-12-08T04:05Z'), undefined],
  ['2024-12-08T04:05', of('local date-time', '2024-12-07T04:05'), of('local date-time', '2024-12-08T04:05')],
  ['P1D', of('duration', 'P2D'), of('duration', 'P1D')],
  ['P', of('duration', 'P2D'), undefined],
  [' as typed ', of('string', 'x'), of('string', ' as typed ')],
  ['[1]', { type: 'list', items: [], length: 0 } as const, undefined]
])('%j over %j', (typed, before, after) => {
  expect(retype(typed, before)).toEqual(after)
})

test('a number of ours keeps its digits there, as a text where the database has no number for it', () => {
  const exact = (text: string) => fresh(new ExactNumber(text))
  expect(exact('1790366279215464449')).toEqual(of('integer', '1790366279215464449'))
  expect(exact('9074729.0')).toEqual(of('float', '9074729.0'))
  expect(exact('1E5')).toEqual(of('float', '100000.0'))
  for (const text of ['9223372036854775808000.5', '1e400', '0.1234567890123456789'])
    expect(exact(text)).toEqual(of('string', text))
})

test('what is new has the kind that it was given', () => {
  expect([fresh('1'), fresh(1), fresh(1.5), fresh(2 ** 60), fresh(false)]).toEqual([
    of('string', '1'),
    of('integer', '1'),
    of('float', '1.5'),
    of('integer', '1152921504606847000'),
    { type: 'boolean', value: false }
  ])
})
