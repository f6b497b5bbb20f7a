import { removeEntity } from '@core/commands/entities'
import { Selection } from '@renderer/state/selection.svelte'
import { describe, expect, it } from 'vitest'
import { openWindow } from '../window'

describe('the selection', () => {
  it('is one entity, several, or none', () => {
    const selection = new Selection()
    expect(selection.empty).toBe(true)
    selection.selectEntities(['a'])
    expect(selection.entity).toBe('a')
    selection.toggleEntity('b')
    expect(selection.entity).toBeUndefined()
    expect([...selection.entities]).toEqual(['a', 'b'])
    selection.toggleEntity('a')
    expect(selection.entity).toBe('b')
  })

  it('remembers which entity a relation was reached from', () => {
    const selection = new Selection()
    selection.selectRelation('r', 'a')
    expect(selection.entity).toBe('a')
    expect(selection.relation).toBe('r')
    selection.selectEntities(['a'])
    expect(selection.relation).toBeUndefined()
  })

  it('lets go of an entity that is removed, and of its relations', async () => {
    const { app } = await openWindow()
    app.selection.selectRelation('r-leaves', 'hmeimim')
    app.doc.run(removeEntity(app.doc.graph, { id: 'hmeimim' }))
    expect(app.selection.empty).toBe(true)
  })
})
