import { credibilityLabel, datePhrase, gradeLabel, STATUS_LABELS, STATUSES } from '@core/evidence/status-labels'
import { describe, expect, it } from 'vitest'

it('every status has a name, and all but one are listed', () => {
  expect(Object.keys(STATUS_LABELS)).toEqual([...STATUSES, 'not-at-date'])
  expect(STATUSES.map((status) => STATUS_LABELS[status])).toEqual([
    ...['Corroborated', 'Single source', 'Disputed', 'Changed', 'Last known', 'Denied', 'Uncertain'],
    ...['From the database', 'No source']
  ])
})

it('a grade reads as words', () => {
  expect(gradeLabel('C', 2)).toBe('Fairly reliable · probably true')
  expect(gradeLabel('F', 6)).toBe('Reliability cannot be judged · truth cannot be judged')
  expect(credibilityLabel(1)).toBe('Confirmed by other sources')
})

describe('a date on a clock', () => {
  it.each([
    [{ asOf: '2024-12-30' }, 'on 30 Dec 2024'],
    [{ asOf: '2024-12' }, 'in Dec 2024'],
    [{ asOf: '2024' }, 'in 2024'],
    [{ asOf: '2024-12', clock: 'published' }, 'in Dec 2024, by what had been published by then'],
    [{ asOf: '2024-12-30', clock: 'recorded' }, 'on 30 Dec 2024, by what had been recorded by then'],
    [{ asOf: '2024', publishedBy: '2025' }, 'in 2024, by what had been published by 2025'],
    [{ recordedBy: '2025-01' }, 'by what had been recorded by Jan 2025'],
    [{}, '']
  ] as const)('%j: %s', (at, phrase) => {
    expect(datePhrase(at)).toBe(phrase)
  })
})
