import { evidence } from '@core/evidence/evidence'
import { statusSentence } from '@core/evidence/status-sentence'
import { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

const SOURCES = ['s-1', 's-2', 's-3'] as const
const found = (claims: readonly Partial<Claim>[]) =>
  evidence(
    Graph.of('', [
      ...['a', 'b', 'speaker'].map((id) => entity(id, 'state', id)),
      relation('r', 'meets', 'a', 'b'),
      ...SOURCES.map((id) => source(id)),
      ...claims.map((more, at) => claim(`c-${at}`, 'r', more))
    ]),
    'r'
  )

const one = fc.record({
  source: fc.constantFrom(...SOURCES),
  stance: fc.constantFrom<Claim['stance'][]>('supports', 'denies', 'uncertain'),
  when: fc.constantFrom('2019', '2024-12-08', '2020/..', '/2021', '2024~')
})
const speaker = fc.constantFrom('a', 'b', 'speaker', 'Lena Varga', 'two officials')
const said = fc.oneof(
  one,
  fc.tuple(one, speaker).map(([more, attributedTo]) => ({ ...more, attributedTo }))
)
const inferred = said.map((more) => ({ ...more, inferred: true }))

describe('what the analyst infers', () => {
  it('is one voice, whoever’s document it starts from: two inferred claims never corroborate each other', () => {
    fc.assert(
      fc.property(fc.array(inferred, { minLength: 1, maxLength: 6 }), (claims) => {
        const { status, independent, denyingVoices, hedgingVoices } = found(claims)
        expect(status).not.toBe('corroborated')
        expect(Math.max(independent, denyingVoices, hedgingVoices)).toBe(1)
      })
    )
  })

  it('never raises “single source” to “corroborated”, and adds no voice to those that speak', () => {
    fc.assert(
      fc.property(
        fc.array(said, { minLength: 1, maxLength: 4 }),
        fc.array(inferred, { maxLength: 4 }),
        (some, more) => {
          const supports = some.map((each) => ({ ...each, stance: 'supports' as const }))
          const [alone, beside] = [
            found(supports),
            found([...supports, ...more.map((each) => ({ ...each, stance: 'supports' as const }))])
          ]
          expect(beside.status).toBe(alone.status)
          expect(beside.independent).toBe(alone.independent)
        }
      )
    )
  })

  it('is told beside what is said', () => {
    const beside = found([{ source: 's-1' }, { source: 's-2', inferred: true, attributedTo: 'speaker' }])
    expect(statusSentence(beside)).toBe('One source supports it (B2, inferred too).')
    const alone = found([
      { source: 's-1', inferred: true },
      { source: 's-2', inferred: true, attributedTo: 'speaker' }
    ])
    expect(statusSentence(alone)).toBe('One source supports it (B2, inferred).')
    expect(alone.flags).toEqual(['one-voice', 'undated'])
  })
})
