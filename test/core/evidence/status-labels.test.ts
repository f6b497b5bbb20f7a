import { credibilityLabel, datePhrase, gradeLabel, STATUS_LABELS, STATUSES } from '@core/evidence/status-labels'
import { describe, expect, it } from 'vitest'

it('every status has a name, and all but one are listed', () => {
  expect(Object.keys(STATUS_LABELS)).toEqual([...STATUSES, 'not-at-date'])
  expect(STATUSES.map((status) => STATUS_LABELS[status])).toEqual([
    ...['Corroborated', 'Single source', 'Disputed', 'Denied', 'Uncertain', 'From the database', 'No source']
  ])
})

it('a grade reads as words', () => {
  expect(gradeLabel('C', 2)).toBe('Fairly reliable · probably true')
  expect(gradeLabel('F', 6)).toBe('Reliability cannot be judged · truth cannot be judged')
  expect(credibilityLabel(1)).toBe('Confirmed')
})

describe('a date on a clock', () => {
  it.each([
    [{ asOf: '2024-12-30' }, 'on 30 Dec 2024'],
    [{ asOf: '2024-12' }, 'in Dec 2024'],
    [{ asOf: '2024' }, 'in 2024'],
    [{ asOf: '2024-12', clock: 'published' }, 'published by Dec 2024'],
    [{ asOf: '2024-12-30', clock: 'recorded' }, 'recorded by 30 Dec 2024'],
    [{}, '']
  ] as const)('%j: %s', (at, phrase) => {
    expect(datePhrase(at)).toBe(phrase)
  })
})
