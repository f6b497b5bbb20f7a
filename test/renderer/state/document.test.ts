import { isRefusal } from '@core/change/refusal'
import { addEntity, editEntity } from '@core/commands/entities'
import type { App } from '@renderer/state/app.svelte'
import { describe, expect, it, vi } from 'vitest'
import { openGraph, opens, openWindow } from '../window'

const add = ({ doc }: App, id: string, name = id) => doc.run(addEntity(doc.graph, { id, type: 'state', name }))
const has = ({ doc }: App, id: string) => doc.graph.get('entity', id) !== undefined
const settled = (app: App) => vi.waitFor(() => expect(app.doc.saveState.kind).not.toBe('saving'))

describe('saving', () => {
  it('shows a change at once and says how many are still being saved', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    expect(add(app, 'turkey')).toBeUndefined()
    add(app, 'iran')
    expect(has(app, 'turkey')).toBe(true)
    expect(app.doc.saveState).toEqual({ kind: 'saving', changes: 2 })
    release()
    await settled(app)
    expect(app.doc.saveState).toEqual({ kind: 'saved' })
    expect(main.kept.map(({ label }) => label)).toEqual(['Add turkey', 'Add iran'])
  })

  it('sends the second change only when the first is on disk', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    add(app, 'turkey')
    add(app, 'iran')
    await Promise.resolve()
    expect(main.asks('graph:commit')).toHaveLength(1)
    release()
    await settled(app)
    expect(main.asks('graph:commit')).toHaveLength(2)
  })

  it('takes back a change that the disk refused, with all that was made on top of it, and says why', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    add(app, 'turkey', 'Turkey')
    app.doc.run(editEntity(app.doc.graph, { id: 'turkey', name: 'Türkiye' }))
    main.refuseCommits('The disk is full. Nothing is lost.')
    release()
    await settled(app)
    expect(has(app, 'turkey')).toBe(false)
    expect(app.doc.saveState).toEqual({ kind: 'failed', message: 'The disk is full. Nothing is lost.' })
    expect(app.doc.undoLabel).toBeUndefined()
    expect(main.kept).toEqual([])
  })

  it('saves again once the disk has room, and no longer says that it failed', async () => {
    const { app, main } = await openWindow()
    main.refuseCommits('The disk is full.')
    add(app, 'turkey')
    await settled(app)
    main.refuseCommits()
    add(app, 'turkey')
    await settled(app)
    expect(has(app, 'turkey')).toBe(true)
    expect(app.doc.saveState).toEqual({ kind: 'saved' })
  })

  it('refuses to change a file that can only be read, and says why', async () => {
    const { app, main } = await openWindow({ readOnly: 'made by a newer Entente' })
    const refusal = add(app, 'turkey')
    expect(isRefusal(refusal) && refusal.refused).toBe('Nothing can be changed here: made by a newer Entente')
    expect(has(app, 'turkey')).toBe(false)
    expect(app.doc.saveState).toEqual({ kind: 'read-only', reason: 'made by a newer Entente' })
    expect(main.asks('graph:commit')).toEqual([])
  })

  it('lets the answer for a file that was left, even when the same file is open again, touch nothing', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    add(app, 'turkey')
    await opens(app, main)
    add(app, 'iran')
    release()
    await settled(app)
    expect(has(app, 'turkey')).toBe(false)
    expect(main.kept.map(({ label }) => label)).toEqual(['Add turkey', 'Add iran'])
  })
})

describe('undo and redo', () => {
  it('take a change back and bring it again, saved each time', async () => {
    const { app, main } = await openWindow()
    add(app, 'turkey', 'Turkey')
    expect(app.doc.undoLabel).toBe('Add Turkey')
    app.doc.undo()
    expect(has(app, 'turkey')).toBe(false)
    expect(app.doc.redoLabel).toBe('Add Turkey')
    app.doc.redo()
    expect(has(app, 'turkey')).toBe(true)
    await settled(app)
    expect(main.kept).toHaveLength(3)
  })

  it('forget what was undone when something else is done', async () => {
    const { app } = await openWindow()
    add(app, 'turkey')
    app.doc.undo()
    add(app, 'iran')
    expect(app.doc.redoLabel).toBeUndefined()
    expect(app.doc.undoLabel).toBe('Add iran')
  })

  it('do nothing when there is nothing to take back', async () => {
    const { app, main } = await openWindow()
    expect(app.doc.undo()).toBeUndefined()
    expect(app.doc.redo()).toBeUndefined()
    expect(main.asks('graph:commit')).toEqual([])
  })

  it('put an undo that the disk refused back where it was', async () => {
    const { app, main } = await openWindow()
    add(app, 'turkey', 'Turkey')
    await settled(app)
    main.refuseCommits('The disk is full.')
    app.doc.undo()
    await settled(app)
    expect(has(app, 'turkey')).toBe(true)
    expect(app.doc.undoLabel).toBe('Add Turkey')
    expect(app.doc.redoLabel).toBeUndefined()
  })

  it('take back where something was dragged to, in order with the facts', async () => {
    const { app } = await openWindow()
    const at = (id: string) => app.view.positions.get(id)
    const stored = app.doc.graph.get('view', 'v-1')
    app.view.place(new Map([['tartus', { x: 5, y: 6 }]]), false)
    app.view.place(new Map([['tartus', { x: 70, y: 80 }]]), true)
    add(app, 'turkey', 'Turkey')
    app.view.place(new Map([['hmeimim', { x: 1, y: 2 }]]), true)
    expect(app.doc.steps.map(({ change }) => change.label)).toEqual([
      'Arrange Bases after Assad',
      'Add Turkey',
      'Arrange Bases after Assad'
    ])
    app.doc.undo()
    expect([at('hmeimim'), has(app, 'turkey')]).toEqual([{ x: 200, y: 100 }, true])
    app.doc.undo()
    expect([at('tartus'), has(app, 'turkey')]).toEqual([{ x: 70, y: 80 }, false])
    app.doc.undo()
    expect(at('tartus')).toEqual({ x: 5, y: 6 })
    expect(app.doc.graph.get('view', 'v-1')).toEqual(stored)
    for (let step = 0; step < 3; step++) app.doc.redo()
    expect([at('tartus'), at('hmeimim')]).toEqual([
      { x: 70, y: 80 },
      { x: 1, y: 2 }
    ])
  })

  it('take a new entity and its place back at once', async () => {
    const { app } = await openWindow()
    const stored = app.doc.graph.get('view', 'v-1')
    add(app, 'turkey', 'Turkey')
    const turkey = app.doc.graph.get('entity', 'turkey')
    if (!turkey) throw new Error('not added')
    app.view.admit(turkey, { x: 10, y: 20 })
    expect(app.doc.steps).toHaveLength(1)
    app.doc.undo()
    expect(has(app, 'turkey')).toBe(false)
    expect(app.doc.graph.get('view', 'v-1')).toEqual(stored)
    app.doc.redo()
    expect(app.view.positions.get('turkey')).toEqual({ x: 10, y: 20 })
  })

  it('are forgotten with the file that was left', async () => {
    const { app, main } = await openWindow()
    add(app, 'turkey')
    await opens(app, main, { handle: 'file-2' })
    expect(app.doc.undoLabel).toBeUndefined()
  })
})

describe('opening', () => {
  it('keeps the open graph when the next one does not come over whole, and shows what is wrong', async () => {
    const { app, main } = await openWindow()
    const answer = openGraph(main, { handle: 'file-2' })
    main.parts = []
    await app.open(async () => answer, 'broken.json')
    expect(app.doc.name).toBe('syria.entente.json')
    expect(app.dialogs.open).toMatchObject({ kind: 'failed', name: 'broken.json' })
  })

  it('leaves everything as it was when the user closed the dialog', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['russia'])
    await app.open(async () => ({ outcome: 'cancelled' }))
    expect(app.selection.entity).toBe('russia')
  })

  it('shows the first view of the file, with its positions, and nothing selected', async () => {
    const { app, main } = await openWindow()
    app.selection.selectEntities(['russia'])
    await opens(app, main, { notice: 'This is a working copy.' })
    expect(app.selection.empty).toBe(true)
    expect(app.view.record.name).toBe('Bases after Assad')
    expect(app.view.positions.get('hmeimim')).toEqual({ x: 200, y: 100 })
    expect(app.preferences.notice).toBe('This is a working copy.')
  })
})
