import { dateProblem } from '@core/records/dates'
import { ORDERS, type Order, ordersOf, tableDate } from '@core/tables/dates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { done } from './planned'

const date = (text: string, order?: Order) => {
  const found = tableDate(text, order)
  return 'date' in found ? found.date : found
}

describe('tableDate', () => {
  it('reads EDTF, words and what can be read in one way only', () => {
    expect(date('2024-12~')).toBe('2024-12~')
    expect(date('Dec 2024')).toBe('2024-12')
    expect(date('13.12.2024')).toBe('2024-12-13')
    expect(date('12/13/2024')).toBe('2024-12-13')
    expect(date('2024/12/8')).toBe('2024-12-08')
    expect(date('03.2025')).toBe('2025-03')
    expect(date('2025/3')).toBe('2025-03')
    expect(date('2024-12-08 14:30:00')).toBe('2024-12-08')
    expect(date('13.12.2024 – 15.12.2024')).toBe('2024-12-13/2024-12-15')
    expect(date('45634')).toBe('2024-12-08')
    expect(date('١٣.١٢.٢٠٢٤')).toBe('2024-12-13')
  })

  it('asks where an order has to be chosen', () => {
    expect(date('31.12.24')).toEqual({ orders: ['dmy', 'ymd'] })
    expect(date('03.04.2024')).toEqual({ orders: ['dmy', 'mdy'] })
    expect(date('31.12.24', 'dmy')).toBe('2024-12-31')
    expect(date('31.12.24', 'ymd')).toBe('2031-12-24')
    expect(date('1.2.99', 'dmy')).toBe('1999-02-01')
  })

  it('says what is wrong', () => {
    expect(date('31.13.2024', 'dmy')).toEqual({ problem: 'There is no month 13 in “31.13.2024”.' })
    expect(date('30.02.2024', 'dmy')).toEqual({ problem: '2024-02 has no day 30: “30.02.2024”.' })
    expect(date('soon')).toHaveProperty('problem')
    expect(date('x'.repeat(100_000))).toHaveProperty('problem')
  })

  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  const written = (iso: string, order: Order, sign: string, isShort: boolean) => {
    const [y = '', m = '', d = ''] = iso.split('-')
    const year = isShort ? y.slice(2) : y
    return (order === 'dmy' ? [d, m, year] : order === 'mdy' ? [m, d, year] : [year, m, d]).join(sign)
  }

  it('reads every day in the order in which it was written, with any sign, with years of two digits or four', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...ORDERS),
        fc.constantFrom('.', '/', '-'),
        fc.boolean(),
        (when, order, sign, isShort) => {
          const iso = when.toISOString().slice(0, 10)
          expect(date(written(iso, order, sign, isShort), order)).toBe(iso)
        }
      )
    )
  })

  it('never takes a text for a date that is none', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40, unit: fc.constantFrom(...'0123456789./-XT:~ ab') }),
        fc.option(fc.constantFrom(...ORDERS)),
        (text, order) => {
          const found = tableDate(text, order ?? undefined)
          if ('date' in found) expect(dateProblem(found.date)).toBeUndefined()
        }
      )
    )
  })

  it('finds the order of a column by the days that allow one only, and leaves open what the days leave open', () => {
    const orders = (...texts: string[]) => done(ordersOf(texts))
    expect(orders('31.12.24', '01.02.03', '13.02.99')).toEqual(['dmy'])
    expect(orders('01.02.2024', '12/31/2024')).toEqual(['mdy'])
    expect(orders('01.02.2024', '2024-12-08')).toEqual(['dmy', 'mdy'])
    expect(orders('2024-12-08', 'Dec 2024', '', 'x')).toBeUndefined()
    expect(orders('31.12.2024', '12/31/2024')).toEqual(['dmy', 'mdy'])
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(...ORDERS),
        fc.boolean(),
        (days, order, isShort) => {
          const texts = days.map((one) => written(one.toISOString().slice(0, 10), order, '.', isShort))
          const found = done(ordersOf(texts))
          if (order !== 'ymd' || isShort) expect(found).toContain(order)
        }
      )
    )
  })
})
