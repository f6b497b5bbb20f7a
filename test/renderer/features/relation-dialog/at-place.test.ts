import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

it('a new entity stands where the line was let go; entity and relation are one undo', async () => {
  const { app } = await openWindow()
  showDialogs(app)
  const before = app.doc.graph
  app.dialogs.show({ kind: 'relation', from: 'russia', at: { x: 900, y: -700 } })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  await user.type(dialog.getByLabelText('Relation'), 'operates')
  await user.keyboard('{Enter}')
  await user.type(dialog.getByLabelText('To', { exact: true }), 'Qasr Zafir')
  await user.tab()
  await user.type(await dialog.findByLabelText('What it is'), 'facil')
  await user.tab()
  await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
  const made = [...app.doc.graph.all('entity').values()].find(({ name }) => name === 'Qasr Zafir')
  expect(made?.type).toBe('facility')
  expect(app.view.positions.get(made?.id ?? '')).toEqual({ x: 900, y: -700 })
  app.doc.undo()
  expect(app.doc.graph.get('entity', made?.id ?? '')).toBeUndefined()
  expect([...app.doc.graph.all('relation').keys()]).toEqual([...before.all('relation').keys()])
})
