import { dateInWords } from '@core/records/date-labels'
import { dateProblem, isDate, isInterval, readDate, spanOf } from '@core/records/dates'
import { dayOf, daysIn } from '@core/records/dates-calendar'
import { typedDate } from '@core/records/dates-typed'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as dates from '../arbitrary-dates'

const extentOf = (text: string) => readDate(text)?.extent ?? expect.fail(`${text} cannot be read`)
const day = (text: string) => {
  const date = new Date(0)
  const [, sign = '', y = '', m = '', d = ''] = /^(-?)(\d+)-(\d+)-(\d+)$/.exec(text) ?? []
  date.setUTCFullYear(Number(`${sign}${y}`), Number(m) - 1, Number(d))
  return date.getTime() / 86_400_000
}

describe('the calendar', () => {
  it('agrees with Date over all the years that a Date has', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 99_999_999 }), (days) => {
        const date = new Date(days * 86_400_000)
        expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(days)
      }),
      { numRuns: 2000 }
    )
  })

  it('goes on without gap or overlap where a Date ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999_999_998, max: 9_999_999_999_998 }),
        fc.integer({ min: 1, max: 12 }),
        (y, m) => {
          const next = m === 12 ? dayOf(y + 1, 1, 1) : dayOf(y, m + 1, 1)
          expect(next - dayOf(y, m, 1)).toBe(dates.daysOf(y, m))
          expect(daysIn(y, m)).toBe(dates.daysOf(y, m))
          expect(Number.isSafeInteger(next)).toBe(true)
        }
      )
    )
  })
})

describe('every form of level 1', () => {
  it('is a date, keeps its text, and has days in order', () => {
    fc.assert(
      fc.property(dates.edtf, (text) => {
        expect(dateProblem(text)).toBeUndefined()
        const { first, last } = extentOf(text)
        expect(first).toBeLessThanOrEqual(last)
        expect(isInterval(text)).toBe(text.includes('/'))
        expect(typedDate(` ${text} `)).toBe(text)
        const span = spanOf(text)
        expect(span.from).toBeLessThan(span.to)
      }),
      { numRuns: 3000 }
    )
  })

  it('has words of its own, which mean the same when they are typed', () => {
    fc.assert(
      fc.property(dates.edtf, (text) => {
        const words = dateInWords(text)
        expect(words).toMatch(/\d|beginning/)
        expect(words).not.toMatch(/X|\.\.|NaN|undefined|null|-\d{4}/)
        // Words for a time of day, and for years of which the last digits are unspecified, are not read back.
        if (/T|\dX/.test(text)) return
        expect(extentOf(typedDate(words))).toEqual(extentOf(text))
        expect(dateInWords(typedDate(words))).toBe(words)
      }),
      { numRuns: 3000 }
    )
  })

  it('with an unspecified part has the days of all that it can be', () => {
    fc.assert(
      fc.property(dates.month, (text) => {
        const year = text.slice(0, -3)
        expect(extentOf(`${text}-XX`)).toEqual(extentOf(text))
        expect(extentOf(`${year}-XX`)).toEqual(extentOf(year))
        expect(extentOf(`${year}-XX-XX`)).toEqual(extentOf(year))
      })
    )
  })

  it('follows the year before without a gap, at any distance from now', () => {
    const text = (y: number) => (Math.abs(y) > 9999 ? `Y${y}` : dates.yearText(y))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_998 }),
          fc.integer({ min: -300_000, max: 300_000 }),
          fc.constantFrom(-10_000, -1, 0, 9999)
        ),
        (y) => {
          expect(extentOf(text(y)).last + 1).toBe(extentOf(text(y + 1)).first)
        }
      )
    )
  })
})

describe('the two ends of an interval', () => {
  it('tell a date, an unknown end and an open one apart', () => {
    const ends = (text: string) => {
      const parsed = readDate(text)
      return parsed?.kind === 'interval' ? [parsed.start.kind, parsed.end.kind] : parsed
    }
    expect(ends('2017/')).toEqual(['date', 'unknown'])
    expect(ends('2017/..')).toEqual(['date', 'open'])
    expect(ends('/2017')).toEqual(['unknown', 'date'])
    expect(ends('../2017')).toEqual(['open', 'date'])
    expect(ends('2017/2018~')).toEqual(['date', 'date'])
    expect(ends('/..')).toEqual(['unknown', 'open'])
    expect(ends('../')).toEqual(['open', 'unknown'])
  })

  it('are an empty side, two dots or a date in any combination that says something, in words and back', () => {
    const side = fc.oneof(fc.constantFrom('', '..'), fc.integer({ min: 1000, max: 9000 }).map(String))
    fc.assert(
      fc.property(side, side, (start, end) => {
        const says = start !== end || start.length === 4
        const inOrder = start.length < 4 || end.length < 4 || start <= end
        const text = `${start}/${end}`
        expect(isDate(text)).toBe(says && inOrder)
        if (isDate(text)) expect(typedDate(` ${dateInWords(text).toUpperCase()} `)).toBe(text)
      }),
      { numRuns: 300 }
    )
    expect(dateInWords('/..')).toBe('going on, beginning unknown')
    expect(typedDate('beginning unknown, going on')).toBe('/..')
  })

  it('may both be in doubt', () => {
    const parsed = readDate('1984~/2004-06%')
    expect(parsed).toMatchObject({
      start: { date: { year: 1984, approximate: true, uncertain: false } },
      end: { date: { year: 2004, month: 6, approximate: true, uncertain: true } }
    })
  })
})

it.each([
  ['2024-XX', day('2024-01-01'), day('2024-12-31')],
  ['2024-02-XX', day('2024-02-01'), day('2024-02-29')],
  ['201X', day('2010-01-01'), day('2019-12-31')],
  ['-201X', day('-2019-01-01'), day('-2010-12-31')],
  ['-000X', day('-9-01-01'), day('-1-12-31')],
  ['20XX', day('2000-01-01'), day('2099-12-31')],
  ['2017/', day('2017-01-01'), Infinity],
  ['/2017', -Infinity, day('2017-12-31')],
  ['0000-02-29', day('0-02-29'), day('0-02-29')],
  ['-0004-02-29', day('-4-02-29'), day('-4-02-29')],
  ['-0216', day('-216-01-01'), day('-216-12-31')],
  ['2024-21', day('2024-03-01'), day('2024-05-31')],
  ['2024-24', day('2024-12-01'), day('2025-02-28')],
  ['2024-12-08T23:30:00-04:00', day('2024-12-09'), day('2024-12-09')],
  ['2024-12-08T00:30:00+03:00', day('2024-12-07'), day('2024-12-07')]
])('%s has its days', (text, first, last) => {
  expect(extentOf(text)).toEqual({ first, last })
})

describe('a text that is no date', () => {
  it('is told so in a sentence, whatever value stands there, and words for it never fail', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          dates.noDate,
          fc.jsonValue().filter((value) => typeof value !== 'string')
        ),
        (value) => {
          const problem = dateProblem(value)
          expect(problem).toMatch(/^[\p{Lu}“\d"tfn-].*\.$/su)
          expect(problem?.length).toBeLessThan(400)
          expect(typeof dateInWords(value)).toBe('string')
          expect(readDate(value)).toBeUndefined()
        }
      )
    )
  })

  it.each([
    ['-0000', 'There is no year -0000. Write 0000, which is 1 BC.'],
    ['-0001-02-29', '-0001-02 has no day 29.'],
    ['0000-02-30', '0000-02 has no day 30.'],
    ['2017/2018-13', 'There is no month 13. Write 2018-12'],
    ['12000', 'begins with Y: Y12000.'],
    ['-12000', 'Y-12000.'],
    ['Y2024', 'After Y stands a year of 5 to 13 digits'],
    ['Y12000-05', 'After Y stands a year of 5 to 13 digits'],
    ['2024-21-05', '2024-21 is a season'],
    ['../..', 'neither end has a date'],
    ['/', 'neither end has a date'],
    ['2024?/2023~', 'ends before it begins'],
    [2024, 'Write it as text, within quotation marks: "2024".'],
    [null, 'null is not a date we can read. Write 2024'],
    [{ year: 2024 }, 'An object is not a date we can read.']
  ])('%s', (value, said) => {
    expect(dateProblem(value)).toContain(said)
  })
})
