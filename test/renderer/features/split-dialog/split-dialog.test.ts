import { runAction } from '@renderer/actions/actions'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

it('splits an entity by what is said of each part, in one step', async () => {
  const { app } = await openWindow()
  showDialogs(app)
  const user = userEvent.setup()
  const [relation] = app.doc.graph.relationsOf('hmeimim')
  const before = app.doc.graph.get('relation', relation ?? '')
  app.selection.selectEntities(['hmeimim'])
  runAction(app, 'split')
  const dialog = within(await screen.findByRole('dialog', { name: 'Split Hmeimim Air Base' }))
  await user.click(dialog.getByRole('button', { name: /^Split/ }))
  expect(dialog.getByRole('textbox', { name: /Name of the new one/ }).getAttribute('aria-invalid')).toBe('true')
  await user.type(dialog.getByRole('textbox', { name: /Name of the new one/ }), 'مطار حميميم')
  const rows = within(dialog.getByRole('region', { name: 'Relations' })).getAllByRole('group')
  await user.click(within(rows[0] as HTMLElement).getByRole('radio', { name: 'Goes' }))
  expect(dialog.getByText(/^1 part goes to the new one/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: /^Split/ }))
  const made = [...app.doc.graph.all('entity').values()].find(({ name }) => name === 'مطار حميميم')
  expect(made?.type).toBe('facility')
  expect(app.doc.graph.relationsOf(made?.id ?? '')).toHaveLength(1)
  expect(app.view.positions.has(made?.id ?? '')).toBe(true)
  app.doc.undo()
  expect(app.doc.graph.get('relation', relation ?? '')).toEqual(before)
  expect(app.doc.graph.get('entity', made?.id ?? '')).toBeUndefined()
})
