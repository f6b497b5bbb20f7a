import { apply, invert, same } from '@core/change/change'
import { inOneChange } from '@core/change/in-one-change'
import { isRefusal, refuse } from '@core/change/refusal'
import { Graph } from '@core/graph/graph'
import type { Entity } from '@core/records/records'
import { expect, it } from 'vitest'

const entity = (id: string, name: string): Entity => ({ kind: 'entity', id, type: 'state', name, aliases: [] })
const graph = Graph.of('', [entity('e-1', 'Russia')])
const add = (record: Entity) => () => ({ label: `Add ${record.name}`, edits: [{ after: record }] })
const rename = (id: string, name: string) => (now: Graph) => {
  const before = now.get('entity', id)
  return before
    ? { label: 'Rename', edits: [{ before, after: { ...before, name } }] }
    : refuse(`There is no ${id}.`, 'id')
}

it('lets a later step see what an earlier one did, and undoes all of it at once', () => {
  const change = inOneChange(graph, 'Add Iran', [add(entity('e-2', 'Persia')), rename('e-2', 'Iran')])
  if (isRefusal(change)) throw new Error(change.refused)
  expect(change).toEqual({ label: 'Add Iran', edits: [{ after: entity('e-2', 'Iran') }] })
  const after = apply(graph, change)
  if (isRefusal(after)) throw new Error(after.refused)
  const back = apply(after, invert(change))
  expect(!isRefusal(back) && same([...back.all('entity').values()], [entity('e-1', 'Russia')])).toBe(true)
})

it('does nothing when one step is refused', () => {
  expect(inOneChange(graph, 'Two', [add(entity('e-2', 'Iran')), rename('e-9', 'Nobody')])).toEqual({
    refused: 'There is no e-9.',
    field: 'id'
  })
})
