import { addEntity, editEntity } from '@core/commands/entities'
import type { App } from '@renderer/state/app.svelte'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

async function opened(readOnly?: string) {
  const { app } = await openWindow()
  const { doc } = app
  doc.run(addEntity(doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
  doc.run(editEntity(doc.graph, { id: 'turkey', name: 'Türkiye' }))
  doc.run(addEntity(doc.graph, { id: 'iran', type: 'state', name: 'Iran' }))
  if (readOnly) doc.stopped(readOnly)
  return showHistory(app)
}

async function showHistory(app: App) {
  showDialogs(app)
  app.dialogs.show({ kind: 'history' })
  const dialog = within(await screen.findByRole('dialog'))
  return {
    app,
    dialog,
    user: userEvent.setup(),
    rows: () => dialog.getAllByRole('listitem').filter((row) => row.querySelector('[data-roving]')),
    row: (name: string | RegExp) => dialog.getByRole('button', { name }),
    what: () => dialog.getByRole('region', { name: 'What it did' })
  }
}

describe('the history', () => {
  it('lists what was done, newest first, with the time and where the graph is', async () => {
    const { rows, row } = await opened()
    expect(rows().map((each) => plain(each.querySelector('bdi')?.textContent))).toEqual([
      'Add Iran',
      'Edit Turkey',
      'Add Turkey',
      'As opened'
    ])
    expect(plain(rows()[0]?.textContent)).toMatch(/\d\d:\d\d:\d\d$/)
    expect(document.activeElement).toBe(row(/^The graph is here Add Iran/))
  })

  it('unfolds a change field by field, before and after', async () => {
    const { user, row, what } = await opened()
    await user.click(row(/Edit Turkey/))
    expect(plain(what().textContent)).toMatch(/Changed 1 Entity Türkiye Name Turkey Türkiye$/)
  })

  it('goes back and forward to any point', async () => {
    const { app, user, dialog, row } = await opened()
    await user.click(row(/As opened/))
    await user.click(dialog.getByRole('button', { name: 'Go back to here' }))
    expect(app.doc.position).toBe(0)
    expect(app.doc.graph.get('entity', 'turkey')).toBeUndefined()
    await user.click(row(/Edit Turkey/))
    await user.click(dialog.getByRole('button', { name: 'Go forward to here' }))
    expect(app.doc.position).toBe(2)
    expect(app.doc.graph.get('entity', 'turkey')?.name).toBe('Türkiye')
    expect(app.doc.redoLabel).toBe('Add Iran')
  })

  it('compares any two points, whichever is chosen first', async () => {
    const { user, dialog, row, what } = await opened()
    await user.click(row(/Edit Turkey/))
    await user.click(dialog.getByRole('button', { name: 'Compare from here' }))
    expect(plain(what().textContent)).toContain('Choose another point in the list to compare with.')
    await user.click(row(/As opened/))
    expect(plain(what().textContent)).toMatch(
      /^From “As opened” to “Edit Turkey” 2 steps Added 1 Entity Türkiye Type State$/
    )
    await user.click(dialog.getByRole('button', { name: 'Stop comparing' }))
    expect(plain(what().textContent)).toMatch(/^As opened The graph as it was when it was opened/)
  })

  it('names what is no longer there', async () => {
    const { app } = await openWindow()
    const { doc } = app
    doc.run(addEntity(doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
    doc.run({
      label: 'Tie',
      edits: [{ after: { kind: 'relation', id: 'r-t', type: 'operates', from: 'turkey', to: 'hmeimim' } }]
    })
    doc.goTo(0)
    const { user, row, what } = await showHistory(app)
    await user.click(row(/Tie/))
    expect(plain(what().textContent)).toContain('Relation Turkey —operates→ Hmeimim Air Base')
    expect(plain(what().textContent)).toContain('undone')
  })

  it('of a graph that is read only can be read, not changed', async () => {
    const { user, dialog, row } = await opened('somebody else has it.')
    await user.click(row(/As opened/))
    expect(dialog.getByRole('button', { name: 'Go back to here' })).toHaveProperty('disabled', true)
    expect(dialog.getByText(/its history can be read; only how it is shown/)).toBeTruthy()
  })

  it('shows a large change a part at a time', async () => {
    const { app } = await openWindow()
    const edits = Array.from({ length: 120 }, (_, at) => ({
      after: { kind: 'entity' as const, id: `n-${at}`, type: 'state', name: `New ${at}`, aliases: [] }
    }))
    app.doc.run({ label: 'Import', edits })
    const { user, dialog, what } = await showHistory(app)
    await waitFor(() => expect(plain(what().textContent)).toContain('Added 120'))
    expect(within(what()).getAllByRole('listitem')).toHaveLength(50)
    await user.click(dialog.getByRole('button', { name: 'Show 50 more of 70' }))
    expect(within(what()).getAllByRole('listitem')).toHaveLength(100)
  })
})
