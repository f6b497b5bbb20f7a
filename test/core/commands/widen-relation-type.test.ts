import { widenRelationType } from '@core/commands/widen-relation-type'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { expect, it } from 'vitest'

const type = (id: string): AnyRecord => ({ kind: 'entityType', id, label: id })
const operates: AnyRecord = {
  kind: 'relationType',
  id: 'operates',
  label: 'operates',
  inverse: 'operated by',
  from: ['state'],
  to: ['facility']
}
const near: AnyRecord = { kind: 'relationType', id: 'near', label: 'near', inverse: 'near' }
const graph = Graph.of('', [type('state'), type('person'), type('facility'), operates, near])

it('adds the types that are missing at either end, in order', () => {
  expect(widenRelationType(graph, { id: 'operates', from: 'person', to: 'facility' })).toMatchObject({
    edits: [{ before: operates, after: { ...operates, from: ['person', 'state'] } }]
  })
})

it('changes nothing where the type already joins them, or joins anything', () => {
  expect(widenRelationType(graph, { id: 'operates', from: 'state', to: 'facility' })).toMatchObject({ edits: [] })
  expect(widenRelationType(graph, { id: 'near', from: 'state', to: 'person' })).toMatchObject({ edits: [] })
})

it('refuses types that are not there', () => {
  expect(widenRelationType(graph, { id: 'owns', from: 'state', to: 'facility' })).toMatchObject({ field: 'id' })
  expect(widenRelationType(graph, { id: 'operates', from: 'moon', to: 'facility' })).toMatchObject({ field: 'from' })
})
