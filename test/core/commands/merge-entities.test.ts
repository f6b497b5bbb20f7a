import { apply, type Change, invert } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { mergeEntities } from '@core/commands/merge-entities'
import { Graph } from '@core/graph/graph'
import { referenceProblems, type Sections } from '@core/graph/references'
import { relationsBetween } from '@core/queries/neighbours'
import type { View } from '@core/records/records'
import { type AnyRecord, KINDS } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, entity, native, RECORDS, recordsOf, relation, sampleGraph } from '../sample'

/** The base a second time, under another name, with its own relations, claims, pairs and places. */
const TWIN: readonly AnyRecord[] = [
  {
    ...entity('e-khmeimim', 'facility', 'Khmeimim', native('قاعدة حميميم الجوية'), native('Хмеймим')),
    summary: 'Where Russian aircraft stand.',
    period: '2015/..',
    properties: { runways: 2 },
    'x-later': 'kept'
  },
  relation('r-twin', 'operates', 'e-russia', 'e-khmeimim'),
  relation('r-hts', 'operates', 'e-hts', 'e-khmeimim'),
  relation('r-self', 'meets', 'e-khmeimim', 'e-khmeimim'),
  relation('r-far', 'near', 'e-latakia', 'e-khmeimim'),
  claim('c-4', 'r-twin'),
  claim('c-5', 'r-hts', { attributedTo: 'e-khmeimim' }),
  claim('c-6', 'e-khmeimim', { property: 'runways' }),
  claim('c-7', 'r-far'),
  { kind: 'notSame', id: 'e-khmeimim e-latakia', pair: ['e-khmeimim', 'e-latakia'] },
  { kind: 'notSame', id: 'e-khmeimim e-russia', pair: ['e-khmeimim', 'e-russia'] },
  { kind: 'notSame', id: 'e-hmeimim e-khmeimim', pair: ['e-hmeimim', 'e-khmeimim'] },
  { kind: 'view', id: 'v-bases', name: 'Bases', entities: ['e-khmeimim'], positions: [['e-khmeimim', 1, 2]] },
  {
    kind: 'view',
    id: 'v-both',
    name: 'Both',
    entities: ['e-khmeimim', 'e-hmeimim'],
    positions: [
      ['e-khmeimim', 1, 2],
      ['e-hmeimim', 3, 4]
    ]
  }
]
const twice = Graph.of('Twice', [...RECORDS, ...TWIN])
const pair = { keep: 'e-hmeimim', drop: 'e-khmeimim' }
const merged = applied(twice, mergeEntities(twice, pair))
const refusal = (result: Change | ReturnType<typeof mergeEntities>) => (isRefusal(result) ? result : undefined)

const problemsOf = (graph: Graph) =>
  referenceProblems(
    Object.fromEntries(KINDS.map((kind) => [kind, [...graph.all(kind).values()]])) as unknown as Sections,
    new Map()
  )

describe('mergeEntities', () => {
  it('leaves one entity that has every name of both and what only the other one had', () => {
    expect(merged.get('entity', 'e-khmeimim')).toBeUndefined()
    expect(merged.get('entity', 'e-hmeimim')).toEqual({
      kind: 'entity',
      id: 'e-hmeimim',
      type: 'facility',
      name: 'Hmeimim Air Base',
      aliases: [
        { text: 'قاعدة حميميم الجوية', kind: 'native', script: 'Arab' },
        { text: 'Khmeimim', kind: 'alias', script: 'Latn' },
        { text: 'Хмеймим', kind: 'native' }
      ],
      summary: 'Where Russian aircraft stand.',
      period: '2015/..',
      properties: { runways: 2 },
      'x-later': 'kept'
    })
  })

  it('joins relations that say the same with all their claims, also symmetric ones the other way round', () => {
    expect(relationsBetween(merged, 'e-russia', 'e-hmeimim').map(({ id }) => id)).toEqual(['r-operates'])
    expect([...merged.claimsAbout('r-operates')].sort()).toEqual(['c-1', 'c-2', 'c-4'])
    expect(relationsBetween(merged, 'e-latakia', 'e-hmeimim').map(({ id }) => id)).toEqual(['r-near'])
    expect(merged.claimsAbout('r-near')).toEqual(['c-7'])
  })

  it('moves the other relations, a loop of its own included, and the claims about it and attributed to it', () => {
    expect(merged.get('relation', 'r-hts')).toMatchObject({ from: 'e-hts', to: 'e-hmeimim' })
    expect(merged.get('relation', 'r-self')).toMatchObject({ from: 'e-hmeimim', to: 'e-hmeimim' })
    expect(merged.get('claim', 'c-6')).toMatchObject({ about: 'e-hmeimim', property: 'runways' })
    expect(merged.get('claim', 'c-5')).toMatchObject({ about: 'r-hts', attributedTo: 'e-hmeimim' })
  })

  it('keeps apart what was kept apart from either, and forgets that the two were', () => {
    expect([...merged.all('notSame').keys()].sort()).toEqual(['e-hmeimim e-latakia', 'e-hmeimim e-russia'])
  })

  it('is seen where either was, once, in its own place if it had one', () => {
    expect(merged.get('view', 'v-bases')).toMatchObject({ entities: ['e-hmeimim'], positions: [['e-hmeimim', 1, 2]] })
    expect(merged.get('view', 'v-both')).toMatchObject({ entities: ['e-hmeimim'], positions: [['e-hmeimim', 3, 4]] })
    expect(merged.get('view', 'overview')).toBe(twice.get('view', 'overview'))
  })

  it('is hidden only in views that showed neither, and shown alone where either was', () => {
    const viewOf = (view: Partial<View>) => {
      const whole = { kind: 'view', id: 'v-h', name: 'H', positions: [], ...view } as View
      const graph = applied(twice, { label: 'Add', edits: [{ after: whole }] })
      const { hiddenEntities, onlyEntities } = applied(graph, mergeEntities(graph, pair)).get('view', 'v-h') ?? {}
      return { hiddenEntities, onlyEntities }
    }
    expect(viewOf({ hiddenEntities: ['e-khmeimim', 'e-latakia'] }).hiddenEntities).toEqual(['e-latakia'])
    expect(viewOf({ hiddenEntities: ['e-hmeimim', 'e-khmeimim'] }).hiddenEntities).toEqual(['e-hmeimim'])
    expect(viewOf({ entities: ['e-khmeimim'], hiddenEntities: ['e-khmeimim'] }).hiddenEntities).toEqual(['e-hmeimim'])
    expect(viewOf({ onlyEntities: ['e-khmeimim', 'e-hts'] }).onlyEntities).toEqual(['e-hmeimim', 'e-hts'])
  })

  it('takes what is chosen where they conflict, and says so', () => {
    const graph = applied(twice, {
      label: '',
      edits: [
        {
          before: twice.get('entity', 'e-hmeimim') as AnyRecord,
          after: {
            ...entity('e-hmeimim', 'facility', 'Hmeimim Air Base'),
            summary: 'An air base.',
            period: '2016',
            properties: { runways: 1, code: 'OSLK' }
          }
        }
      ]
    })
    const choices = new Map([
      ['name', 'drop'],
      ['summary', 'both'],
      ['properties.runways', 'drop']
    ] as const)
    const change = mergeEntities(graph, { ...pair, choices })
    expect(change).toHaveProperty('label', 'Merge Khmeimim into Hmeimim Air Base, taking its name, summary and runways')
    expect(applied(graph, change).get('entity', 'e-hmeimim')).toMatchObject({
      name: 'Khmeimim',
      aliases: [
        { text: 'قاعدة حميميم الجوية' },
        { text: 'Хмеймим' },
        { text: 'Hmeimim Air Base', kind: 'alias', script: 'Latn' }
      ],
      summary: 'An air base. Where Russian aircraft stand.',
      period: '2016',
      properties: { runways: 2, code: 'OSLK' }
    })
  })

  it('is refused while the two are related, and says by what', () => {
    const graph = Graph.of('', [...RECORDS, ...TWIN, relation('r-x', 'meets', 'e-khmeimim', 'e-hmeimim')])
    expect(refusal(mergeEntities(graph, pair))).toEqual({
      field: 'between',
      refused:
        'There is a relation between the two: “meets”. One entity has none with itself, so change or remove it first.'
    })
  })

  it('is refused where a relation would not join the type that is chosen', () => {
    const graph = Graph.of('', [...RECORDS, entity('e-town', 'place', 'Hmeimim')])
    const args = { keep: 'e-hmeimim', drop: 'e-town' }
    expect(refusal(mergeEntities(graph, args))).toBeUndefined()
    expect(refusal(mergeEntities(graph, { ...args, choices: new Map([['type', 'drop']]) }))).toMatchObject({
      field: 'type',
      refused: expect.stringMatching(/^“near” joins Facility to Place, not Place to Place\..*Choose the other type/)
    })
    expect(refusal(mergeEntities(graph, { keep: 'e-town', drop: 'e-hmeimim' }))?.field).toBe('type')
  })

  it.each([
    [{ keep: 'e-none', drop: 'e-hts' }, 'keep'],
    [{ keep: 'e-hts', drop: 'e-none' }, 'drop'],
    [{ keep: 'e-hts', drop: 'e-hts' }, 'drop']
  ])('refuses %j', (args, field) => {
    expect(refusal(mergeEntities(sampleGraph(), args))?.field).toBe(field)
  })

  it('loses no claim, leaves nothing hanging, and is taken back whole by one undo', () => {
    let done = 0
    fc.assert(
      fc.property(
        any.graph,
        fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 2, maxLength: 2 }),
        fc.constantFrom('keep', 'drop', 'both'),
        (graph, [a, b], whose) => {
          const args = { keep: `e-${a}`, drop: `e-${b}` }
          const fields = ['name', 'type', 'summary', 'period', 'properties.a', 'properties.é']
          const choices = new Map(fields.map((field) => [field, whose] as const))
          const change = mergeEntities(graph, { ...args, choices })
          const isRelated = relationsBetween(graph, args.keep, args.drop).length > 0
          expect(isRefusal(change)).toBe(isRelated)
          if (isRefusal(change)) return
          done += 1
          const after = applied(graph, change)
          expect(problemsOf(after)).toEqual([])
          expect([...after.all('claim').keys()].sort()).toEqual([...graph.all('claim').keys()].sort())
          // A conflict tells what was, and stays until somebody decides it.
          const others = recordsOf(after).filter(({ kind }) => kind !== 'conflict')
          expect(JSON.stringify(others)).not.toContain(`"${args.drop}"`)
          const back = apply(after, invert(change))
          expect(isRefusal(back) ? back.refused : recordsOf(back)).toEqual(recordsOf(graph))
        }
      ),
      { numRuns: 300 }
    )
    expect(done).toBeGreaterThan(100)
  })
})
