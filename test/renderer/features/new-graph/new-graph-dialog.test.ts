import { writeJson } from '@core/text/json'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openGraph, openWindow } from '../../window'

async function open() {
  const { app, main } = await openWindow()
  main.answer('new:place', (input) => {
    const { title } = input as { title: string }
    const name = `${title.toLowerCase().replaceAll(' ', '-') || 'graph'}.entente.json`
    return { handle: 'place-1', name, folder: '/docs', taken: title === 'Taken' }
  })
  showDialogs(app)
  app.dialogs.show({ kind: 'new-graph' })
  const dialog = within(await screen.findByRole('dialog'))
  return { app, main, dialog, user: userEvent.setup() }
}

it('is made by a title and Enter, in a place named after it, with the usual vocabulary', async () => {
  const { app, main, dialog, user } = await open()
  main.answer('graph:new', () => openGraph(main, { title: 'Port calls', records: [], handle: 'place-1' }))
  expect(dialog.getByText('A title is needed: it heads figures.')).toBeTruthy()
  await user.keyboard('Port calls')
  await dialog.findByText('/docs/port-calls.entente.json')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(app.doc.graph.title).toBe('Port calls'))
  expect(main.asks('graph:new')).toEqual([
    { title: 'Port calls', place: 'place-1', beginning: { vocabulary: 'people-and-power' } }
  ])
  expect(app.dialogs.open).toBeUndefined()
})

it('shows the types of the vocabulary that is chosen', async () => {
  const { main, dialog, user } = await open()
  const preview = within(dialog.getByRole('region', { name: 'What it holds' }))
  expect(preview.getAllByText('Armed group').length).toBeGreaterThan(0)
  await user.click(dialog.getByRole('radio', { name: /Companies and ownership/ }))
  expect(preview.getAllByText('Vessel').length).toBeGreaterThan(0)
  expect(preview.queryByText('Armed group')).toBeNull()
  await user.click(dialog.getByRole('radio', { name: /^Empty/ }))
  expect(preview.getByText(/write a word that is not there/)).toBeTruthy()
  expect(main.asks('graph:new')).toEqual([])
})

it('keeps what is there: a name that is taken is told, and another place can be chosen', async () => {
  const { main, dialog, user } = await open()
  main.answer('new:choose', () => ({
    place: { handle: 'place-2', name: 'other.entente.json', folder: '/net', taken: false }
  }))
  await user.keyboard('Taken')
  await dialog.findByText(/There is already a file of that name/)
  expect(dialog.getByRole('button', { name: /Make graph/ })).toHaveProperty('disabled', true)
  await user.click(dialog.getByRole('button', { name: 'Choose…' }))
  await dialog.findByText('/net/other.entente.json')
  await user.type(dialog.getByLabelText('Title'), ' twice')
  expect(dialog.getByText('/net/other.entente.json')).toBeTruthy()
})

it('takes over the types of another graph', async () => {
  const { main, dialog, user } = await open()
  const types = [{ kind: 'entityType', id: 'ship', label: 'Ship' }]
  main.answer('new:like', () => ({
    outcome: 'read',
    handle: 'like-1',
    name: 'a.entente.json',
    title: 'Ships',
    types: writeJson(types)
  }))
  main.answer('graph:new', () => openGraph(main, { title: 'Mine', records: [], handle: 'place-1' }))
  await user.keyboard('Mine')
  await user.click(dialog.getByRole('radio', { name: /As in another graph/ }))
  expect(dialog.getByText('Choose the graph whose types are to be taken over.')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Choose a graph…' }))
  await dialog.findByText('As in “Ships”', { selector: 'strong *' })
  await user.click(dialog.getByRole('button', { name: /Make graph/ }))
  await waitFor(() => expect(main.asks('graph:new')).toMatchObject([{ beginning: { like: 'like-1' } }]))
})

it('says why it could not be made, and keeps what was typed', async () => {
  const { main, dialog, user } = await open()
  main.answer('graph:new', () => ({ outcome: 'failed', name: 'x', message: 'The disk is full.', problems: [] }))
  await user.keyboard('Mine')
  await dialog.findByText('/docs/mine.entente.json')
  await user.keyboard('{Enter}')
  await dialog.findByText('The disk is full.')
  expect(dialog.getByLabelText('Title')).toHaveProperty('value', 'Mine')
})
