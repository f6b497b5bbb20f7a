import { addEntity } from '@core/commands/entities'
import StatusBar from '@renderer/features/status-bar/StatusBar.svelte'
import type { App } from '@renderer/state/app.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { openGraph, opens, openWindow, show } from '../../window'

const add = ({ doc }: App, id: string) => doc.run(addEntity(doc.graph, { id, type: 'state', name: id }))

describe('the status bar', () => {
  it('says how the saving goes, in these words', async () => {
    const { app, main } = await openWindow()
    show(app, StatusBar)
    expect(screen.getByText('Saved')).toBeTruthy()
    const release = main.holdCommits()
    add(app, 'turkey')
    expect(await screen.findByText('Saving 1 change')).toBeTruthy()
    add(app, 'iran')
    expect(await screen.findByText('Saving 2 changes')).toBeTruthy()
    main.refuseCommits('the disk is full. Nothing is lost.')
    release()
    expect(await screen.findByText('Not saved: the disk is full. Nothing is lost.')).toBeTruthy()
  })

  it('says that a file can only be read', async () => {
    const { app } = await openWindow({ readOnly: 'made by a newer Entente' })
    show(app, StatusBar)
    expect(screen.getByText('Read only')).toBeTruthy()
  })

  it('says where a graph in a database is kept, how the line to it is, and what waits', async () => {
    const link = { state: 'connected', waiting: 0, place: 'neo4j on db.example.org:7687' } as const
    const { app, main } = await openWindow({ link })
    show(app, StatusBar)
    expect(screen.getByText('Connected')).toBeTruthy()
    expect(screen.getByText('neo4j on db.example.org:7687')).toBeTruthy()
    expect(screen.getByText('every change is in the database')).toBeTruthy()
    main.tell('hosted:status', { ...link, handle: 'file-1', state: 'reconnecting', waiting: 3 })
    expect(await screen.findByText('Waiting for the database: 3 changes')).toBeTruthy()
    expect(screen.getByText('Reconnecting')).toBeTruthy()
    expect(screen.queryByText('Saved')).toBeNull()
    main.tell('hosted:status', { ...link, handle: 'another', state: 'connected', waiting: 0 })
    main.tell('hosted:status', { ...link, handle: 'file-1', state: 'offline', waiting: 3 })
    expect(await screen.findByText('Offline')).toBeTruthy()
    main.tell('hosted:status', { ...link, handle: 'file-1' })
    expect(await screen.findByText('Saved')).toBeTruthy()
  })

  it('hears of the line also while the graph is still coming over, and forgets it with the next file', async () => {
    const link = { state: 'connected', waiting: 0, place: 'neo4j on db.example.org:7687' } as const
    const { app, main } = await openWindow()
    show(app, StatusBar)
    const answer = openGraph(main, { handle: 'file-2', link })
    const part = main.parts[0] ?? ''
    main.parts = [part, '[]']
    const release = main.holdReads()
    const opening = app.open(async () => answer)
    await expect.poll(() => main.asks('graph:read').length).toBe(3)
    main.tell('hosted:status', { ...link, handle: 'file-2', state: 'offline', waiting: 1 })
    release()
    await opening
    expect(await screen.findByText('Waiting for the database: 1 change')).toBeTruthy()
    await opens(app, main, { handle: 'file-1' })
    expect(await screen.findByText('every change is on disk')).toBeTruthy()
    expect(screen.queryByText('Offline')).toBeNull()
  })

  it('counts what is shown and what has no room', async () => {
    const { app } = await openWindow()
    show(app, StatusBar)
    expect(screen.getByText('4 entities · 4 relations · 7 claims')).toBeTruthy()
    expect(screen.getByText('nothing hidden')).toBeTruthy()
    app.camera.hiddenLabels = 21
    app.view.toggle('hiddenTypes', 'equipment')
    expect(await screen.findByText('1 type, 21 labels hidden')).toBeTruthy()
    expect(screen.getByText('3 of 4 entities · 3 of 4 relations · 7 claims')).toBeTruthy()
  })

  it('zooms and fits', async () => {
    const { app } = await openWindow()
    const asked: string[] = []
    app.camera.attach({
      fit: () => asked.push('fit'),
      zoomTo: (zoom) => asked.push(`zoom ${zoom}`),
      reveal: () => {},
      centre: () => ({ x: 0, y: 0 }),
      arrange: async () => {}
    })
    show(app, StatusBar)
    const user = userEvent.setup()
    app.camera.zoom = 0.8
    expect(await screen.findByText('80 %')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Zoom in' }))
    await user.click(screen.getByRole('button', { name: 'Fit' }))
    expect(asked).toEqual(['zoom 1', 'fit'])
  })

  it('shows a layout that takes its time, and stops it', async () => {
    const { app } = await openWindow()
    show(app, StatusBar)
    const stop = vi.fn()
    app.camera.arranging = { entities: 1204, done: 0.4, stop }
    await userEvent.click(await screen.findByRole('button', { name: 'Stop' }))
    expect(stop).toHaveBeenCalledOnce()
    expect(screen.getByText(/^Placing 1\s204 entities$/)).toBeTruthy()
  })

  it('shows a notice until it is dismissed', async () => {
    const { app } = await openWindow({ notice: 'This is a working copy.' })
    show(app, StatusBar)
    expect(screen.getByText('This is a working copy.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss the notice' }))
    expect(screen.queryByText('This is a working copy.')).toBeNull()
  })
})
