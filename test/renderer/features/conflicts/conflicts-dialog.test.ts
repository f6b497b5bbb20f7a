import { editEntity } from '@core/commands/entities'
import type { OpenConflict } from '@core/contract/conflicts'
import { conflictId } from '@core/records/records'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

const name = (id: string, ours: string, theirs: string): OpenConflict => ({
  ...{ kind: 'entity', id, field: 'name', taken: 'ours' },
  ...{ ours, theirs }
})
const CONFLICTS = [name('russia', 'Russia', 'Rossiya'), name('tartus', 'Tartus Naval Base', 'Tartus')]

/** The dialog over a main process that forgets what was decided. */
async function opened(conflicts: readonly OpenConflict[] = CONFLICTS) {
  const { app, main } = await openWindow({ conflicts: conflicts.length })
  let left = conflicts
  main.answers.set('graph:conflicts', () => ({ conflicts: left }))
  main.answers.set('graph:decided', (input) => {
    const { decided } = input as { readonly decided: readonly OpenConflict[] }
    left = left.filter(({ id, field }) => !decided.some((one) => one.id === id && one.field === field))
    return { left: left.length }
  })
  showDialogs(app)
  app.dialogs.show({ kind: 'conflicts' })
  const dialog = within(await screen.findByRole('dialog'))
  await vi.waitFor(() => expect(dialog.getAllByRole('listitem')).toHaveLength(conflicts.length))
  const card = (name: RegExp) => within(dialog.getByRole('listitem', { name }))
  return { app, main, dialog, card, user: userEvent.setup() }
}

describe('conflicts', () => {
  it('are shown by name with both values, and which one is in the graph', async () => {
    const { card } = await opened()
    const russia = card(/Entity · Name of Russia/)
    expect(russia.getByText('Rossiya')).toBeTruthy()
    expect(russia.getByText('in the graph').closest('h4')?.textContent).toContain('Yours')
  })

  it('taken theirs are one undoable change, then forgotten', async () => {
    const { app, main, card, user } = await opened()
    await user.click(card(/Russia/).getByRole('button', { name: 'Take theirs' }))
    await vi.waitFor(() => expect(app.doc.conflicts).toBe(1))
    expect(app.doc.graph.get('entity', 'russia')?.name).toBe('Rossiya')
    expect(main.asks('graph:decided')).toEqual([
      { handle: 'file-1', decided: [{ kind: 'entity', id: 'russia', field: 'name' }] }
    ])
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'russia')?.name).toBe('Russia')
  })

  it('kept as they are change nothing', async () => {
    const { app, main, card, user } = await opened()
    await user.click(card(/Russia/).getByRole('button', { name: 'Keep yours' }))
    await vi.waitFor(() => expect(app.doc.conflicts).toBe(1))
    expect(main.kept).toEqual([])
  })

  it('can be decided all at once, as one change', async () => {
    const { app, main, dialog, user } = await opened()
    await user.click(dialog.getByRole('button', { name: 'Take all theirs' }))
    await vi.waitFor(() => expect(app.doc.conflicts).toBe(0))
    expect(main.kept).toHaveLength(1)
    expect(main.kept[0]?.edits).toHaveLength(2)
    expect(dialog.getByText('Nothing is left to decide.')).toBeTruthy()
  })

  it('that have changed again since show the value now and are not decided with the others', async () => {
    const { app, main, dialog, card, user } = await opened([...CONFLICTS, name('antonov', 'Antonovs', 'An-124')])
    app.doc.run(editEntity(app.doc.graph, { id: 'russia', name: 'RF' }))
    await vi.waitFor(() => expect(card(/RF/).getByText('Changed again since: now')).toBeTruthy())
    expect(dialog.getByText(/2 places have changed again since/)).toBeTruthy()
    await user.click(card(/RF/).getByRole('button', { name: 'Leave it as it is now' }))
    await vi.waitFor(() => expect(app.doc.conflicts).toBe(2))
    expect(app.doc.graph.get('entity', 'russia')?.name).toBe('RF')
    expect(main.kept.map(({ label }) => label)).toEqual(['Edit Russia'])
  })

  it('stay when the change could not be saved', async () => {
    const { app, main, dialog, card, user } = await opened()
    main.refuseCommits('The disk is full.')
    await user.click(card(/Russia/).getByRole('button', { name: 'Take theirs' }))
    expect((await dialog.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(main.asks('graph:decided')).toEqual([])
    expect(app.doc.graph.get('entity', 'russia')?.name).toBe('Russia')
  })

  it('that a merge of files left in the graph are decided by one change, which undo takes back', async () => {
    const { app, main, card, user } = await opened(CONFLICTS.slice(1))
    const conflict = {
      kind: 'conflict',
      id: conflictId('entity', 'russia', 'name'),
      of: 'entity',
      about: 'russia'
    } as const
    app.doc.run({
      label: 'A merge',
      edits: [{ after: { ...conflict, field: 'name', ours: 'Russia', theirs: 'Rossiya', taken: 'ours' } }]
    })
    expect(app.doc.conflicts).toBe(2)
    await vi.waitFor(() => card(/Entity · Name of Russia/))
    await user.click(card(/Russia/).getByRole('button', { name: 'Take theirs' }))
    await vi.waitFor(() => expect(app.doc.conflicts).toBe(1))
    expect(app.doc.graph.get('entity', 'russia')?.name).toBe('Rossiya')
    expect(main.kept).toHaveLength(2)
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'russia')?.name).toBe('Russia')
    expect(app.doc.conflicts).toBe(2)
  })

  it('over a whole record say so', async () => {
    const { card } = await opened([
      {
        kind: 'entity',
        id: 'gone',
        theirs: { kind: 'entity', id: 'gone', type: 'state', name: 'Gone', aliases: [] },
        taken: 'theirs'
      }
    ])
    const gone = card(/Entity of Gone/)
    expect(gone.getByText('Removed')).toBeTruthy()
    expect(gone.getByText(/Type: State/)).toBeTruthy()
  })
})
