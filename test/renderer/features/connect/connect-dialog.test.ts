import type { FailureKind } from '@core/foreign/connection'
import DialogHost from '@renderer/DialogHost.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openWindow, show } from '../../window'

const KEPT = {
  id: 'kept-1',
  scheme: 'neo4j+s',
  host: 'db.example.org',
  port: 7687,
  user: 'ana',
  database: 'movies',
  hasPassword: true
}

async function open(answers: Readonly<Record<string, (input: unknown) => unknown>> = {}, connections: unknown[] = []) {
  const { app, main } = await openWindow()
  main.answer('neo4j:connections', () => ({ connections }))
  for (const [channel, answer] of Object.entries(answers)) main.answer(channel, answer)
  show(app, DialogHost)
  app.dialogs.show({ kind: 'connect' })
  const dialog = within(await screen.findByRole('dialog'))
  return { app, main, dialog, user: userEvent.setup() }
}

const failing = (kind: FailureKind, message: string) => ({ 'neo4j:test': () => ({ outcome: 'failed', kind, message }) })

describe('connecting', () => {
  it('says in words what came of a test, and offers the databases of the server', async () => {
    const server = {
      version: '5.26.12',
      edition: 'community',
      databases: [
        { name: 'movies', isOnline: true, isHome: true },
        { name: 'old', isOnline: false, isHome: false }
      ]
    }
    const { dialog, user } = await open({
      'neo4j:test': () => ({ outcome: 'connected', server, database: 'movies' })
    })
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    expect(await dialog.findByText('Neo4j 5.26.12 community answers at localhost:7687.')).toBeTruthy()
    expect(dialog.getByRole('combobox', { name: /^Database/ }).textContent).toContain('movies')
  })

  it.each([
    ['nothing-there', 'Server'],
    ['certificate', 'Server'],
    ['password', 'Who you are'],
    ['database-missing', 'Database'],
    ['silent', 'Database']
  ] as const)('says what is wrong (%s) where it is wrong, until that is changed', async (kind, section) => {
    const { dialog, user } = await open(failing(kind, 'This is why.'))
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    const part = within(dialog.getByRole('region', { name: section }))
    expect((await part.findByRole('alert')).textContent).toContain('This is why.')
    await user.type(dialog.getByLabelText('Host'), '2')
    expect(dialog.queryByRole('alert')).toBeNull()
    expect(dialog.getByLabelText('Host')).toHaveProperty('value', 'localhost2')
  })

  it('asks for what is missing before it knocks anywhere', async () => {
    const { main, dialog, user } = await open()
    await user.clear(dialog.getByLabelText('Port'))
    await user.type(dialog.getByLabelText('Port'), '70000{Enter}')
    expect(dialog.getByRole('status').textContent).toBe('The port is a number from 1 to 65535.')
    expect(main.asks('neo4j:explore')).toEqual([])
  })

  it('uses a password that main keeps without ever having it, and only where it belongs', async () => {
    const { main, dialog, user } = await open(failing('silent', 'Silent.'), [KEPT])
    expect(await dialog.findByPlaceholderText('the one that is kept')).toHaveProperty('value', '')
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    await user.type(dialog.getByLabelText('Host'), '.evil')
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    const logins = main.asks('neo4j:test').map((input) => (input as { readonly login: unknown }).login)
    const { id: connection, database: _database, hasPassword: _has, ...address } = KEPT
    expect(logins).toEqual([
      { ...address, connection },
      { ...address, host: 'db.example.org.evil', password: '' }
    ])
  })

  it('stops when the dialog closes, and leaves no password behind', async () => {
    const { app, main, dialog, user } = await open({ 'neo4j:explore': () => new Promise(() => {}) })
    await user.type(dialog.getByLabelText('Password'), 'secret-7{Enter}')
    app.dialogs.close()
    await expect.poll(() => main.asks('neo4j:stop').length).toBe(1)
    const [{ task }] = main.asks('neo4j:explore') as [{ readonly task: string }]
    expect(main.asks('neo4j:stop')).toEqual([{ task }])
    app.dialogs.show({ kind: 'connect' })
    expect((await screen.findByLabelText('Password')) as HTMLInputElement).toHaveProperty('value', '')
  })
})
