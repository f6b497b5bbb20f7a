import { Graph } from '@core/graph/graph'
import { evidenceAdvice } from '@core/queries/evidence-advice'
import type { AnyRecord, Claim } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

const STATE: AnyRecord = { kind: 'relationType', id: 'meets', label: 'meets', inverse: 'met by', aspect: 'state' }

function told(claims: readonly Partial<Claim>[], about = 'r', types: readonly AnyRecord[] = [STATE]) {
  const graph = Graph.of('', [
    ...types,
    entity('p', 'state', 'P'),
    entity('q', 'state', 'Q'),
    relation('r', 'meets', 'p', 'q'),
    source('one'),
    source('two'),
    source('copy', { basedOn: 'one' }),
    ...claims.map((fields, at) => claim(`c-${at}`, about, { source: 'one', when: '2024', ...fields }))
  ])
  return [...evidenceAdvice(graph)]
}

const ALONE = 'Claim c-0: it is graded 1, “confirmed by other sources”, and only one voice says so.'

describe('a claim that is graded as confirmed by others', () => {
  it.each<[string, readonly Partial<Claim>[], string?]>([
    ['alone', [{}]],
    ['with a copy of the same document', [{}, { source: 'copy' }]],
    ['with one who denies it', [{}, { source: 'two', stance: 'denies' }]],
    ['with one who hedges', [{}, { source: 'two', stance: 'uncertain' }]],
    ['with one who speaks of another time', [{}, { source: 'two', when: '2019' }]],
    ['with the same speaker in another paper', [{ attributedTo: 'p' }, { source: 'two', attributedTo: 'p' }]],
    ['of a property, with one of another property', [{ property: 'area' }, { source: 'two', property: 'cost' }], 'p']
  ])('and stands %s brings a remark', (_, [first, ...rest], about) => {
    const advice = told([{ ...first, credibility: 1 }, ...rest], about)
    expect(advice.map(({ message }) => message)).toEqual([ALONE])
    expect(advice[0]).toMatchObject({ record: { id: 'c-0' }, path: ['credibility'] })
  })

  it.each<[string, readonly Partial<Claim>[], string?]>([
    ['graded 2', [{ credibility: 2 }]],
    ['confirmed', [{ credibility: 1 }, { source: 'two' }]],
    ['confirmed by one without a date', [{ credibility: 1 }, { source: 'two', when: undefined }]],
    [
      'a denial that another confirms',
      [
        { credibility: 1, stance: 'denies' },
        { source: 'two', stance: 'denies' }
      ]
    ],
    [
      'of a property, and confirmed',
      [
        { credibility: 1, property: 'area' },
        { source: 'two', property: 'area' }
      ],
      'p'
    ]
  ])('and is %s brings none', (_, claims, about) => expect(told(claims, about)).toEqual([]))
})

it('an inferred claim says by its note which step it is', () => {
  const advice = told([{ inferred: true }, { inferred: true, note: 'Two flights.' }, { inferred: true, note: ' ' }])
  expect(advice.map(({ message }) => message)).toEqual([
    'Claim c-0: it is inferred, and no note says which step that is.',
    'Claim c-2: it is inferred, and no note says which step that is.'
  ])
})

describe('relation types that do not say whether they last', () => {
  const types = (many: number): readonly AnyRecord[] =>
    Array.from({ length: many }, (_, at) => ({
      kind: 'relationType',
      id: `t-${at}`,
      label: `t ${at}`,
      inverse: 'back'
    }))

  it('are told in one line', () => {
    expect(told([], 'r', types(40)).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^“t 0”, .*“t 11” and 28 more do not say by "aspect" .*; they count as lasting\.$/)
    ])
    expect(told([], 'r', types(1))[0]?.message).toMatch(/^“t 0” does not say .*; it counts as lasting\.$/)
  })
})

it('looks at very many grades in bounded time, and is silent rather than wrong', () => {
  const many = Array.from({ length: 3000 }, (_, at) => ({
    credibility: 1,
    when: String(1000 + (at % 3000)),
    attributedTo: `N${at}`
  }))
  const comparisons = told(many)
  expect(comparisons).toEqual([])
})
