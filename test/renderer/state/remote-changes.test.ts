import { type Change, diff } from '@core/change/change'
import { addEntity, editEntity } from '@core/commands/entities'
import { Graph } from '@core/graph/graph'
import type { Entity } from '@core/records/records'
import type { App } from '@renderer/state/app.svelte'
import { saveAgain } from '@renderer/usecases/edits'
import { saveCopy } from '@renderer/usecases/files'
import { describe, expect, it, vi } from 'vitest'
import type { MainInMemory } from '../main-in-memory'
import { BASES } from '../sample'
import { openGraph, opens, openWindow } from '../window'

const add = ({ doc }: App, id: string, name = id) => doc.run(addEntity(doc.graph, { id, type: 'state', name }))
const rename = ({ doc }: App, id: string, name: string) => doc.run(editEntity(doc.graph, { id, name }))
const entity = ({ doc }: App, id: string) => doc.graph.get('entity', id)
const settled = (app: App) => vi.waitFor(() => expect(app.doc.saveState.kind).not.toBe('saving'))
const labels = ({ doc }: App) => doc.steps.map(({ change }) => change.label)

/** What another program makes of an entity. */
function changeElsewhere(id: string, change: Partial<Entity>, before = Graph.of('', BASES).get('entity', id)): Change {
  if (!before) throw new Error(id)
  return { label: 'Changes of another program', edits: [{ before, after: { ...before, ...change } }] }
}

/** Main tells the window that it has merged something. */
function tell(main: MainInMemory, change: Change, merges = ++main.merges, title = 'Syria 2024') {
  main.tell('graph:merged', {
    ...{ handle: 'file-1', merges, title, extra: '{}', conflicts: 0 },
    change: JSON.stringify(change),
    message: 'Another program has changed 1 record.'
  })
}

describe('what another program did', () => {
  it('joins the graph and its history, is told in a line, and can be undone like anything else', async () => {
    const { app, main } = await openWindow()
    add(app, 'turkey')
    await settled(app)
    tell(main, changeElsewhere('russia', { name: 'Rossiya' }), undefined, 'Syria, renamed')
    expect(entity(app, 'russia')?.name).toBe('Rossiya')
    expect(app.doc.graph.title).toBe('Syria, renamed')
    expect(app.preferences.notice).toBe('Another program has changed 1 record.')
    expect(labels(app)).toEqual(['Add turkey', 'Changes of another program'])
    expect(app.doc.steps.at(-1)?.external).toBe(true)
    expect(main.kept).toHaveLength(1)
    app.doc.undo()
    app.doc.undo()
    await settled(app)
    expect(entity(app, 'russia')?.name).toBe('Russia')
    expect(entity(app, 'turkey')).toBeUndefined()
    expect(main.kept).toHaveLength(3)
  })

  it('lets be done again what it did not touch, and forgets what it did', async () => {
    const { app, main } = await openWindow()
    add(app, 'turkey')
    app.doc.undo()
    await settled(app)
    tell(main, changeElsewhere('russia', { name: 'Rossiya' }))
    expect(app.doc.redoLabel).toBe('Add turkey')
    rename(app, 'russia', 'RF')
    app.doc.undo()
    await settled(app)
    tell(main, changeElsewhere('russia', { name: 'Russland' }, entity(app, 'russia')))
    expect(app.doc.redoLabel).toBeUndefined()
  })

  it('waits for the answer that is under way, and is not lost in a graph that was read anew', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    add(app, 'turkey')
    tell(main, changeElsewhere('russia', { name: 'Rossiya' }))
    expect(entity(app, 'russia')?.name).toBe('Russia')
    release()
    await settled(app)
    await vi.waitFor(() => expect(entity(app, 'russia')?.name).toBe('Rossiya'))
    expect(labels(app)).toEqual(['Add turkey', 'Changes of another program'])
    expect(entity(app, 'turkey')).toBeDefined()
  })

  it('that the open graph holds already, or that belongs to another file, is passed over', async () => {
    const { app, main } = await openWindow()
    tell(main, changeElsewhere('russia', { name: 'Rossiya' }), 0)
    expect(entity(app, 'russia')?.name).toBe('Russia')
    main.tell('graph:merged', {
      ...{ handle: 'file-9', merges: 5, title: '', extra: '{}', conflicts: 0, message: '' },
      change: JSON.stringify(changeElsewhere('russia', { name: 'Rossiya' }))
    })
    expect(entity(app, 'russia')?.name).toBe('Russia')
  })

  it('to a graph that is just being opened is taken in once it is open', async () => {
    const { app, main } = await openWindow()
    main.tell('graph:merged', {
      ...{ handle: 'file-2', merges: 5, title: 'Second', extra: '{}', conflicts: 0, message: '' },
      change: JSON.stringify(changeElsewhere('russia', { name: 'Rossiya' }))
    })
    await opens(app, main, { handle: 'file-2' })
    await vi.waitFor(() => expect(entity(app, 'russia')?.name).toBe('Rossiya'))
  })

  it('and does not fit is read anew from main', async () => {
    const { app, main } = await openWindow()
    openGraph(main, { title: 'Read anew' })
    tell(main, changeElsewhere('russia', { name: 'Rossiya' }, { ...BASES[0], kind: 'entity', id: 'russia' } as Entity))
    await vi.waitFor(() => expect(app.doc.graph.title).toBe('Read anew'))
  })
})

describe('a change on its way when another program was quicker', () => {
  it('is merged with it field by field and sent again', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    rename(app, 'russia', 'Rossiya')
    add(app, 'turkey')
    // Main has merged, and therefore refuses what was made on the graph before.
    tell(main, changeElsewhere('russia', { summary: 'A state.' }))
    main.refuseOnce('russia has changed since.')
    release()
    await settled(app)
    expect(entity(app, 'russia')).toMatchObject({ name: 'Rossiya', summary: 'A state.' })
    expect(labels(app)).toEqual(['Changes of another program', 'Edit Russia', 'Add turkey'])
    expect(main.kept.map(({ label }) => label)).toEqual(['Edit Russia', 'Add turkey'])
    expect(main.kept[0]?.edits[0]?.before).toMatchObject({ name: 'Russia', summary: 'A state.' })
    expect(app.doc.saveState).toEqual({ kind: 'saved' })
  })

  it('waits for word of the merge where the refusal comes first', async () => {
    const { app, main } = await openWindow()
    main.merges = 1
    main.refuseOnce('russia has changed since.')
    rename(app, 'russia', 'Rossiya')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(app.doc.saveState.kind).toBe('saving')
    tell(main, changeElsewhere('russia', { summary: 'A state.' }), 1)
    await settled(app)
    expect(entity(app, 'russia')).toMatchObject({ name: 'Rossiya', summary: 'A state.' })
    expect(main.kept).toHaveLength(1)
  })

  it('is not kept where both changed the same field: theirs stands, and the user is told', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    rename(app, 'russia', 'Rossiya')
    tell(main, changeElsewhere('russia', { name: 'RF' }))
    main.refuseOnce('russia has changed since.')
    release()
    await settled(app)
    expect(entity(app, 'russia')?.name).toBe('RF')
    expect(app.doc.saveState).toMatchObject({ kind: 'failed', message: expect.stringMatching(/was not kept/) })
    expect(labels(app)).toEqual(['Changes of another program'])
  })

  it('is taken back where it was refused for another reason, and the merge stays', async () => {
    const { app, main } = await openWindow()
    const release = main.holdCommits()
    add(app, 'turkey')
    tell(main, changeElsewhere('russia', { name: 'RF' }))
    main.refuseCommits('The disk is full.')
    release()
    await settled(app)
    expect(entity(app, 'turkey')).toBeUndefined()
    expect(entity(app, 'russia')?.name).toBe('RF')
    expect(labels(app)).toEqual(['Changes of another program'])
    expect(app.doc.unsaved.map(({ label }) => label)).toEqual(['Add turkey'])
    main.refuseCommits()
    expect(saveAgain(app)).toBeUndefined()
    await settled(app)
    expect(entity(app, 'turkey')).toBeDefined()
    expect(app.doc.unsaved).toEqual([])
  })
})

describe('when nothing more can be saved', () => {
  it('what was refused stays in the window and goes into the copy', async () => {
    const { app, main } = await openWindow()
    main.isStopped = true
    main.refuseCommits('The disk could not confirm it.')
    add(app, 'turkey')
    await vi.waitFor(() => expect(app.doc.readOnly).toBe('The disk could not confirm it.'))
    expect(entity(app, 'turkey')).toBeDefined()
    expect(app.doc.unsaved.map(({ label }) => label)).toEqual(['Add turkey'])
    saveCopy(app)
    expect(main.asks('graph:save-as')).toEqual([{ handle: 'file-1', unsaved: app.doc.unsaved }])
  })

  it('the window is told as well when nothing was under way', async () => {
    const { app, main } = await openWindow()
    main.tell('graph:read-only', { handle: 'file-9', reason: 'another file' })
    expect(app.doc.readOnly).toBeUndefined()
    main.tell('graph:read-only', { handle: 'file-1', reason: 'somebody else has taken over' })
    expect(app.doc.saveState).toEqual({ kind: 'read-only', reason: 'somebody else has taken over' })
  })
})

describe('going through the history', () => {
  it('of several hundred steps is one change each time, saved, and comes out the same', async () => {
    const { app, main } = await openWindow()
    const opened = app.doc.graph
    for (let at = 0; at < 400; at++) add(app, `e-${at}`)
    rename(app, 'e-7', 'Seven')
    const last = app.doc.graph
    await settled(app)
    expect(app.doc.goTo(0)).toBeUndefined()
    expect(diff(app.doc.graph, opened).edits).toEqual([])
    expect(app.doc.redoLabel).toBe('Add e-0')
    expect(app.doc.goTo(401)).toBeUndefined()
    expect(diff(app.doc.graph, last).edits).toEqual([])
    for (let at = 0; at < 401; at++) app.doc.undo()
    expect(diff(app.doc.graph, opened).edits).toEqual([])
    expect(app.doc.undoLabel).toBeUndefined()
    await settled(app)
    expect(main.kept).toHaveLength(401 + 2 + 401)
  })

  it('is as before when the store refuses the move', async () => {
    const { app, main } = await openWindow()
    for (const id of ['a', 'b', 'c']) add(app, id)
    await settled(app)
    main.refuseCommits('The disk is full.')
    app.doc.goTo(1)
    await settled(app)
    expect(app.doc.position).toBe(3)
    expect(entity(app, 'c')).toBeDefined()
  })

  it('moves over steps that come to nothing together, with nothing to save', async () => {
    const { app, main } = await openWindow()
    rename(app, 'russia', 'RF')
    rename(app, 'russia', 'Russia')
    await settled(app)
    app.doc.goTo(0)
    expect(app.doc.position).toBe(0)
    expect(main.kept).toHaveLength(2)
  })
})
