import type { FailureKind } from '@core/external/connection'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BEGUN, PLACE } from '../../exploring'
import { openWindow } from '../../window'

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
  showDialogs(app)
  app.dialogs.show({ kind: 'connect' })
  const dialog = within(await screen.findByRole('dialog'))
  return { app, main, dialog, user: userEvent.setup() }
}

const failing = (kind: FailureKind, message: string) => ({ 'neo4j:test': () => ({ outcome: 'failed', kind, message }) })

describe('connecting', () => {
  it('says before a password is sent that it could be read on the way, and offers the encrypted scheme', async () => {
    const { dialog, user } = await open()
    expect(dialog.queryByText(/would travel unencrypted/)).toBeNull()
    await user.clear(dialog.getByLabelText('Host'))
    await user.type(dialog.getByLabelText('Host'), 'db.example.org')
    expect(dialog.getByText(/would travel unencrypted to db\.example\.org/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Use neo4j+s' }))
    expect(dialog.queryByText(/would travel unencrypted/)).toBeNull()
    expect(dialog.getByRole('combobox', { name: /^Scheme/ }).textContent).toContain('neo4j+s')
  })

  it('says the result of a test in words, and offers the databases of the server', async () => {
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

const SERVER = { version: '5.26.12', databases: [{ name: 'neo4j', isOnline: true, isHome: true }] }
const connected = { 'neo4j:test': () => ({ outcome: 'connected', server: SERVER, database: 'neo4j' }) }
const looked = (holding: object) => ({
  ...connected,
  'hosted:look': () => ({ outcome: 'looked', holds: 'nothing', hasOthers: false, schema: [], ...holding })
})

describe('a graph of ours in a database', () => {
  it('is opened where there is one, and is not explored by accident', async () => {
    const { app, main, dialog, user } = await open({
      ...looked({ holds: 'graph', title: 'Ukraine' }),
      'hosted:enter': () => ({ handle: 'file-9', name: 'neo4j on localhost:7687' })
    })
    await user.type(dialog.getByLabelText('Password'), 'secret-7{Enter}')
    expect(await dialog.findByText('“Ukraine”, a graph of Entente, is kept in this database.')).toBeTruthy()
    expect(main.asks('neo4j:explore')).toEqual([])
    await user.keyboard('{Enter}')
    await expect.poll(() => main.asks('graph:open')).toEqual([{ handle: 'file-9' }])
    expect(main.asks('hosted:enter')).toMatchObject([{ login: { password: 'secret-7' }, database: 'neo4j' }])
    expect(app.dialogs.open).toBeUndefined()
  })

  it('is neither looked for nor explored any more once that was stopped', async () => {
    const { main, dialog, user } = await open({ ...connected, 'hosted:look': () => ({ outcome: 'stopped' }) })
    await user.type(dialog.getByLabelText('Password'), 'secret-7{Enter}')
    await expect.poll(() => main.asks('hosted:look').length).toBe(1)
    expect(await dialog.findByText(/answers at localhost:7687/)).toBeTruthy()
    expect(main.asks('neo4j:explore')).toEqual([])
  })

  it('can still be explored like any other database', async () => {
    const { main, dialog, user } = await open(looked({ holds: 'graph', title: 'Ukraine' }))
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    await user.click(await dialog.findByRole('button', { name: 'Explore' }))
    await expect.poll(() => main.asks('neo4j:explore').length).toBe(1)
  })

  it('is made only after it was shown what is written and which constraints and indexes are made', async () => {
    const statement = 'CREATE CONSTRAINT entente_entity_id IF NOT EXISTS FOR (n:`EntenteEntity`) REQUIRE n.id IS UNIQUE'
    const { main, dialog, user } = await open({
      ...looked({ hasOthers: true, schema: [statement] }),
      'hosted:keep': () => ({ outcome: 'kept', handle: 'file-9', name: 'neo4j on localhost:7687' })
    })
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    await user.click(await dialog.findByRole('button', { name: 'Keep “Syria 2024” here…' }))
    const preview = within(await screen.findByRole('dialog', { name: 'Keep this graph in Neo4j' }))
    expect(preview.getByText(statement)).toBeTruthy()
    expect(preview.getByText('Entities').nextElementSibling?.textContent).toBe('4')
    expect(preview.getByText('Claims').nextElementSibling?.textContent).toBe('7')
    expect(preview.getByText(/holds other data, which are left alone/)).toBeTruthy()
    expect(main.asks('hosted:keep')).toEqual([])
    await user.click(preview.getByRole('button', { name: /^Keep it here/ }))
    await expect.poll(() => main.asks('graph:open')).toEqual([{ handle: 'file-9' }])
    expect(main.asks('hosted:keep')).toMatchObject([{ handle: 'file-1', database: 'neo4j' }])
  })

  it('tells how far it is, is stopped, and goes on', async () => {
    let stop = (_answer: object) => {}
    const { main, dialog, user } = await open({
      ...looked({}),
      'hosted:keep': () =>
        new Promise((resolve) => {
          stop = resolve
        })
    })
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    await user.click(await dialog.findByRole('button', { name: 'Keep “Syria 2024” here…' }))
    await user.click(screen.getByRole('button', { name: /^Keep it here/ }))
    await expect.poll(() => main.asks('hosted:keep').length).toBe(1)
    const [{ task }] = main.asks('hosted:keep') as [{ readonly task: string }]
    main.tell('hosted:progress', { task, done: 5000, all: 12_000 })
    expect(await screen.findByText(/^5\s000 of 12\s000 records$/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(main.asks('neo4j:stop')).toEqual([{ task }])
    stop({ outcome: 'stopped' })
    expect(await screen.findByText(/^Stopped\. What is there stays/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Go on/ }))
    await expect.poll(() => main.asks('hosted:keep').length).toBe(2)
    stop({ outcome: 'failed', message: 'The server cannot be reached.' })
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.')
  })

  it.each([
    [{ closed: '“neo4j” is read only.' }, '“neo4j” is read only.'],
    [{ holds: 'unusable', why: 'Made by a newer Entente.' }, 'Made by a newer Entente.']
  ])('is not offered where it cannot be: %o', async (holding, words) => {
    const { dialog, user } = await open(looked(holding))
    await user.click(dialog.getByRole('button', { name: 'Test' }))
    expect(await dialog.findByText(words)).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /^Keep “/ })).toBeNull()
  })
})

describe('connecting a graph to its database again', () => {
  async function reconnect(place: object) {
    const { app, main } = await openWindow({ extra: new Map([['neo4j', PLACE]]) })
    const left: unknown[] = []
    main.answer('neo4j:connections', () => ({ connections: [KEPT] }))
    main.answer('neo4j:test', () => ({
      outcome: 'connected',
      server: { version: '5.26.12', edition: 'community', databases: [] },
      database: 'ships'
    }))
    main.answer('neo4j:explore', () => ({ ...BEGUN, place: { ...PLACE, ...place } }))
    main.answer('neo4j:leave', (input) => {
      left.push(input)
      return {}
    })
    showDialogs(app)
    app.dialogs.show({ kind: 'connect', into: app.doc.handle })
    const user = userEvent.setup()
    const connect = async () =>
      user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^Explore/ }))
    return { app, user, connect, left }
  }

  it('begins with the place that the file names, whatever was used last', async () => {
    await reconnect({})
    const dialog = within(await screen.findByRole('dialog'))
    await waitFor(() => expect(dialog.getByLabelText<HTMLInputElement>('Host').value).toBe('localhost'))
    expect(dialog.getByLabelText<HTMLInputElement>('User').value).toBe('neo4j')
  })

  it('takes up the same database under another name of this computer', async () => {
    const { app, connect } = await reconnect({ host: '127.0.0.1', scheme: 'neo4j', database: 'Ships' })
    await connect()
    await waitFor(() => expect(app.external.session).toBe('session-1'))
  })

  it.each([{ host: 'bank.example.org' }, { port: 7688 }, { database: 'bank' }])(
    'takes up another one (%j) only once the user has confirmed both by name',
    async (place) => {
      const { app, user, connect, left } = await reconnect(place)
      await connect()
      const found = { ...PLACE, ...place }
      const asks = within(await screen.findByRole('dialog', { name: 'This is another database' }))
      expect(app.external.session).toBeUndefined()
      await user.click(asks.getByRole('button', { name: /^Back/ }))
      expect(left).toEqual([{ session: 'session-1' }])
      expect(app.external.session).toBeUndefined()
      await connect()
      const again = within(await screen.findByRole('dialog', { name: 'This is another database' }))
      await user.click(
        again.getByRole('button', {
          name: `Use ${found.database} on ${found.host}:${found.port} for the graph of ships on localhost:7687`
        })
      )
      await waitFor(() => expect(app.external.session).toBe('session-1'))
      expect(app.external.name).toBe(`${found.database} on ${found.host}`)
    }
  )
})
