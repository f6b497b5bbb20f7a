import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

async function paste(text: string) {
  const { app } = await openWindow()
  showDialogs(app)
  app.dialogs.show({ kind: 'paste-names', text })
  return { app, dialog: within(await screen.findByRole('dialog')), user: userEvent.setup() }
}

it('adds what is not there yet as one step, and leaves out what is', async () => {
  const { app, dialog, user } = await paste('Russia\nMV Amal\nسفينة الأمل\n')
  await waitFor(() => expect(dialog.getByText('here already:')).toBeTruthy())
  expect(dialog.getByRole('checkbox', { name: 'Russia' })).toHaveProperty('checked', false)
  expect(dialog.getByText('Choose what they are.')).toBeTruthy()
  await user.type(dialog.getByLabelText('What they are'), 'Vessel')
  await user.keyboard('{Enter}')
  const before = app.doc.graph.all('entity').size
  await user.click(dialog.getByRole('button', { name: /Add 2 entities/ }))
  const added = [...app.doc.graph.all('entity').values()].filter(({ type }) => type === 'vessel')
  expect(added.map(({ name }) => name).sort()).toEqual(['MV Amal', 'سفينة الأمل'])
  expect([...app.selection.entities].sort()).toEqual(added.map(({ id }) => id).sort())
  app.doc.undo()
  expect([app.doc.graph.all('entity').size, app.doc.graph.get('entityType', 'vessel')]).toEqual([before, undefined])
})

it('says what looks like one of yours, and lets the user decide', async () => {
  const { dialog, user } = await paste('Rusia\nHmeimim Airbase')
  await waitFor(() => expect(dialog.getAllByText('looks like').length).toBeGreaterThan(0))
  expect(await dialog.findByText('None of them is to be added.')).toBeTruthy()
  await user.click(dialog.getByRole('checkbox', { name: 'Rusia' }))
  expect(dialog.getByText('Choose what they are.')).toBeTruthy()
})
