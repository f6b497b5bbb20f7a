import { Graph } from '@core/graph/graph'
import type { Relation, View } from '@core/records/records'
import { RelationsAmong } from '@core/view/relations-among'
import { defaultView, findView, shown, shownAt, shownCount, without } from '@core/view/shown'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, recordsOf, sampleGraph } from '../sample'

const view = (more: Partial<View> = {}): View => ({ kind: 'view', id: 'v', name: 'V', positions: [], ...more })
const ids = (more: Partial<View>, graph = sampleGraph()) => {
  const { entities, relations } = shown(graph, view(more))
  return [entities.map(({ id }) => id), relations.map(({ relation }) => relation.id)]
}
const ALL = ['e-hmeimim', 'e-hts', 'e-latakia', 'e-russia', 'e-sharaa']

describe('a view shows', () => {
  it('everything, by id, where it sets no limits', () => {
    expect(ids({})).toEqual([ALL, ['r-leads', 'r-near', 'r-operates']])
    const backwards = Graph.of('', [...recordsOf(sampleGraph())].reverse())
    expect(ids({}, backwards)).toEqual(ids({}))
  })

  it('the entities that it lists, and the relations among them', () => {
    expect(ids({ entities: ['e-russia', 'e-hmeimim', 'gone'] })).toEqual([['e-hmeimim', 'e-russia'], ['r-operates']])
    expect(ids({ entities: [] })).toEqual([[], []])
  })

  it('no hidden types, statuses or types of relation', () => {
    expect(ids({ hiddenTypes: ['person', 'comet'] })).toEqual([ALL.slice(0, 4), ['r-near', 'r-operates']])
    expect(ids({ hiddenRelationTypes: ['operates'] })[1]).toEqual(['r-leads', 'r-near'])
    expect(ids({ hiddenStatuses: ['unsourced', 'corroborated'] })[1]).toEqual(['r-leads'])
  })

  it('at a date, the relations that a claim speaks for, with their status then', () => {
    const graph = sampleGraph()
    const dated = graph.with([
      { before: graph.get('claim', 'c-3'), after: claim('c-3', 'r-leads', { when: '2024-12-08' }) }
    ])
    expect(ids({ asOf: '2024-12-01' }, dated)[1]).toEqual(['r-near', 'r-operates'])
    const { relations } = shown(dated, view({ asOf: '2024-12-20', clock: 'published' }))
    expect(relations.find(({ relation }) => relation.id === 'r-operates')?.evidence.status).toBe('single-source')
  })
})

describe('what a view shows', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `e-${at}`)
  const someView = fc
    .record({
      entities: fc.option(fc.subarray(ids(7)), { nil: undefined }),
      hiddenTypes: fc.subarray(['t-0', 't-1']),
      hiddenStatuses: fc.subarray(['unsourced', 'single-source', 'denied'] as const),
      hiddenRelationTypes: fc.subarray(['rt-0'])
    })
    .map((fields) => view({ ...fields, ...(fields.entities ? {} : { entities: undefined }) }))

  it('is the same whether it lists its entities or has all of them', () => {
    fc.assert(
      fc.property(any.graph, someView, (graph, all) => {
        const listed = { ...all, entities: all.entities ?? [...graph.all('entity').keys()] }
        expect(shown(graph, listed)).toEqual(shown(graph, all))
        expect(shownCount(graph, all)).toBe(shown(graph, all).entities.length)
      })
    )
  })

  it('at one entity is what it shows there as a whole', () => {
    fc.assert(
      fc.property(any.graph, someView, fc.constantFrom(...ids(5)), (graph, of, entity) => {
        const whole = shown(graph, of).relations.filter(
          ({ relation }) => relation.from === entity || relation.to === entity
        )
        const here = [...shownAt(graph, of, entity)].sort((a, b) => (a.relation.id < b.relation.id ? -1 : 1))
        expect(here).toEqual(whole)
      })
    )
  })

  it('without some types, relations and statuses is what the view shows that hides them', () => {
    fc.assert(
      fc.property(any.graph, someView, (graph, of) => {
        const all = shown(graph, { ...of, hiddenTypes: [], hiddenRelationTypes: [], hiddenStatuses: [] })
        const { hiddenTypes, hiddenRelationTypes, hiddenStatuses } = of
        expect(without(all, { hiddenTypes, hiddenRelationTypes, hiddenStatuses })).toEqual(shown(graph, of))
      })
    )
  })

  it('of chosen entities follows any change of graph and choice', () => {
    const runs = any.graph.chain((graph) =>
      fc.tuple(fc.constant(graph), any.changeTo(graph), fc.subarray(ids(7)), fc.subarray(ids(7)))
    )
    fc.assert(
      fc.property(runs, ([graph, change, first, second]) => {
        const among = new RelationsAmong()
        const sorted = (relations: readonly Relation[]) => relations.map(({ id }) => id).sort()
        const anew = (now: Graph, chosen: readonly string[]) =>
          [...now.all('relation').values()].filter(({ from, to }) => chosen.includes(from) && chosen.includes(to))
        const [one, other] = [new Set(first), new Set(second)]
        expect(sorted(among.of(graph, one))).toEqual(sorted(anew(graph, first)))
        const changed = applied(graph, change)
        among.update(change)
        expect(sorted(among.of(changed, one))).toEqual(sorted(anew(changed, first)))
        expect(sorted(among.of(changed, other))).toEqual(sorted(anew(changed, second)))
      })
    )
  })
})

describe('the view to begin with', () => {
  it('is the first of the file by id, or one of everything', () => {
    const other = view({ id: 'a-first', name: 'First' })
    expect(defaultView(sampleGraph().with([{ after: other }])).id).toBe('a-first')
    expect(defaultView(Graph.of('', []))).toEqual({ kind: 'view', id: 'overview', name: 'Overview', positions: [] })
  })

  it('can be asked for by id or name', () => {
    expect(findView(sampleGraph(), 'overview')?.id).toBe('overview')
    expect(findView(sampleGraph(), 'Overview')?.id).toBe('overview')
    expect(findView(sampleGraph(), 'Nothing')).toBeUndefined()
  })
})
