import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

it('saves the view as it looks now under a new name, and shows it', async () => {
  const { app } = await openWindow()
  showDialogs(app)
  app.view.toggle('hiddenTypes', 'equipment')
  app.view.place(new Map([['russia', { x: 10.4, y: 20.6 }]]), false)
  app.dialogs.show({ kind: 'view' })
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Name'), 'Russia alone')
  expect(dialog.getByText('There is already a view “Russia alone”.')).toBeTruthy()
  await userEvent.type(dialog.getByLabelText('Name'), ', again{Enter}')
  expect(app.view.record).toMatchObject({ name: 'Russia alone, again', hiddenTypes: ['equipment'] })
  expect(app.view.record.positions).toContainEqual(['russia', 10, 21])
  expect(app.doc.graph.get('view', 'v-1')?.positions).not.toContainEqual(['russia', 10, 21])
})
