import { connect } from '@renderer/client'
import StartPage from '@renderer/features/start/StartPage.svelte'
import { createApp } from '@renderer/state/app.svelte'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { MainInMemory } from '../../main-in-memory'
import { openGraph, openWindow, show } from '../../window'

const RECENT = [
  {
    handle: 'file-1',
    name: 'syria.entente.json',
    folder: '/home/a',
    title: 'Syria 2024',
    entities: 96,
    opened: new Date().toISOString()
  },
  {
    handle: 'file-2',
    name: 'ports.entente.json',
    folder: '/net/desk',
    title: 'الموانئ',
    entities: 1,
    away: 'Not reachable: it is not there.'
  }
]

async function start() {
  const main = new MainInMemory()
  let recent = [...RECENT]
  main.answer('graph:recent', (input) =>
    (input as { look: boolean }).look ? recent : recent.map(({ away: _, ...rest }) => rest)
  )
  main.answer('graph:forget', (input) => {
    const { handle } = input as { handle?: string }
    recent = handle === undefined ? [] : recent.filter((one) => one.handle !== handle)
    return {}
  })
  const app = createApp(connect(main))
  await app.open(async () => ({ outcome: 'cancelled' }))
  show(app, StartPage)
  const list = within(await screen.findByRole('list', { name: 'Recent' }))
  return { app, main, list, user: userEvent.setup() }
}

describe('the start page', () => {
  it('is what is seen while nothing is open', async () => {
    const { app, main } = await start()
    expect(app.atStart).toBe(true)
    const answer = openGraph(main)
    await app.open(async () => answer)
    expect(app.atStart).toBe(false)
  })

  it('lists what was open, with title, size and day, and marks what is away', async () => {
    const { list } = await start()
    const [first, second] = list.getAllByRole('listitem')
    expect(first?.textContent).toMatch(/Syria 2024.*\/home\/a\/syria\.entente\.json.*today, \d\d:\d\d.*96 entities/)
    await waitFor(() =>
      expect(second?.textContent).toMatch(/الموانئ.*Not reachable: it is not there\. It stays in the list\.\s*1 entity/)
    )
  })

  it('has the newest ready for Enter', async () => {
    const { main, user } = await start()
    main.answer('graph:open', () => openGraph(main))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(main.asks('graph:open')).toEqual([{ handle: 'file-1' }]))
  })

  it('takes one off by Delete, and all by the button', async () => {
    const { main, list, user } = await start()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(1))
    expect(main.asks('graph:forget')).toEqual([{ handle: 'file-1' }])
    await user.click(screen.getByRole('button', { name: 'Clear the list' }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Recent' })).toBeNull())
  })

  it('leads to a new graph, and keeps whether it is to come first', async () => {
    const { app, main, user } = await start()
    await user.click(screen.getByRole('button', { name: /^New graph…/ }))
    expect(app.dialogs.open).toEqual({ kind: 'new-graph' })
    await user.click(screen.getByRole('switch', { name: 'Begin with this page' }))
    expect(main.settings.startPage).toBe(true)
  })
})

describe('closing a graph', () => {
  it('waits until all is saved, then leaves nothing of it', async () => {
    const { app, main } = await openWindow()
    main.answer('graph:close', () => ({}))
    const release = main.holdCommits()
    app.doc.run({
      label: 'Add Iran',
      edits: [{ after: { kind: 'entity', id: 'iran', type: 'state', name: 'Iran', aliases: [] } }]
    })
    const closing = app.close()
    expect(main.asks('graph:close')).toEqual([])
    release()
    await closing
    expect([app.atStart, app.doc.graph.all('entity').size, app.doc.undoLabel]).toEqual([true, 0, undefined])
    expect(main.kept).toHaveLength(1)
  })

  it('tells what could not be done', async () => {
    const { app, main } = await openWindow()
    main.answer('graph:close', () => ({ message: 'The disk is full.' }))
    await app.close()
    expect(app.preferences.notice).toBe('The disk is full.')
  })
})
