import { isRefusal } from '@core/change/refusal'
import { addEntityType, addRelationType, newTypeId } from '@core/commands/vocabulary'
import { lookOf } from '@core/records/type-look'
import { expect, it } from 'vitest'
import { applied, sampleGraph } from '../sample'

const graph = sampleGraph()
const type = { id: 'funds', label: ' funds ', inverse: 'funded by', from: ['state'], to: ['armed-group'] }

it('adds a type of relation', () => {
  const change = addRelationType(graph, type)
  expect('label' in change && change.label).toBe('Add the relation type “funds”')
  expect(applied(graph, change).get('relationType', 'funds')).toEqual({ kind: 'relationType', ...type, label: 'funds' })
})

it('a symmetric one reads back as it reads forth', () => {
  const after = applied(
    graph,
    addRelationType(graph, { id: 'trades', label: 'trades with', inverse: '', symmetric: true })
  )
  expect(after.get('relationType', 'trades')).toMatchObject({ inverse: 'trades with', symmetric: true })
})

it.each([
  [{ label: '' }, 'label'],
  [{ inverse: '' }, 'inverse'],
  [{ label: 'Operates' }, 'label'],
  [{ id: 'operates' }, 'id'],
  [{ id: 'a b' }, 'id'],
  [{ from: ['comet'] }, 'from'],
  [{ to: ['comet'] }, 'to']
])('refuses %j at %s', (more, field) => {
  const result = addRelationType(graph, { ...type, ...more })
  expect(isRefusal(result) && result.field).toBe(field)
})

it('adds a type of entity, with the symbol that its word means and a look that no other has', () => {
  const after = applied(graph, addEntityType(graph, { id: 'warship', label: 'Warship' }))
  const two = applied(after, addEntityType(after, { id: 'cargo-ship', label: 'Cargo ship' }))
  expect(two.get('entityType', 'cargo-ship')).toMatchObject({ label: 'Cargo ship', symbol: 'equipment' })
  const looks = [...two.all('entityType').values()].map(lookOf)
  expect(new Set(looks).size).toBe(looks.length)
})

it.each([
  [{ label: '' }, 'label'],
  [{ label: ' STATE ' }, 'label'],
  [{ id: 'state' }, 'id']
])('refuses the type of entity %j at %s', (more, field) => {
  const result = addEntityType(graph, { id: 'ship', label: 'Ship', ...more })
  expect(isRefusal(result) && result.field).toBe(field)
})

it('a new type has a readable id in any script, unlike those that are there', () => {
  expect(newTypeId(graph, 'entityType', 'Armed group')).toBe(
    graph.get('entityType', 'armed-group') ? 'armed-group-2' : 'armed-group'
  )
  expect(newTypeId(graph, 'relationType', 'سفينة شحن')).toBe('سفينة-شحن')
  expect(newTypeId(graph, 'entityType', '★')).toBe('type')
})
