import type { Input } from '@core/contract/contract'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BEGUN, exploring, node } from '../../exploring'

/** The palette on a graph that is explored; main's answers to searches wait until they are let go. */
async function searching() {
  const { app, main, port } = await exploring()
  const waiting: ((answer: unknown) => void)[] = []
  main.answer('neo4j:search', () => new Promise((resolve) => waiting.push(resolve)))
  showDialogs(app)
  app.dialogs.show({ kind: 'palette' })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  /** Answers the last search, once it was asked, as one that has come to its end or so far. */
  const answer = async (names: readonly string[], looked = { nodes: 3, of: 3 }) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    const hits = names.map((name, at) => ({
      node: node(`4:${at + 10}`, name),
      match: { way: 'caption word', property: 'name', length: name.length }
    }))
    const isThrough = looked.nodes === looked.of
    waiting.splice(0).at(-1)?.({ outcome: 'done', hits, looked: looked.nodes, of: looked.of, isThrough, notes: [] })
  }
  const hits = async (list: readonly object[]) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    waiting.splice(0).at(-1)?.({ outcome: 'done', hits: list, looked: 3, of: 3, isThrough: true, notes: [] })
  }
  const fail = async (message: string) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    waiting.splice(0).at(-1)?.({ outcome: 'failed', message })
  }
  const asks = () => main.asks('neo4j:search') as readonly Input<'neo4j:search'>[]
  return { app, main, port, dialog, user, answer, hits, fail, asks }
}

describe('names in the database', () => {
  it('are taken by an Enter that was quicker than the search', async () => {
    const { app, user, answer } = await searching()
    await user.keyboard('Sparta{Enter}')
    expect(app.dialogs.open).toEqual({ kind: 'palette' })
    await answer(['Sparta II'])
    await expect.poll(() => [...app.doc.graph.all('entity').values()].map(({ name }) => name)).toContain('Sparta II')
    expect(app.dialogs.open).toBeUndefined()
  })

  it('that are in the graph already are found by what else the database knows of them, and gone to', async () => {
    const { app, user, dialog, port, hits } = await searching()
    const { size } = app.doc.graph.all('entity')
    await user.keyboard('SYLTK')
    await hits([{ node: node('4:0', 'Latakia'), match: { way: 'value', property: 'code', length: 5 } }])
    expect((await dialog.findByRole('option', { name: /Latakia/ })).textContent).toContain('in the graph')
    expect(dialog.queryByText(/Nothing/)).toBeNull()
    await user.keyboard('{Enter}')
    await expect.poll(() => app.selection.entity).toBe(port)
    expect(app.doc.graph.all('entity').size).toBe(size)
  })

  it('are previewed with what the database holds of them', async () => {
    const { dialog, user, answer } = await searching()
    await user.keyboard('Sparta')
    await answer(['Sparta II'])
    await dialog.findByRole('option', { name: /Sparta II/ })
    expect(dialog.getByText('name').tagName).toBe('BDI')
  })

  it('are no longer looked for once the search is stopped, and are again when one types on', async () => {
    const { dialog, main, user, answer, asks } = await searching()
    await user.keyboard('Sparta')
    await expect.poll(() => asks().length).toBe(1)
    await user.click(await dialog.findByRole('button', { name: 'Stop' }))
    expect(dialog.getByText(/Stopped/)).toBeTruthy()
    expect(dialog.queryByText(/Nothing was found/)).toBeNull()
    expect(main.asks('neo4j:stop')).toHaveLength(1)
    await user.type(dialog.getByRole('combobox', { name: /Find/ }), ' II')
    await expect.poll(() => asks().length).toBe(2)
    await answer(['Sparta II'])
    expect(await dialog.findByRole('option', { name: /Sparta II/ })).toBeTruthy()
  })
})

describe('a search of a large database', () => {
  it('shows what it has as it goes on, and says that it is not through', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const { dialog, user, answer, asks } = await searching()
    await user.keyboard('Sparta')
    await answer(['Sparta II'], { nodes: 1_000, of: 40_000 })
    expect(await dialog.findByRole('option', { name: /Sparta II/ })).toBeTruthy()
    expect(dialog.queryByText(/not all/)).toBeNull()
    await expect.poll(() => asks().length).toBe(2)
    vi.advanceTimersByTime(6_000)
    await answer(['Sparta II'], { nodes: 2_000, of: 40_000 })
    expect(await dialog.findByText(/2.000 of 40.000 nodes were looked through, not all/)).toBeTruthy()
    expect(asks().length).toBe(2)

    await user.click(dialog.getByRole('button', { name: 'Search on' }))
    await answer(['Sparta III'], { nodes: 39_000, of: 40_000 })
    vi.advanceTimersByTime(60_000)
    await answer([], { nodes: 40_000, of: 40_000 })
    expect(await dialog.findByText(/All 40.000 nodes were looked through/)).toBeTruthy()
    expect(asks().map(({ looked }) => looked)).toEqual([undefined, 1_000, 2_000, 39_000])
    expect(dialog.queryByRole('button', { name: 'Search on' })).toBeNull()
  })

  it('that was stopped can be gone on with', async () => {
    const { dialog, user, answer, asks } = await searching()
    await user.keyboard('Sparta')
    await answer([], { nodes: 1_000, of: 40_000 })
    await expect.poll(() => asks().length).toBe(2)
    await user.click(await dialog.findByRole('button', { name: 'Stop' }))
    expect(dialog.getByText(/Nothing in this file is called/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Search on' }))
    await expect.poll(() => asks().at(-1)?.looked).toBe(1_000)
  })

  it('is narrowed to a label', async () => {
    const { app, dialog, asks, user, answer } = await searching()
    const label = (name: string) => ({ name, count: 2, properties: [], sampled: 2, unique: [] })
    app.external.begin({ ...BEGUN, schema: { ...BEGUN.schema, labels: [label('Vessel'), label('Port')] } }, 'file-1')
    await user.keyboard('Sparta')
    await answer([])
    await user.click(await dialog.findByRole('combobox', { name: /Label/ }))
    await user.click(await screen.findByRole('option', { name: /Port/ }))
    await expect.poll(() => asks().at(-1)?.label).toBe('Port')
    await expect.poll(() => document.activeElement).toBe(dialog.getByRole('combobox', { name: /Find/ }))
  })
})

describe('that nothing is called so', () => {
  it('is said once all of the database was looked through', async () => {
    const { dialog, user, answer } = await searching()
    await user.keyboard('Qqqq')
    expect(dialog.queryByText(/Nothing/)).toBeNull()
    await answer([])
    expect(await dialog.findByText(/^Nothing is called/)).toBeTruthy()
  })

  it.each(['reconnecting', 'offline'] as const)(
    'is not said while the server is %s: the file alone was searched',
    async (state) => {
      const { dialog, main, user, answer, asks } = await searching()
      main.tell('neo4j:state', { session: 'session-1', state, words: 'The server is away.' })
      await user.keyboard('Qqqq')
      expect(await dialog.findByText(/^Nothing in this file is called/)).toBeTruthy()
      expect(dialog.getByText(/The server is away\. It is searched once the server is back/)).toBeTruthy()
      expect(dialog.queryByText(/Nothing is called/)).toBeNull()
      expect(asks()).toHaveLength(0)
      main.tell('neo4j:state', { session: 'session-1', state: 'connected', words: 'The server answers.' })
      await answer([])
      expect(await dialog.findByText(/^Nothing is called/)).toBeTruthy()
    }
  )

  it('is not said when the server goes while it is asked', async () => {
    const { dialog, user, fail } = await searching()
    await user.keyboard('Qqqq')
    await fail('The server cannot be reached.')
    expect(await dialog.findByText(/^Nothing in this file is called/)).toBeTruthy()
    expect(dialog.getByText(/The server cannot be reached/)).toBeTruthy()
    expect(dialog.queryByText(/Nothing was found/)).toBeNull()
  })

  it('is not said of a file whose database is not connected, and a way to connect is offered', async () => {
    const { app, dialog, user } = await searching()
    app.external.leave()
    await user.keyboard('Qqqq')
    expect(await dialog.findByText(/^Nothing in this file is called/)).toBeTruthy()
    expect(dialog.getByText(/is not connected and was not searched/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Connect…' }))
    expect(app.dialogs.open).toMatchObject({ kind: 'connect' })
  })
})
