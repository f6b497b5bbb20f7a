import { claimMarks } from '@core/evidence/claim-marks'
import { evidence } from '@core/evidence/evidence'
import { isExample, timeOfEntry } from '@core/evidence/time-of-entry'
import { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

function marksOf(fields: Partial<Claim>) {
  const graph = Graph.of('', [
    entity('p', 'state', 'P'),
    entity('q', 'state', 'Q'),
    relation('r', 'meets', 'p', 'q'),
    source('s'),
    claim('c', 'r', fields)
  ])
  return evidence(graph, 'r').weighed.map(claimMarks)
}

it.each<[Partial<Claim>, readonly string[]]>([
  [{ when: '2024' }, []],
  [{ when: '2024', attributedTo: 'p' }, ['a party to it']],
  [{ when: '2024', attributedTo: 'two officials' }, ['unnamed']],
  [{ when: '2024', inferred: true }, ['inferred']],
  [{ attributedTo: 'q', inferred: true }, ['a party to it', 'inferred', 'undated']]
])('a claim with %o is marked %o', (fields, marks) => {
  expect(marksOf({ source: 's', ...fields })).toEqual([marks])
})

describe('the time of entry', () => {
  const one = { ...claim('c', 'r'), recorded: '2024-12-16T09:00:00Z' }
  const { recorded: _recorded, ...unrecorded } = one

  it('is told with the time of day', () => expect(timeOfEntry(Graph.of('', []), one)).toBe('16 Dec 2024, 09:00 UTC'))
  it('that there is none is told', () => expect(timeOfEntry(Graph.of('', []), unrecorded)).toBe('No time of entry'))
  it('is told as made in an example, and only there', () => {
    const file = (example: unknown) => Graph.of('', [], new Map([['example', example]]))
    expect(timeOfEntry(file(true), one)).toMatch(/^16 Dec 2024, 09:00 UTC; an example: .* set by its makers$/)
    expect(timeOfEntry(file(false), one)).toBe('16 Dec 2024, 09:00 UTC')
    expect(timeOfEntry(file('2024-12-16'), one)).toMatch(/an example/)
    expect(timeOfEntry(file('2024-12-15'), one)).toBe('16 Dec 2024, 09:00 UTC')
    expect(timeOfEntry(file('soon'), one)).toBe('16 Dec 2024, 09:00 UTC')
    expect([file(true), file('2024-12-15'), file(false), file('soon')].map(isExample)).toEqual([
      true,
      true,
      false,
      false
    ])
    expect(timeOfEntry(file(true), unrecorded)).toBe('No time of entry')
  })
})
