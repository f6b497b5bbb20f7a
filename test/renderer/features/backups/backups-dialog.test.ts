import { bytesInWords } from '@renderer/features/backups/backup-labels'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

const none = { entities: 0, relations: 0, claims: 0, sources: 0, others: 0 }
const PREVIEW = {
  ...{ outcome: 'read', holds: { ...none, entities: 4 }, adds: none },
  ...{ changes: { ...none, entities: 1 }, removes: none }
}
const BACKUPS = [
  { id: 'b-2', at: '2026-11-22T14:03:00.000Z', bytes: 193_000 },
  { id: 'b-1', at: '2026-11-21T09:00:00.000Z', bytes: 3_400_000 }
]

async function opened({ backups = BACKUPS, readOnly }: { backups?: typeof BACKUPS; readOnly?: string } = {}) {
  const { app, main } = await openWindow({ ...(readOnly && { readOnly }) })
  const russia = app.doc.graph.get('entity', 'russia')
  const edits = [{ before: russia, after: { ...russia, name: 'Rossiya' } }]
  main.answers.set('graph:backups', () => ({ backups }))
  main.answers.set('graph:backup-preview', () => PREVIEW)
  main.answers.set('graph:backup-change', (input) => ({
    ...{ outcome: 'read' },
    change: JSON.stringify({ label: (input as { readonly label: string }).label, edits })
  }))
  showDialogs(app)
  app.dialogs.show({ kind: 'backups' })
  return { app, main, dialog: within(await screen.findByRole('dialog')), user: userEvent.setup() }
}

describe('backups', () => {
  it('are listed with time and size, the first one counted before anything happens', async () => {
    const { main, dialog } = await opened()
    const row = await dialog.findByRole('row', { name: /^Entities/ })
    expect([...row.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual(['4', '0', '1', '0'])
    expect(dialog.getByRole('button', { name: /22 Nov 2026.*193 kB/ })).toBe(document.activeElement)
    expect(dialog.getByRole('button', { name: /21 Nov 2026.*3\.4 MB/ })).toBeTruthy()
    expect(main.kept).toEqual([])
  })

  it('come back as one change that undo takes back', async () => {
    const { app, main, dialog, user } = await opened()
    await dialog.findByRole('table')
    await user.click(dialog.getByRole('button', { name: 'Bring it back' }))
    await vi.waitFor(() => expect(app.doc.graph.get('entity', 'russia')?.name).toBe('Rossiya'))
    expect(app.doc.undoLabel).toMatch(/^Bring back the backup of 22 Nov 2026/)
    expect(app.dialogs.open).toBeUndefined()
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'russia')?.name).toBe('Russia')
    await vi.waitFor(() => expect(main.kept).toHaveLength(2))
  })

  it('that cannot be read say why, and nothing can be done with them', async () => {
    const { main, dialog, user } = await opened()
    await dialog.findByRole('table')
    main.answers.set('graph:backup-preview', () => ({ outcome: 'failed', message: 'That backup cannot be read.' }))
    await user.click(dialog.getByRole('button', { name: /21 Nov/ }))
    expect((await dialog.findByRole('alert')).textContent).toContain('That backup cannot be read.')
    for (const name of ['Bring it back', 'Save as…'])
      expect(dialog.getByRole('button', { name })).toHaveProperty('disabled', true)
  })

  it('can be saved as a file of their own', async () => {
    const { main, dialog, user } = await opened({ readOnly: 'somebody else has it.' })
    await dialog.findByRole('table')
    expect(dialog.getByRole('button', { name: 'Bring it back' })).toHaveProperty('disabled', true)
    main.answers.set('graph:backup-save', () => ({ outcome: 'saved', name: 'old.entente.json' }))
    await user.click(dialog.getByRole('button', { name: 'Save as…' }))
    expect(await dialog.findByText('Saved as old.entente.json')).toBeTruthy()
    expect(main.asks('graph:backup-save')).toEqual([{ handle: 'file-1', id: 'b-2' }])
  })

  it('where there are none say when there will be', async () => {
    const { dialog } = await opened({ backups: [] })
    expect(await dialog.findByText(/There is no backup yet/)).toBeTruthy()
  })
})

it('a size is in words', () => {
  expect([0, 193_400, 3_449_000].map(bytesInWords)).toEqual(['1 kB', '193 kB', '3.4 MB'])
})

it('says who makes backups of a graph in a database, and offers a copy', async () => {
  const { app, main } = await openWindow({ link: { state: 'connected', waiting: 0, place: 'neo4j on localhost:7687' } })
  showDialogs(app)
  app.dialogs.show({ kind: 'backups' })
  expect((await screen.findByRole('dialog')).textContent).toMatch(/whoever runs the server does/)
  await userEvent.click(screen.getByRole('button', { name: 'Save a copy as…' }))
  await expect.poll(() => main.asks('graph:save-as')).toMatchObject([{ handle: 'file-1' }])
  expect(main.asks('graph:backups')).toEqual([])
})
