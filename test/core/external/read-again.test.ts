import { apply, invert } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { evidence } from '@core/evidence/evidence'
import { type Bound, type ExternalResult, includeResult } from '@core/external/external-result'
import { readAgain } from '@core/external/read-again'
import type { ExternalNode, ExternalRelationship, ExternalValue, Property } from '@core/external/value'
import { planWriteBack } from '@core/external/write-back/plan'
import { Graph } from '@core/graph/graph'
import type { Entity, Relation } from '@core/records/records'
import { describe, expect, it } from 'vitest'

const text = (value: string): ExternalValue => ({ type: 'string', text: value })
const ship = (name: string, ...more: Property[]): ExternalNode => ({
  id: '4:1',
  labels: ['Vessel'],
  properties: [['name', text(name)], ['imo', { type: 'integer', text: '9268710' }], ...more]
})
const PORT: ExternalNode = { id: '4:2', labels: ['Port'], properties: [['name', text('طرطوس')]] }
const call = (id: string, ...properties: Property[]): ExternalRelationship => ({
  id,
  type: 'CALLED_AT',
  from: '4:1',
  to: '4:2',
  properties
})
const day = (value: string): Property => ['on', { type: 'date', text: value }]
const FLAG: Property = ['flag', text('Russia')]

let made = 0
const taking = { label: 'Read', newId: (letter: 'e' | 'r') => `${letter}-${++made}`, rank: () => 1 }

/** What was found once: a ship with a flag that has called at a port. */
function found(
  first: ExternalResult = { nodes: [ship('Sparta II', FLAG), PORT], relationships: [call('5:1', day('2024-12-11'))] }
) {
  const taken = includeResult(Graph.of('', []), { entities: new Map(), relations: new Map() }, first, taking)
  const graph = Graph.of('', []).with(taken.change.edits)
  return { graph, bound: taken.bound, id: (node: string) => taken.bound.entities.get(node) ?? '' }
}

function again(graph: Graph, bound: Bound, now: Partial<ExternalResult>, isWhole = true) {
  const asked = new Map([...bound.entities].map(([node, entity]) => [entity, node]))
  const read = readAgain(graph, bound, { nodes: [], relationships: [], ...now, asked, isWhole }, taking)
  const after = apply(graph, read.change)
  if (isRefusal(after)) throw new Error(after.refused)
  return { ...read, graph: after }
}

const SAME = { nodes: [ship('Sparta II', FLAG), PORT], relationships: [call('5:1', day('2024-12-11'))] }
const relationsOf = (graph: Graph): readonly Relation[] => [...graph.all('relation').values()]

describe('reading again', () => {
  it('changes nothing where nothing has changed, in whatever order the server names it', () => {
    const { graph, bound } = found()
    const turned = { ...ship('Sparta II', FLAG), properties: ship('Sparta II', FLAG).properties.toReversed() }
    const { change, told } = again(graph, bound, { ...SAME, nodes: [turned, PORT] })
    expect(change.edits).toEqual([])
    expect(told).toEqual({ read: 2, changed: 0, added: 0, gone: 0 })
  })

  it('takes over what is new, other and gone of a node, and undo takes it back', () => {
    const { graph, bound, id } = found()
    const renamed = ship('Sparta III', ['built', { type: 'date', text: '2000-01-01' }])
    const read = again(graph, bound, { ...SAME, nodes: [renamed, PORT] })
    const now = read.graph.get('entity', id('4:1'))
    expect(now?.name).toBe('Sparta III')
    expect(now?.properties).toEqual({ name: 'Sparta III', imo: '9268710', built: '2000-01-01' })
    expect(read.told).toMatchObject({ changed: 1, gone: 0 })
    expect(planWriteBack(read.graph)).toEqual({ operations: [], left: [] })
    const back = apply(read.graph, invert(read.change))
    expect(!isRefusal(back) && back.get('entity', id('4:1'))).toEqual(graph.get('entity', id('4:1')))
  })

  it('keeps what the analyst changed, added and took out, each for itself', () => {
    const { graph, bound, id } = found()
    const before = graph.get('entity', id('4:1')) as Entity
    const { flag: _flag, ...rest } = before.properties ?? {}
    const ours = { ...before, name: 'Our name', summary: 'Seen', properties: { ...rest, imo: '1', note: 'x' } }
    const edited = graph.with([{ before, after: ours }])
    const read = again(edited, bound, { ...SAME, nodes: [ship('Sparta III', ['flag', text('Syria')]), PORT] })
    expect(read.graph.get('entity', id('4:1'))).toMatchObject({
      name: 'Our name',
      summary: 'Seen',
      properties: { name: 'Sparta III', imo: '1', note: 'x' }
    })
    expect(read.graph.get('entity', id('4:1'))?.properties).not.toHaveProperty('flag')
  })

  it('marks what is not there any more and takes nothing away; what was never read whole is not called gone', () => {
    const { graph, bound, id } = found()
    const [relation] = relationsOf(graph)
    const read = again(graph, bound, { nodes: [PORT] })
    expect(read.told).toEqual({ read: 2, changed: 0, added: 0, gone: 2 })
    expect(read.graph.get('entity', id('4:1'))?.neo4j).toMatchObject({ gone: true, labels: ['Vessel'] })
    expect(evidence(read.graph, relation?.id ?? '').status).toBe('unsourced')
    expect(again(read.graph, read.bound, { nodes: [PORT] }).change.edits).toEqual([])
    expect(again(graph, bound, { ...SAME, relationships: [] }, false).told.gone).toBe(0)
    const back = again(read.graph, read.bound, SAME)
    expect(back.graph.get('entity', id('4:1'))).toEqual(graph.get('entity', id('4:1')))
    expect(relationsOf(back.graph)).toEqual(relationsOf(graph))
  })

  it('takes a node with the old id and other labels for another one', () => {
    const { graph, bound, id } = found()
    const other = { ...ship('Souria'), labels: ['Company'] }
    expect(again(graph, bound, { ...SAME, nodes: [other, PORT] }).graph.get('entity', id('4:1'))).toMatchObject({
      name: 'Sparta II',
      neo4j: { gone: true }
    })
  })

  it('knows a relation whose properties have changed, also in another session, and brings new ones', () => {
    const { graph, bound } = found()
    const [relation] = relationsOf(graph)
    const later = { ...bound, relations: new Map() }
    const now = [call('5:77', day('2024-12-12')), call('5:78', day('2024-12-20'))]
    const read = again(graph, later, { ...SAME, relationships: now })
    expect(read.told).toMatchObject({ changed: 1, added: 1, gone: 0 })
    expect(read.graph.get('relation', relation?.id ?? '')?.properties).toEqual({ on: '2024-12-12' })
    expect(read.graph.all('relation').size).toBe(2)
  })

  it('leaves relations of our own alone', () => {
    const { graph, bound, id } = found()
    const own: Relation = { kind: 'relation', id: 'r-own', type: 'neo4j:CALLED_AT', from: id('4:1'), to: id('4:2') }
    const read = again(graph.with([{ after: own }]), bound, { ...SAME, relationships: [] })
    expect(read.graph.get('relation', 'r-own')).toEqual(own)
    expect(read.told.gone).toBe(1)
  })
})

it('what has gone from the database is not written to', () => {
  const { graph, bound, id } = found()
  const gone = again(graph, bound, { nodes: [PORT] }).graph
  const before = gone.get('entity', id('4:1')) as Entity
  const after = { ...before, properties: { ...before.properties, flag: 'Syria' } }
  const { operations, left } = planWriteBack(gone.with([{ before, after }]))
  expect(operations).toEqual([])
  expect(left).toEqual(['“Sparta II” was changed, but is no longer in the database.'])
})
