import { dateProblem, EdtfDate, isInterval, spanOf } from '@core/records/dates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'

const day = (text: string) => Date.parse(`${text}T00:00:00Z`)
const endOf = (text: string) => Date.parse(`${text}T23:59:59.999Z`)

describe('spanOf', () => {
  it.each([
    ['2024', day('2024-01-01'), endOf('2024-12-31')],
    ['2024-02', day('2024-02-01'), endOf('2024-02-29')],
    ['2024-12-08', day('2024-12-08'), endOf('2024-12-08')],
    ['2024-12-08~', day('2024-12-08'), endOf('2024-12-08')],
    ['2024-12?', day('2024-12-01'), endOf('2024-12-31')],
    ['2015-09-30/2024-12-08', day('2015-09-30'), endOf('2024-12-08')],
    ['2017/..', day('2017-01-01'), Infinity],
    ['../2024-12-08', -Infinity, endOf('2024-12-08')],
    ['199X', day('1990-01-01'), endOf('1999-12-31')]
  ])('%s', (text, from, to) => {
    expect(spanOf(text)).toEqual({ from, to })
  })

  it('of any date that is accepted does not end before it begins, and comes out the same again', () => {
    fc.assert(
      fc.property(any.date, (text) => {
        expect(dateProblem(text)).toBeUndefined()
        const { from, to } = spanOf(text)
        expect(from).toBeLessThanOrEqual(to)
        expect(spanOf(text)).toEqual({ from, to })
      })
    )
  })

  it('of a day lies in that of its month, and that in its year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10)
          const [year, month, exact] = [spanOf(text.slice(0, 4)), spanOf(text.slice(0, 7)), spanOf(text)]
          expect(year.from <= month.from && month.from <= exact.from).toBe(true)
          expect(year.to >= month.to && month.to >= exact.to).toBe(true)
          expect(exact).toEqual({ from: day(text), to: endOf(text) })
        }
      )
    )
  })

  it('throws on what is no date', () => {
    for (const text of ['', 'yesterday', '2024-13', '..', 'x'.repeat(10_000)])
      expect(() => spanOf(text)).toThrow(RangeError)
  })
})

describe('dateProblem', () => {
  it.each([
    ['2024-13', 'There is no month 13. Write 2024-12, or 2024 if the month is not known.'],
    ['2024-00', 'There is no month 0.'],
    ['2023-02-29', '2023-02 has no day 29. Write 2023-02 if the day is not known.'],
    ['2024-04-31', '2024-04 has no day 31.'],
    ['2024-12-00', '2024-12 has no day 0.'],
    ['2024/2020', '“2024/2020” ends before it begins. Write the earlier date first.'],
    ['8 December', '“8 December” is not a date we can read. Write 2024, 2024-12'],
    ['08.12.2024', 'is not a date we can read'],
    ['2024-12-08T10:00', 'is not a date we can read'],
    ['..', 'is not a date we can read'],
    ['../..', 'is not a date we can read'],
    ['2024-1', 'is not a date we can read'],
    ['٢٠٢٤', 'is not a date we can read'],
    ['', 'is not a date we can read'],
    [`2024${' '.repeat(50)}`, 'is too long for a date'],
    ['20\u202e24', '“20‹U+202E›24” is not a date']
  ])('%s', (text, said) => {
    expect(dateProblem(text)).toContain(said)
  })

  it('is none for the forms that we take', () => {
    for (const text of [
      '2024',
      '-0043',
      '2024-12',
      '2024-21',
      '2024-02-29',
      '2024-12-08%',
      '20XX',
      '2017/..',
      '../2017',
      '2017-01/2018'
    ])
      expect(dateProblem(text)).toBeUndefined()
  })

  it('is one sentence or two for any other text, and short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const problem = dateProblem(text)
        if (problem === undefined) return
        expect(problem).toMatch(/\.(?: \(from 2017, no end known\)\.)?$|known\)\.$/)
        expect(problem.length).toBeLessThan(600)
      })
    )
  })

  it('is what the schema says too', () => {
    expect(EdtfDate.safeParse('2024-13').error?.issues[0]?.message).toBe(dateProblem('2024-13'))
    expect(EdtfDate.safeParse('2024-12').success).toBe(true)
  })
})

it('an interval has a stroke', () => {
  expect([isInterval('2017/..'), isInterval('2017-01')]).toEqual([true, false])
})
