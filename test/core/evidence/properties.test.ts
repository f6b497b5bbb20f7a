import { evidence } from '@core/evidence/evidence'
import { Graph } from '@core/graph/graph'
import type { Claim } from '@core/records/records'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

// What must hold of the rules whatever the claims say.

const SOURCES = ['s-0', 's-1', 's-2', 's-3']
const VOICES = [undefined, undefined, 'e-0', 'e-1', 'p', 'officials', 'Two officials', 'Lena Varga']
const WHEN = [undefined, '2024-12', '2024-12-08', '2024-12-08/..', '2024-11/2024-12-10', '/2024-12-09', '2024-12-05/']

const one: fc.Arbitrary<Partial<Claim>> = fc.record({
  stance: fc.constantFrom('supports', 'supports', 'denies', 'uncertain'),
  source: fc.constantFrom(...SOURCES),
  attributedTo: fc.constantFrom(...VOICES),
  basedOn: fc.constantFrom(undefined, undefined, 's-0', ['s-1', 's-2']),
  when: fc.constantFrom(...WHEN),
  credibility: fc.integer({ min: 1, max: 6 })
})

const present = (fields: Partial<Claim>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function found(claims: readonly Partial<Claim>[], asOf?: string) {
  const records = [
    entity('p', 'state', 'P'),
    entity('q', 'state', 'Q'),
    entity('e-0', 'person', 'One'),
    entity('e-1', 'person', 'Two'),
    relation('r', 'meets', 'p', 'q'),
    ...SOURCES.map((id, at) => source(id, at === 3 ? { basedOn: 's-2', published: '2024-12-09' } : {})),
    ...claims.map((fields, at) => claim(`c-${at}`, 'r', present(fields)))
  ]
  return evidence(Graph.of('', records), 'r', asOf === undefined ? {} : { asOf })
}

const asked = fc.constantFrom(undefined, '2024-11-30', '2024-12-08', '2024-12-10', '2025')

it('a claim of a voice that spoke already of the same time never makes corroborated of single source', () => {
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.constantFrom(...SOURCES),
      (claims, at, other) => {
        const dated = claims.map((fields) => ({ ...fields, when: '2024-12', stance: 'supports' as const }))
        const before = found(dated, '2024-12-08')
        fc.pre(before.status === 'single-source')
        const spoke = dated[at % dated.length]
        // The same speaker in another paper; a source that speaks for itself, once more.
        const again = spoke?.attributedTo === undefined ? spoke : { ...spoke, source: other, basedOn: undefined }
        expect(found([...dated, again ?? {}], '2024-12-08').status).toBe('single-source')
      }
    ),
    { numRuns: 400 }
  )
})

it('the order of the claims changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 6 }),
      asked,
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (claims, asOf, keys) => {
        const shuffled = claims.map((fields, at) => [keys[at] ?? 0, fields] as const).sort(([a], [b]) => a - b)
        const plain = ({ status, flags, independent, denyingVoices, hedgingVoices }: ReturnType<typeof found>) => [
          ...[status, flags, independent, denyingVoices, hedgingVoices]
        ]
        expect(
          plain(
            found(
              shuffled.map(([, fields]) => fields),
              asOf
            )
          )
        ).toEqual(plain(found(claims, asOf)))
      }
    ),
    { numRuns: 300 }
  )
})

it('a denial never makes a relation better supported, and a support never takes a dispute away', () => {
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), one, asked, (claims, more, asOf) => {
      const before = found(claims, asOf)
      const denied = found([...claims, { ...more, stance: 'denies' }], asOf)
      if (before.status !== 'corroborated') expect(denied.status).not.toBe('corroborated')
      expect(denied.independent).toBeLessThanOrEqual(before.independent)
      if (before.status === 'disputed')
        expect(found([...claims, { ...more, stance: 'supports' }], asOf).status).toBe('disputed')
    }),
    { numRuns: 400 }
  )
})

it('ten thousand claims of as many voices, in one paper or each in its own, come to an end', () => {
  const records = [entity('p', 'state', 'P'), entity('q', 'state', 'Q'), relation('r', 'meets', 'p', 'q')]
  const many = Array.from({ length: 10_000 }, (_, at) => at)
  const own = many.map((at) => claim(`c-${at}`, 'r', { source: `s-${at}`, when: `${1000 + (at % 3000)}/..` }))
  const apart = Graph.of('', [...records, ...many.map((at) => source(`s-${at}`)), ...own])
  expect(evidence(apart, 'r')).toMatchObject({ status: 'corroborated' })
  const quoted = many.map((at) => claim(`c-${at}`, 'r', { source: 's', attributedTo: `Voice ${at}`, when: '2024' }))
  expect(evidence(Graph.of('', [...records, source('s'), ...quoted]), 'r')).toMatchObject({
    status: 'single-source',
    independent: 1
  })
})
