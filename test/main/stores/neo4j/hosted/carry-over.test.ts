import { apply, type Change } from '@core/change/change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { removeEntity } from '@core/commands/entities'
import type { Graph } from '@core/graph/graph'
import type { Entity } from '@core/records/records'
import { carryOver } from '@main/stores/neo4j/hosted/carry-over'
import { expect, test } from 'vitest'
import { entity, relation, sampleGraph } from '../../../../core/sample'

const start = sampleGraph()

function after(graph: Graph, change: Change | Refusal): Graph {
  const result = isRefusal(change) ? change : apply(graph, change)
  if (isRefusal(result)) throw new Error(result.refused)
  return result
}

const altering = (graph: Graph, fields: Partial<Entity>): Change => {
  const before = graph.get('entity', 'e-russia')
  if (!before) throw new Error('It is in the sample.')
  return { label: 'Alter Russia', edits: [{ before, after: { ...before, ...fields } }] }
}

test('what others left alone is carried over as it was made', () => {
  const now = after(start, { label: 'Theirs', edits: [{ after: entity('e-iran', 'state', 'Iran') }] })
  const carried = carryOver(now, altering(start, { name: 'Rossiya' }))
  expect(carried?.conflicts).toEqual([])
  expect(carried?.change).toEqual(altering(start, { name: 'Rossiya' }))
})

test('fields that only one side changed are both kept; where both did theirs stands, and ours is in a conflict', () => {
  const now = after(start, altering(start, { name: 'Rossiya', period: '1991/..' }))
  const carried = carryOver(now, altering(start, { name: 'Russian Federation', summary: 'A state.' }))
  expect(carried?.graph.get('entity', 'e-russia')).toMatchObject({
    ...{ name: 'Rossiya', period: '1991/..', summary: 'A state.' }
  })
  expect(carried?.conflicts).toEqual([
    { kind: 'entity', id: 'e-russia', field: 'name', ours: 'Russian Federation', theirs: 'Rossiya', taken: 'theirs' }
  ])
  expect(carried && after(now, carried.change).get('entity', 'e-russia')).toEqual(
    carried?.graph.get('entity', 'e-russia')
  )
})

test('a change that only says what others have said already has nothing left to do', () => {
  const now = after(start, altering(start, { name: 'Rossiya' }))
  expect(carryOver(now, altering(start, { name: 'Rossiya' }))).toMatchObject({ change: { edits: [] }, conflicts: [] })
})

test('a relation to what others have removed is kept as a conflict, and the graph is sound', () => {
  const now = after(start, removeEntity(start, { id: 'e-russia' }))
  const other = [...now.all('entity').keys()][0] ?? ''
  const [type = ''] = [...now.all('relationType').keys()]
  const made: Change = { label: 'Tie', edits: [{ after: relation('r-new', type, 'e-russia', other) }] }
  const carried = carryOver(now, made)
  expect(carried?.graph.get('relation', 'r-new')).toBeUndefined()
  expect(carried?.conflicts).toMatchObject([
    { kind: 'relation', id: 'r-new', taken: 'theirs', ours: { from: 'e-russia' } }
  ])
})

test('what others have removed and we have changed comes back, and that is to be decided', () => {
  const now = after(start, removeEntity(start, { id: 'e-russia' }))
  const carried = carryOver(now, altering(start, { name: 'Rossiya' }))
  expect(carried?.graph.get('entity', 'e-russia')?.name).toBe('Rossiya')
  expect(carried?.conflicts).toMatchObject([{ kind: 'entity', id: 'e-russia', taken: 'ours' }])
})
