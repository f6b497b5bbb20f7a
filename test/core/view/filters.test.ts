import type { View } from '@core/records/records'
import { chipsOf, FILTERS, type Filter, lensOf, withoutLegend } from '@core/view/filters'
import { shown } from '@core/view/shown'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { sampleGraph } from '../sample'

const view = (more: Partial<View> = {}): View => ({ kind: 'view', id: 'v', name: 'V', positions: [], ...more })

describe('the table of filters', () => {
  it('has each once, and each reads fields of its own', () => {
    expect(new Set(FILTERS.map(({ id }) => id)).size).toBe(FILTERS.length)
    const fields = FILTERS.flatMap(({ schema }) => Object.keys(schema.shape))
    expect(fields.sort()).toEqual([
      ...['asOf', 'clock', 'denials', 'hiddenEntities', 'hiddenRelationTypes', 'hiddenStatuses', 'hiddenTypes'],
      ...['onlyEntities', 'publishedBy', 'recordedBy']
    ])
  })

  it('lets all pass that no filter of the view is about', () => {
    fc.assert(
      fc.property(any.graph, (graph) => {
        const lens = lensOf(view())
        expect([...graph.all('entity').values()].every(lens.entity)).toBe(true)
        expect([...graph.all('relation').values()].every(lens.relation)).toBe(true)
        expect(lens.isByType).toBe(true)
      })
    )
  })

  it('says in chips what is set, in the words of the graph', () => {
    const graph = sampleGraph()
    const chips = (more: Partial<View>) =>
      chipsOf(view(more), (kind, id) => graph.get(kind, id)).map(({ words }) => words)
    expect(chips({})).toEqual([])
    expect(chips({ hiddenTypes: [], asOf: '2024-12-01' })).toEqual(['As claimed for 1 Dec 2024'])
    expect(chips({ hiddenEntities: ['e-russia'], onlyEntities: ['a', 'b', 'c', 'd'] })).toEqual([
      'Hidden entities: Russia',
      'Only these entities: 4'
    ])
    expect(
      chips({
        hiddenTypes: ['person'],
        hiddenRelationTypes: ['operates'],
        hiddenStatuses: ['single-source', 'disputed'],
        asOf: '2024-12',
        clock: 'published'
      })
    ).toEqual([
      'Hidden types: Person',
      'Hidden relations: operates',
      'Hidden evidence: Single source, Disputed',
      'As claimed for Dec 2024 · Published by Dec 2024'
    ])
  })

  it('takes one more: whatever passes it goes through all that the table is read by', () => {
    const short: Filter = {
      id: 'short-names',
      label: 'Short names',
      schema: FILTERS[0]?.schema as Filter['schema'],
      inLegend: false,
      entities:
        () =>
        ({ name }) =>
          name.length < 7,
      chip: () => 'Short names'
    }
    const lens = lensOf(view({ hiddenTypes: ['person'] }), [...FILTERS, short])
    const passing = shown(sampleGraph(), view()).entities.filter(lens.entity)
    expect(passing.map(({ id }) => id)).toEqual(['e-russia'])
    expect(lens.isByType).toBe(false)
  })

  it('draws what is merely denied only where denials are asked for', () => {
    const passes = (more: Partial<View>) => lensOf(view(more)).evidence({ status: 'denied' } as never)
    expect([passes({}), passes({ denials: true }), passes({ denials: false })]).toEqual([false, true, false])
  })

  it('knows which of them the legends set', () => {
    const all = view({ hiddenTypes: ['a'], hiddenRelationTypes: ['b'], hiddenStatuses: ['c'], asOf: '2024' })
    expect(withoutLegend(all)).toEqual(
      view({ hiddenTypes: [], hiddenRelationTypes: [], hiddenStatuses: [], denials: true, asOf: '2024' })
    )
    expect(withoutLegend(all, ['types'])).toEqual({ ...all, hiddenTypes: [] })
  })
})
