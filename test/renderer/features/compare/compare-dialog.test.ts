import { runAction } from '@renderer/actions/actions'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES, entity, relation } from '../../sample'
import { openWindow } from '../../window'

it('lists what another file says otherwise, and takes it over one by one, each one undo', async () => {
  const { app, main } = await openWindow()
  const russia = BASES.find(({ id }) => id === 'russia')
  const made = entity('new', 'state', 'الجديد')
  const edits = [
    { before: russia, after: { ...russia, name: 'Russian Federation', summary: 'A state.' } },
    { after: made },
    { after: relation('r-new', 'operates', 'new', 'tartus') },
    { before: BASES.find(({ id }) => id === 'r-seen') }
  ]
  main.answers.set('graph:compare', () => ({
    outcome: 'read',
    name: 'other.entente.json',
    count: 4,
    edits: JSON.stringify(edits)
  }))
  showDialogs(app)
  runAction(app, 'compare-file')
  const dialog = within(await screen.findByRole('dialog', { name: 'Compare with a file' }))
  const user = userEvent.setup()
  const row = (name: RegExp) => within(dialog.getByRole('listitem', { name }))
  await user.click(row(/changed: Russian Federation|changed: Russia/).getByRole('button', { name: 'Only summary' }))
  expect(app.doc.graph.get('entity', 'russia')).toMatchObject({ name: 'Russia', summary: 'A state.' })
  await user.click(row(/added: .*operates/).getByRole('button', { name: 'Take over' }))
  expect(app.doc.graph.get('entity', 'new')).toEqual(made)
  expect(app.doc.graph.get('relation', 'r-new')).toBeDefined()
  await user.click(row(/removed/).getByRole('button', { name: 'Remove here' }))
  expect(app.doc.graph.get('relation', 'r-seen')).toBeUndefined()
  await user.click(row(/changed/).getByRole('button', { name: 'Take over' }))
  expect(dialog.getByText('The two say the same.')).toBeTruthy()
  expect(app.doc.position).toBe(4)
  for (let step = 0; step < 4; step++) app.doc.undo()
  expect(app.doc.graph.get('relation', 'r-seen')).toBeDefined()
  expect(app.doc.graph.get('entity', 'russia')).toEqual(russia)
})
