import { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { defaultView, findView, shown } from '@core/view/shown'
import { describe, expect, it } from 'vitest'
import { claim, recordsOf, sampleGraph } from '../sample'

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
