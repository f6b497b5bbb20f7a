import { runAction } from '@renderer/actions/actions'
import { sourceEntries } from '@renderer/usecases/context-entries'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

async function opened(selected: readonly string[] | undefined, title: RegExp) {
  const { app } = await openWindow()
  showDialogs(app)
  if (selected) app.selection.selectEntities(selected)
  runAction(app, selected ? 'change-selected' : 'replace-in-names')
  const dialog = within(await screen.findByRole('dialog', { name: title }))
  const user = userEvent.setup()
  const change = () => user.click(dialog.getByRole('button', { name: /^Change/ }))
  return { app, dialog, user, change }
}

describe('many at once', () => {
  it('get a tag, in one step', async () => {
    const { app, dialog, user, change } = await opened(['russia', 'tartus'], /^Change 2 entities/)
    await user.click(dialog.getByRole('radio', { name: 'Tag' }))
    await change()
    expect(app.dialogs.open).toBeDefined()
    await user.type(dialog.getByRole('textbox', { name: /^Tag/ }), 'مراقبة')
    expect(dialog.getByText('2 entities change, in one step.')).toBeTruthy()
    await change()
    expect(['russia', 'tartus'].map((id) => app.doc.graph.get('entity', id)?.tags)).toEqual([['مراقبة'], ['مراقبة']])
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'russia')?.tags).toBeUndefined()
  })

  it('get a property', async () => {
    const { app, dialog, user, change } = await opened(['russia', 'tartus'], /^Change 2 entities/)
    await user.click(dialog.getByRole('radio', { name: 'Property' }))
    await user.type(dialog.getByRole('textbox', { name: /^Property/ }), 'region')
    await user.type(dialog.getByRole('textbox', { name: /^Value/ }), 'Levant')
    await change()
    expect(app.doc.graph.get('entity', 'tartus')?.properties?.region).toBe('Levant')
  })

  it('have a text in their names replaced, after a preview', async () => {
    const { app, dialog, user, change } = await opened(undefined, /^Replace in all names/)
    await user.type(dialog.getByRole('textbox', { name: /^Find/ }), 'air base')
    await user.type(dialog.getByRole('textbox', { name: /^Replace by/ }), 'Airfield')
    expect(dialog.getByRole('list', { name: 'Names that change' }).textContent).toContain('Hmeimim Airfield')
    await change()
    expect(app.doc.graph.get('entity', 'hmeimim')?.name).toBe('Hmeimim Airfield')
  })
})

it('a source is graded with its claims from its menu', async () => {
  const { app } = await openWindow()
  showDialogs(app)
  const source = [...app.doc.graph.all('source').values()].find(({ id }) => app.doc.graph.claimsFrom(id).length > 0)
  if (!source) throw new Error('no source')
  const entry = sourceEntries(app, source).find(({ label }) => label === 'Grade it and its claims…')
  entry?.onselect()
  const dialog = within(await screen.findByRole('dialog', { name: /^Grade a source/ }))
  const user = userEvent.setup()
  await user.click(dialog.getByLabelText(/Credibility of its claims/))
  await user.keyboard('5{Enter}')
  await user.click(dialog.getByRole('button', { name: /^Grade/ }))
  const grades = app.doc.graph.claimsFrom(source.id).map((id) => app.doc.graph.get('claim', id)?.credibility)
  expect(new Set(grades)).toEqual(new Set([5]))
})
