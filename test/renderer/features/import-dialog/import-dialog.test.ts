import type { Change } from '@core/change/change'
import type { ImportPreview } from '@core/contract/importing'
import type { Edit } from '@core/graph/graph'
import { runAction } from '@renderer/actions/actions'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { entity } from '../../sample'
import { openWindow } from '../../window'

const none = { added: 0, same: 0, filled: 0, differing: 0 }

function offer(edits: readonly Edit[], more: Partial<ImportPreview> = {}) {
  const preview: ImportPreview = {
    entities: { added: edits.length, same: 7, filled: 0, differing: 0 },
    relations: none,
    claims: none,
    sources: none,
    types: none,
    newTypes: [],
    newViews: 0,
    joined: 0,
    duplicates: { count: 0, pairs: [] },
    edits: edits.length,
    ...more
  }
  return { outcome: 'read' as const, name: 'port.entente.json', id: 'one', preview }
}

const adding = (count: number): Edit[] =>
  Array.from({ length: count }, (_, at) => ({ after: entity(`x-${at}`, 'facility', `Pier ${at}`) }))

async function open(edits: readonly Edit[], more: Partial<ImportPreview> = {}) {
  const { app, main } = await openWindow()
  main.import = { result: offer(edits, more), edits }
  showDialogs(app)
  runAction(app, 'add-file')
  return { app, main, user: userEvent.setup() }
}

describe('adding from a graph file', () => {
  it('shows first what it would bring, and adds it in one step that one undo takes back', async () => {
    const { app, main, user } = await open(adding(3))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add from a graph file' }))
    expect(
      within(dialog.getByRole('row', { name: /^Entities/ }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    ).toEqual(['3', '7', '0', '0'])
    expect(app.doc.graph.get('entity', 'x-0')).toBeUndefined()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(app.dialogs.open).toBeUndefined())
    expect(app.doc.graph.get('entity', 'x-2')?.name).toBe('Pier 2')
    expect(app.doc.undoLabel).toBe('Add all of port')
    expect(app.preferences.notice).toBe('“port.entente.json” was added. Undo takes all of it back.')
    await waitFor(() => expect(main.kept).toHaveLength(1))
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'x-0')).toBeUndefined()
  })

  it('carries a large one out and back little by little, and sends it part by part', async () => {
    const { app, main, user } = await open(adding(2500))
    await screen.findByRole('dialog')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(app.dialogs.open).toBeUndefined())
    expect(app.doc.graph.all('entity').size).toBe(2504)
    await waitFor(() => expect(main.kept).toHaveLength(1))
    expect(main.asks('graph:commit-part').length).toBe(9)
    expect((main.kept[0] as Change).edits).toHaveLength(2500)
    app.doc.undo()
    expect(app.doc.working?.label).toBe('Add all of port')
    expect(app.doc.run({ label: 'Other', edits: adding(1) })).toEqual({
      refused: 'First “Add all of port” has to come to its end.'
    })
    await waitFor(() => expect(app.doc.graph.all('entity').size).toBe(4))
    await waitFor(() => expect(main.kept).toHaveLength(2))
    app.doc.redo()
    await waitFor(() => expect(app.doc.graph.get('entity', 'x-2499')).toBeDefined())
  })

  it('is stopped in the middle with nothing done', async () => {
    const { app, user } = await open(adding(2500))
    await screen.findByRole('dialog')
    app.doc.run({ label: 'Large', edits: adding(100_000) })
    app.doc.working?.stop()
    await waitFor(() => expect(app.doc.working).toBeUndefined())
    expect(app.doc.undoLabel).toBeUndefined()
    expect(app.doc.graph.all('entity').size).toBe(4)
    await user.keyboard('{Escape}')
    expect(app.dialogs.open).toBeUndefined()
  })

  it('says how far the reading is, however often it is told', async () => {
    const { app, main } = await openWindow()
    const request = main.request.bind(main)
    let answer = () => {}
    main.request = async (channel, text) => {
      if (channel === 'graph:import')
        await new Promise<void>((resolve) => {
          answer = resolve
        })
      return request(channel, text)
    }
    main.import = { result: offer([]), edits: [] }
    showDialogs(app)
    runAction(app, 'add-file')
    let done = 0
    const telling = setInterval(() => {
      done += 0.01
      main.tell('graph:progress', { name: 'port.entente.json', doing: 'reading', done })
    }, 20)
    expect(await screen.findByRole('progressbar', {}, { timeout: 5000 })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy()
    clearInterval(telling)
    answer()
    expect(await screen.findByText('Everything in it is here already.')).toBeTruthy()
  })

  it('asks whose value stands only where the two differ, and asks main for that', async () => {
    const { main, user } = await open(adding(1), { entities: { ...none, differing: 2 } })
    await screen.findByRole('dialog')
    await user.click(screen.getByLabelText('The file’s is taken'))
    await user.click(screen.getByRole('button', { name: /^Add/ }))
    await waitFor(() => expect(main.asks('graph:import-change')).toMatchObject([{ whose: 'theirs', part: 0 }]))
  })

  it('says what comes with it, and that nothing is new where nothing is', async () => {
    const { app, user } = await open([], { newTypes: ['Ship'], joined: 2, newViews: 1 })
    await screen.findByRole('dialog')
    expect(screen.getByText('New types: “Ship”.')).toBeTruthy()
    expect(screen.getByText('2 relations say what one of yours says: the claims go to yours.')).toBeTruthy()
    expect(screen.getByText('1 view comes with it.')).toBeTruthy()
    expect(screen.queryByText('Where the two say different things')).toBeNull()
    expect(screen.getByText('Everything in it is here already.')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(app.dialogs.open).toBeUndefined()
  })

  it('says why a file cannot be added, and closes when none was chosen', async () => {
    const { app, main } = await openWindow()
    showDialogs(app)
    runAction(app, 'add-file')
    await waitFor(() => expect(app.dialogs.open).toBeUndefined())
    main.import = {
      result: { outcome: 'failed', name: 'x.json', message: 'It is no graph.', problems: [] },
      edits: []
    }
    runAction(app, 'add-file')
    expect(await screen.findByText('It is no graph.')).toBeTruthy()
  })

  it('leads through the look-alikes: merge one, part another, and find the rest in the menu', async () => {
    const pair = (id: string, name: string) => ({
      ours: { id: 'hmeimim', name: 'Hmeimim Air Base', type: 'facility' },
      theirs: { id, name, type: 'facility' }
    })
    const { app, user } = await open(adding(2), {
      duplicates: { count: 2, pairs: [pair('x-0', 'Pier 0'), pair('x-1', 'Pier 1')] }
    })
    const preview = await screen.findByRole('dialog')
    expect(within(preview).getByText('2 look-alikes among the new entities')).toBeTruthy()
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: 'Are these one?' })
    await user.click(screen.getByRole('button', { name: /^Same: merge/ }))
    expect(app.doc.graph.get('entity', 'x-0')).toBeUndefined()
    await screen.findByRole('dialog', { name: 'Are these one?' })
    await user.click(screen.getByRole('button', { name: /^Not the same/ }))
    expect(screen.getByText(/^No pair is left/)).toBeTruthy()
    app.doc.undo()
    await user.keyboard('{Escape}')
    runAction(app, 'duplicates')
    expect(await screen.findByRole('dialog', { name: 'Are these one?' })).toBeTruthy()
  })
})
