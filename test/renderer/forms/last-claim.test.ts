import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../dialogs/show-dialogs'
import { opens, openWindow } from '../window'

async function opened() {
  const { app, main } = await openWindow()
  showDialogs(app)
  const user = userEvent.setup()
  const shows = async (request: Parameters<typeof app.dialogs.show>[0]) => {
    app.dialogs.show(request)
    return within(await screen.findByRole('dialog'))
  }
  const claims = () => [...app.doc.graph.all('claim').values()]
  const first = async () => {
    const dialog = await shows({ kind: 'claim', about: 'r-leaves' })
    await user.type(dialog.getByLabelText('True when'), '2025-02')
    await user.type(dialog.getByLabelText(/Statement/), 'The last ship has left.')
    await user.type(dialog.getByLabelText('Source'), 'Harbour log{ArrowUp}{Enter}')
    await user.type(dialog.getByLabelText(/Attributed to/), 'The harbour master')
    await user.click(dialog.getByRole('button', { name: /Add claim/ }))
    const made = claims().find(({ statement }) => statement === 'The last ship has left.')
    if (!made) throw new Error('nothing was added')
    return made
  }
  return { app, main, user, shows, claims, first }
}

const NOTE = 'As in the last entry: source, date, voice.'

it('the next claim begins with source, date and voice of the last one, says so, and keeps them', async () => {
  const { app, user, shows, claims, first } = await opened()
  const before = await first()
  const dialog = await shows({ kind: 'claim', about: 'hmeimim' })
  expect(dialog.getByText(NOTE)).toBeTruthy()
  expect(dialog.getByLabelText('Source')).toHaveProperty('value', 'Harbour log')
  await user.type(dialog.getByLabelText(/Statement/), 'The base is empty.')
  await user.click(dialog.getByRole('button', { name: /Add claim/ }))
  const { source, when, attributedTo } = before
  expect(claims().find(({ statement }) => statement === 'The base is empty.')).toMatchObject({
    source,
    when,
    attributedTo
  })
  expect(app.doc.graph.all('source').size).toBe(4)
})

it('so does the first claim of the next relation; unsaid, it is none', async () => {
  const { app, user, shows, first } = await opened()
  await first()
  const dialog = await shows({ kind: 'relation', from: 'antonov', to: 'tartus' })
  expect(dialog.getByText(NOTE)).toBeTruthy()
  await user.type(dialog.getByRole('combobox', { name: /^Relation/ }), 'seen at{Enter}')
  expect(dialog.getByText('Without a claim it will count as “No source”.')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: /Add relation/ }))
  expect(app.doc.graph.claimsAbout(app.selection.relation ?? '')).toEqual([])
})

it('all of it is cleared at once, one of it by writing over it, and nothing was typed for all that', async () => {
  const { app, user, shows, first } = await opened()
  await first()
  const dialog = await shows({ kind: 'claim', about: 'hmeimim' })
  await user.clear(dialog.getByLabelText('True when'))
  expect(dialog.getByText('As in the last entry: source, voice.')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Clear' }))
  for (const label of ['Source', 'True when', /Attributed to/])
    expect(dialog.getByLabelText(label)).toHaveProperty('value', '')
  expect(dialog.queryByRole('note')).toBeNull()
  app.dialogs.close()
  await shows({ kind: 'claim', about: 'hmeimim' })
  await user.keyboard('{Escape}')
  expect(app.dialogs.open).toBeUndefined()
})

it('what was undone, or belongs to another file, is not proposed', async () => {
  const { app, main, shows, first } = await opened()
  await first()
  app.doc.undo()
  let dialog = await shows({ kind: 'claim', about: 'hmeimim' })
  expect(dialog.getByLabelText('Source')).toHaveProperty('value', '')
  app.dialogs.close()
  app.doc.redo()
  await opens(app, main, { handle: 'file-2' })
  dialog = await shows({ kind: 'claim', about: 'hmeimim' })
  expect(dialog.queryByRole('note')).toBeNull()
})

it('editing a claim proposes nothing', async () => {
  const { shows, first } = await opened()
  await first()
  const dialog = await shows({ kind: 'claim', about: 'r-leaves', id: 'c-3' })
  expect(dialog.queryByRole('note')).toBeNull()
  expect(dialog.getByLabelText('True when')).toHaveProperty('value', '2024-12-13')
})
