import { evidence } from '@core/evidence/evidence'
import { StatusTimeline } from '@core/evidence/timeline'
import { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

function done<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

const WHEN = [
  undefined,
  '2024-12',
  '2024-12-08',
  '2024-12-08/..',
  '2024-11/2024-12-10',
  '/2024-12-09',
  '2024-12-05~/',
  'soon'
]

const one: fc.Arbitrary<Partial<Claim>> = fc.record({
  stance: fc.constantFrom('supports', 'denies', 'uncertain'),
  source: fc.constantFrom('s-0', 's-1', 's-2'),
  when: fc.constantFrom(...WHEN),
  recorded: fc.constantFrom('2024-12-07T23:59:59Z', '2024-12-20T00:00:00+03:00', 'never')
})

it('says of any day on any clock what the evidence says', () => {
  const days = fc.integer({ min: 0, max: 60 }).map((more) => new Date(Date.UTC(2024, 10, 10 + more)))
  fc.assert(
    fc.property(
      fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 3 }),
      fc.constantFrom('event', 'state'),
      fc.constantFrom('world', 'published', 'recorded'),
      days,
      (ties, aspect, clock, date) => {
        const graph = Graph.of('', [
          { kind: 'relationType', id: 'meets', label: 'meets', inverse: 'met by', aspect },
          ...['p', 'q'].map((id) => entity(id, 'state', id)),
          source('s-0', { published: '2024-12-09' }),
          source('s-1', { published: '2024-12~', basedOn: 's-0' }),
          source('s-2'),
          ...ties.flatMap((claims, at) => [
            relation(`r-${at}`, 'meets', 'p', 'q'),
            ...claims.map((more, index) =>
              claim(
                `c-${at}-${index}`,
                `r-${at}`,
                Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined))
              )
            )
          ])
        ])
        const timeline = done(StatusTimeline.of(graph, clock))
        const asOf = date.toISOString().slice(0, 10)
        expect(timeline.at(date.getTime() / 86_400_000)).toEqual(
          timeline.relations.map((id) => evidence(graph, id, { asOf, clock }).status)
        )
      }
    ),
    { numRuns: 300 }
  )
})
