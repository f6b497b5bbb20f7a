import { isRefusal } from '@core/change/refusal'
import { addRelationType } from '@core/commands/vocabulary'
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
