import { KINDS } from '@core/records/records'
import { connect } from '@renderer/client'
import OpeningCard from '@renderer/features/opening/OpeningCard.svelte'
import { createApp } from '@renderer/state/app.svelte'
import { generateGraph } from '@seed/generate'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { MainInMemory } from '../main-in-memory'
import { openGraph, opens, openWindow, show } from '../window'

const graph = generateGraph({ entities: 1500, seed: 2 })
const many = KINDS.flatMap((kind) => [...graph.all(kind).values()])
const tell = (main: MainInMemory, doing: 'reading' | 'checking', done: number) =>
  main.tell('graph:progress', { name: 'large.entente.json', doing, done })

describe('a large graph', () => {
  it('comes over part by part, and is shown when it is whole', async () => {
    const { app, main } = await openWindow()
    const answer = openGraph(main, { records: many, handle: 'file-2', title: 'Large' })
    expect(main.parts.length).toBeGreaterThan(3)
    show(app, OpeningCard)
    const release = main.holdReads()
    const opened = app.open(async () => answer, 'large.entente.json')
    expect(await screen.findByText(/^Showing [\d\s]+ of [\d\s]+ records$/)).toBeTruthy()
    expect(app.doc.graph.title).toBe('Syria 2024')
    release()
    await opened
    expect(app.opening.progress).toBeUndefined()
    expect(app.doc.graph.title).toBe('Large')
    expect(
      main
        .asks('graph:read')
        .map((ask) => (ask as { part: number }).part)
        .slice(-main.parts.length)
    ).toEqual([...main.parts.keys()])
    for (const kind of KINDS) expect(app.doc.graph.all(kind).size).toBe(graph.all(kind).size)
    expect([...app.doc.ranking].length).toBe(1500)
  })

  it('says after a moment what is being done, with a Stop', async () => {
    const { app, main } = await openWindow()
    show(app, OpeningCard)
    const opening = app.open(() => new Promise(() => {}), 'large.entente.json')
    expect(screen.queryByRole('status')).toBeNull()
    expect(await screen.findByText('Reading the graph')).toBeTruthy()
    tell(main, 'checking', 0.4)
    expect(await screen.findByText('Checking the records')).toBeTruthy()
    expect((screen.getByRole('progressbar') as HTMLProgressElement).value).toBeCloseTo(0.4)
    expect(screen.getByText('large.entente.json')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect(screen.queryByRole('status')).toBeNull()
    expect(main.asks('graph:stop')).toHaveLength(1)
    void opening
  })

  it('is not talked about while the user is still asked which file', async () => {
    const { app } = await openWindow()
    show(app, OpeningCard)
    void app.open(() => new Promise(() => {}))
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('that is stopped while it comes over leaves what was open, in main as well', async () => {
    const { app, main } = await openWindow()
    const answer = openGraph(main, { records: many, handle: 'file-2' })
    const release = main.holdReads()
    const opened = app.open(async () => answer, 'large.entente.json')
    await vi.waitFor(() => expect(main.asks('graph:read').length).toBeGreaterThan(1))
    app.opening.stop()
    expect(app.opening.progress).toBeUndefined()
    release()
    await opened
    expect(app.doc.handle).toBe('file-1')
    expect(main.asks('graph:open')).toEqual([{ handle: 'file-1' }])
    // A change is kept only once main has taken the graph up again.
    app.doc.run({
      label: 'Add Iran',
      edits: [{ after: { kind: 'entity', id: 'iran', type: 'state', name: 'Iran', aliases: [] } }]
    })
    await vi.waitFor(() => expect(app.doc.saveState).toEqual({ kind: 'saved' }))
    const channels = main.asked.map(({ channel }) => channel)
    expect(channels.lastIndexOf('graph:commit')).toBeGreaterThan(channels.lastIndexOf('graph:open'))
  })

  it('gives way to another that is opened meanwhile', async () => {
    const { app, main } = await openWindow()
    const slow = app.open(
      () => new Promise((resolve) => setTimeout(() => resolve({ outcome: 'cancelled' }), 50)),
      'slow'
    )
    await opens(app, main, { handle: 'file-3', title: 'Third' })
    await slow
    expect(app.doc.graph.title).toBe('Third')
    expect(main.asks('graph:stop')).toHaveLength(1)
  })

  it('that is this one again keeps what was changed while it came over', async () => {
    const { app, main } = await openWindow()
    const answer = openGraph(main)
    const opened = app.open(() => new Promise((resolve) => setTimeout(() => resolve(answer), 20)))
    app.doc.run({
      label: 'Add Iran',
      edits: [{ after: { kind: 'entity', id: 'iran', type: 'state', name: 'Iran', aliases: [] } }]
    })
    await opened
    expect(app.doc.graph.get('entity', 'iran')?.name).toBe('Iran')
    expect(main.kept).toHaveLength(1)
  })
})

it('a start that was stopped leaves the start page', async () => {
  const app = createApp(connect(new MainInMemory()))
  expect(app.atStart).toBe(false)
  await app.open(async () => ({ outcome: 'cancelled' }))
  expect(app.atStart).toBe(true)
})
