import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow } from '../../window'

const ADDRESS = { scheme: 'neo4j' as const, host: 'db.example.org', port: 7687, user: 'ana' }
const NEEDED = {
  outcome: 'password' as const,
  handle: 'file-9',
  name: 'neo4j on db.example.org:7687',
  address: ADDRESS,
  database: 'neo4j'
}

it('asks for the password of a graph in a database, and opens it', async () => {
  const { app, main } = await openWindow()
  main.answer('hosted:enter', () => ({ handle: 'file-9', name: NEEDED.name }))
  showDialogs(app)
  await app.open(async () => NEEDED)
  const dialog = within(await screen.findByRole('dialog', { name: 'Open the graph in Neo4j' }))
  expect(dialog.getByText('neo4j on db.example.org:7687')).toBeTruthy()
  await userEvent.type(dialog.getByLabelText(/^Password of ana/), 'secret-7{Enter}')
  await expect.poll(() => main.asks('graph:open')).toEqual([{ handle: 'file-9' }])
  expect(main.asks('hosted:enter')).toEqual([
    { login: { ...ADDRESS, password: 'secret-7' }, database: 'neo4j', keep: false }
  ])
  expect(app.doc.graph.title).toBe('Syria 2024')
})

it('says why the last password did not do, and that none can be kept here', async () => {
  const { app } = await openWindow()
  showDialogs(app)
  await app.open(async () => ({ ...NEEDED, message: 'The password is wrong.', cannotStore: 'There is no safe place.' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The password is wrong.')
  expect(screen.getByText('There is no safe place.')).toBeTruthy()
  expect(screen.queryByRole('switch')).toBeNull()
})
