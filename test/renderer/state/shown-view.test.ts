import { addEntity } from '@core/commands/entities'
import { describe, expect, it, vi } from 'vitest'
import { exploring, PLACE } from '../exploring'
import { openWindow } from '../window'

const names = (entities: readonly { readonly name: string }[]) => entities.map(({ name }) => name)

describe('the view', () => {
  it('hides a type with its relations, and counts it all the same', async () => {
    const { app } = await openWindow()
    app.view.toggle('hiddenTypes', 'equipment')
    expect(names(app.view.shown.entities)).not.toContain('An-124 transports')
    expect(app.view.shown.relations.map(({ relation }) => relation.id)).not.toContain('r-seen')
    expect(names(app.view.unfiltered.entities)).toContain('An-124 transports')
    app.view.toggle('hiddenTypes', 'equipment')
    expect(names(app.view.shown.entities)).toContain('An-124 transports')
  })

  it('hides relations by their status', async () => {
    const { app } = await openWindow()
    app.view.toggle('hiddenStatuses', 'disputed')
    expect(app.view.shown.relations.map(({ relation }) => relation.id)).not.toContain('r-leaves')
    app.view.showAll()
    expect(app.view.shown.relations.map(({ relation }) => relation.id)).toContain('r-leaves')
  })

  it('goes to another view with that view’s own list', async () => {
    const { app } = await openWindow()
    app.view.toggle('hiddenTypes', 'state')
    app.view.show('v-2')
    expect(names(app.view.shown.entities)).toEqual(['Russia'])
  })

  it('writes a dragged place to the file, in whole pixels, and a layout’s place not', async () => {
    const { app, main } = await openWindow()
    app.view.place(new Map([['tartus', { x: 5.4, y: 6.6 }]]), false)
    expect(main.asks('graph:commit')).toEqual([])
    app.view.place(new Map([['russia', { x: 1.4, y: 2.6 }]]), true)
    await vi.waitFor(() => expect(main.kept).toHaveLength(1))
    expect(app.doc.graph.get('view', 'v-1')?.positions).toEqual([
      ['hmeimim', 200, 100],
      ['russia', 1, 3],
      ['tartus', 5, 7]
    ])
  })

  it('lets a new entity be seen, whatever was filtered', async () => {
    const { app } = await openWindow()
    app.view.show('v-2')
    app.view.toggle('hiddenTypes', 'state')
    app.doc.run(addEntity(app.doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
    const turkey = app.doc.graph.get('entity', 'turkey')
    if (!turkey) throw new Error('not added')
    app.view.admit(turkey, { x: 10, y: 20 })
    expect(names(app.view.shown.entities)).toEqual(['Russia', 'Turkey'])
  })

  it('shows everything of a file without views', async () => {
    const { app } = await openWindow({ records: [] })
    expect(app.view.record.name).toBe('Overview')
  })
})

describe('the places that a layout found', () => {
  const PLACES = new Map([['e-1', { x: 1.4, y: 2.6 }]])
  it('are kept in the file of an exploration, in one undo with what was found', async () => {
    const { app, port } = await exploring({ records: [] })
    app.view.settle(new Map([[port, { x: 1.4, y: 2.6 }]]))
    expect(app.view.record.positions).toEqual([[port, 1, 3]])
    expect(app.doc.position).toBe(1)
    app.doc.undo()
    expect(app.doc.graph.all('entity').size).toBe(0)
    expect(app.view.record.positions).toEqual([])
    app.doc.redo()
    expect(app.view.record.positions).toEqual([[port, 1, 3]])
  })

  it('are not written because a file was opened, nor into a file that is no exploration', async () => {
    const { app, main } = await openWindow({ extra: new Map([['neo4j', PLACE]]) })
    app.view.settle(PLACES)
    expect(main.asks('graph:commit')).toEqual([])
    const own = await openWindow()
    own.app.doc.run(addEntity(own.app.doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
    own.app.view.settle(new Map([['turkey', { x: 1, y: 2 }]]))
    expect(own.app.view.record.positions.map(([id]) => id)).not.toContain('turkey')
  })
})
