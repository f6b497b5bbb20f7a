import { runAction } from '@renderer/actions/actions'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES } from '../../sample'
import { openWindow } from '../../window'

const twin = (id: string, name: string, summary?: string) =>
  ({ kind: 'entity', id, type: 'facility', name, aliases: [], ...(summary && { summary }) }) as const

async function opened() {
  const records = [
    ...BASES,
    { ...twin('one', 'Khmeimim', 'First.'), aliases: [] },
    { ...twin('two', 'BHM', 'Second.'), aliases: [] }
  ]
  const { app } = await openWindow({ records })
  showDialogs(app)
  return { app, user: userEvent.setup() }
}

describe('merging several entities', () => {
  it('asks field by field, and is one step', async () => {
    const { app, user } = await opened()
    const before = app.doc.graph
    app.selection.selectEntities(['one', 'two', 'hmeimim'])
    runAction(app, 'merge')
    const dialog = within(await screen.findByRole('dialog', { name: 'Merge 3 entities' }))
    const stays = within(dialog.getByRole('group', { name: /^Which one stays/ }))
    expect((stays.getByRole('radio', { name: 'Hmeimim Air Base' }) as HTMLInputElement).checked).toBe(true)
    await user.click(within(dialog.getByRole('group', { name: /^Name/ })).getByRole('radio', { name: 'Khmeimim' }))
    await user.click(dialog.getByRole('radio', { name: 'All, one after the other' }))
    await user.click(dialog.getByRole('button', { name: /^Merge/ }))
    const merged = app.doc.graph.get('entity', 'hmeimim')
    expect(merged?.name).toBe('Khmeimim')
    expect(merged?.summary).toContain('First. Second.')
    expect(app.doc.graph.get('entity', 'two')).toBeUndefined()
    app.doc.undo()
    expect([...app.doc.graph.all('entity').keys()].sort()).toEqual([...before.all('entity').keys()].sort())
  })
})

describe('merging two relations', () => {
  it('is offered where there is another between the two, and moves its claims', async () => {
    const { app, user } = await opened()
    const first = app.doc.graph.get('relation', 'r-tartus')
    if (!first) throw new Error('no relation')
    app.selection.selectRelation(first.id)
    runAction(app, 'merge-relations')
    expect(app.dialogs.open).toBeUndefined()
    const before = app.doc.graph.claimsAbout(first.id)
    const type = { kind: 'relationType', id: 'knows', label: 'knows', inverse: 'known by' } as const
    const other = { kind: 'relation', id: 'other', type: 'knows', from: first.to, to: first.from } as const
    app.doc.run({ label: 'x', edits: [{ after: type }, { after: other }] })
    app.selection.selectRelation('other')
    runAction(app, 'merge-relations')
    const dialog = within(await screen.findByRole('dialog', { name: 'Merge two relations' }))
    await user.click(dialog.getByRole('button', { name: /^Merge/ }))
    expect(app.doc.graph.get('relation', first.id)).toBeUndefined()
    expect(app.doc.graph.claimsAbout('other')).toEqual(before)
    app.doc.undo()
    expect(app.doc.graph.get('relation', first.id)).toEqual(first)
  })
})
