import { addLikeSelected } from '@renderer/usecases/edits'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../dialogs/show-dialogs'
import { openWindow } from '../window'

it('begins an entity of the same type and with the same properties, without its name and values', async () => {
  const { app } = await openWindow()
  const like = [...app.doc.graph.all('entity').values()].find(({ type }) => type === 'state')
  if (!like) throw new Error('no state')
  app.doc.run({
    label: 'Fill in',
    edits: [{ before: like, after: { ...like, properties: { Capital: 'Moscow' } } }]
  })
  showDialogs(app)
  app.selection.selectEntities([like.id])
  addLikeSelected(app)
  const dialog = within(await screen.findByRole('dialog', { name: 'Add an entity' }))
  expect(dialog.getByLabelText('Name')).toHaveProperty('value', '')
  expect(dialog.getByLabelText('Type')).toHaveProperty('value', 'State')
  expect(dialog.getByDisplayValue('Capital')).toBeTruthy()
  expect(dialog.queryByDisplayValue('Moscow')).toBeNull()
  const user = userEvent.setup()
  await user.type(dialog.getByLabelText('Name'), 'Atlantis')
  await user.click(dialog.getByRole('button', { name: /Add entity/ }))
  expect([...app.doc.graph.all('entity').values()].find(({ name }) => name === 'Atlantis')).toMatchObject({
    type: 'state'
  })
})
