import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Connections } from '@main/session/connections'
import { disk } from '@main/stores/file-system'
import { describe, expect, onTestFinished, test } from 'vitest'
import { folder } from '../sample'
import { turningVault } from './in-memory-vault'

const LOGIN = { scheme: 'neo4j+s', host: 'db.example.org', port: 7687, user: 'ana', password: 'drowssap-1' } as const

async function open(home: string, refusal?: string) {
  const place = {
    fs: disk,
    path: join(home, 'connections.json'),
    onTrouble: (error: unknown) => expect.fail(`${error}`)
  }
  const connections = await Connections.open(place, turningVault(refusal))
  onTestFinished(() => connections.settled())
  return connections
}

const { password: _password, ...ADDRESS } = LOGIN

describe('connections', () => {
  test('are listed newest first, without their passwords', async () => {
    const connections = await open(await folder())
    await connections.remember(LOGIN, 'movies', true)
    await connections.remember({ ...LOGIN, host: 'other.example.org' }, 'neo4j', false)
    await connections.remember(LOGIN, 'movies', true)
    const { connections: listed, cannotStore } = await connections.list()
    expect(listed.map(({ host, database, hasPassword }) => [host, database, hasPassword])).toEqual([
      ['db.example.org', 'movies', true],
      ['other.example.org', 'neo4j', false]
    ])
    expect(JSON.stringify(listed)).not.toContain('drowssap')
    expect(cannotStore).toBeUndefined()
  })

  test('keep a password only as the vault seals it, for the same server and user only', async () => {
    const home = await folder()
    const before = await open(home)
    await before.remember(LOGIN, 'movies', true)
    await before.settled()
    expect(await readFile(join(home, 'connections.json'), 'utf8')).not.toContain('drowssap-1')
    const after = await open(home)
    const connection = (await after.list()).connections[0]?.id ?? ''
    expect(await after.passwordOf({ ...ADDRESS, connection })).toBe('drowssap-1')
    expect(await after.passwordOf({ ...ADDRESS, connection, host: 'evil.example.org' })).toBe('')
    expect(await after.passwordOf({ ...ADDRESS, connection, user: 'root' })).toBe('')
    expect(await after.passwordOf({ ...ADDRESS, connection, password: 'typed' })).toBe('typed')
  })

  test('keep no password where there is no safe place for it, and say so', async () => {
    const home = await folder()
    const connections = await open(home, 'There is no keyring.')
    await connections.remember(LOGIN, 'movies', true)
    await connections.settled()
    expect(await readFile(join(home, 'connections.json'), 'utf8')).not.toContain('1-password')
    const { connections: listed, cannotStore } = await connections.list()
    expect(cannotStore).toBe('There is no keyring.')
    expect(listed[0]?.hasPassword).toBe(false)
  })

  test('are forgotten with their password', async () => {
    const connections = await open(await folder())
    await connections.remember(LOGIN, 'movies', true)
    const id = (await connections.list()).connections[0]?.id ?? ''
    connections.forget(id)
    expect((await connections.list()).connections).toEqual([])
    expect(await connections.passwordOf({ ...ADDRESS, connection: id })).toBe('')
  })
})
