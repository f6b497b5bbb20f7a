import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Verdict } from '@core/external/connection'
import { tryConnection } from '@main/stores/neo4j/connect/try-connection'
import neo4j from 'neo4j-driver'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { onServer } from '../neo4j/server/on-server'
import { freePort, type Server, startServer } from '../neo4j/server/start-server'
import { hangingUp, mailServer, oldServer, silentListener } from './fake-servers'

const SECRET = 'pa55-never-shown'

const said: string[] = []

/** The verdict, within the 5 s that are promised; whatever is said and printed on the way is kept for the last look. */
async function verdict(uri: string, user = 'neo4j', password = SECRET, database?: string): Promise<Verdict> {
  const began = performance.now()
  const found = await tryConnection({ uri, user, password, ...(database !== undefined && { database }) })
  expect(performance.now() - began).toBeLessThan(5_000)
  said.push(JSON.stringify(found))
  expect(JSON.stringify(found)).not.toContain(password)
  return found
}

const kindOf = (found: Verdict) => (found.outcome === 'failed' ? found.kind : `connected to ${found.database}`)

beforeEach(() => {
  for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void said.push(words.map(String).join(' ')))
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(said.join('\n')).not.toContain(SECRET)
})

describe('what is no server', () => {
  test.each(['bolt', 'neo4j', 'bolt+s', 'neo4j+ssc'])('nothing listens (%s)', async (scheme) => {
    const found = await verdict(`${scheme}://127.0.0.1:${await freePort()}`)
    expect(found).toMatchObject({ kind: 'nothing-there', message: expect.stringMatching(/^Nothing listens on 127/) })
  })

  test('a host that is not there', async () => {
    expect(kindOf(await verdict('bolt://host.invalid:7687'))).toBe('unknown-host')
  })

  test.each(['bolt', 'neo4j', 'neo4j+s'])('silence (%s)', async (scheme) => {
    expect(kindOf(await verdict(`${scheme}://${await silentListener()}`))).toBe('silent')
  })

  test('a server that is too old', async () => {
    expect(kindOf(await verdict(`bolt://${await oldServer()}`))).toBe('too-old')
  })

  test.each([
    ['hangs up', hangingUp],
    ['is a mail server', mailServer]
  ])('one that %s', async (_, listening) => {
    expect(kindOf(await verdict(`neo4j://${await listening()}`))).toBe('not-neo4j')
  })

  test('an address that is none', async () => {
    expect(kindOf(await verdict('ftp://127.0.0.1'))).toBe('address')
  })
})

onServer('a server without encryption', ({ uri, user, password }) => {
  const place = uri.replace(/^.*:\/\//, '')
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  const onSystem = (query: string) => driver.executeQuery(query, {}, { database: 'system' })
  beforeAll(async () => {
    await onSystem(`CREATE OR REPLACE USER expired SET PASSWORD '${SECRET}' CHANGE REQUIRED`)
    await onSystem(`CREATE OR REPLACE USER guesser SET PASSWORD '${SECRET}' CHANGE NOT REQUIRED`)
  })
  afterAll(async () => {
    await onSystem('DROP USER expired')
    await onSystem('DROP USER guesser')
    await driver.close()
  })

  test.each(['bolt', 'neo4j'])('lets us in and says what it is (%s)', async (scheme) => {
    expect(await verdict(`${scheme}://${place}`, user, password)).toEqual({
      outcome: 'connected',
      server: {
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        edition: expect.stringMatching(/^(?:community|enterprise)$/),
        databases: expect.arrayContaining([{ name: 'neo4j', isOnline: true, isHome: true }])
      },
      database: 'neo4j'
    })
  })

  test.each(['bolt+s', 'bolt+ssc', 'neo4j+s', 'neo4j+ssc'])(
    'is asked for encryption that it lacks (%s)',
    async (scheme) => {
      expect(kindOf(await verdict(`${scheme}://${place}`, user, password))).toBe('tls-absent')
    }
  )

  test.each(['bolt', 'neo4j'])('is given a wrong user (%s)', async (scheme) => {
    expect(kindOf(await verdict(`${scheme}://${place}`, 'nobody'))).toBe('password')
  })

  test('a password that has expired', async () => {
    expect(kindOf(await verdict(uri, 'expired'))).toBe('password-expired')
  })

  test('a wrong password, and then too many', async () => {
    const kinds: string[] = []
    for (let count = 0; count < 6; count++) kinds.push(kindOf(await verdict(uri, 'guesser', 'not the one 1234')))
    expect(kinds[0]).toBe('password')
    expect(kinds.at(-1)).toBe('too-many-attempts')
  })

  test.each(['bolt', 'neo4j'])('a database that is not there (%s)', async (scheme) => {
    const found = await verdict(`${scheme}://${place}`, user, password, 'nowhere')
    expect(found).toMatchObject({ kind: 'database-missing', message: expect.stringContaining('“nowhere”') })
  })
})

onServer('a server with a certificate that it made itself', () => {
  let server: Server
  let http = 0
  beforeAll(async () => {
    http = await freePort()
    server = await startServer({ settings: { ...TLS, ...httpOn(http) }, prepare: makeCertificate, scheme: 'bolt+ssc' })
  }, 240_000)
  afterAll(() => server?.stop())
  const at = (scheme: string, port = server.port) => `${scheme}://127.0.0.1:${port}`

  test.each(['bolt+ssc', 'neo4j+ssc'])('is taken at its word (%s)', async (scheme) => {
    expect(kindOf(await verdict(at(scheme), server.user, server.password))).toBe('connected to neo4j')
  })

  test.each(['bolt+s', 'neo4j+s'])('is not trusted (%s)', async (scheme) => {
    const found = await verdict(at(scheme), server.user, server.password)
    expect(found).toMatchObject({ kind: 'certificate', message: expect.stringContaining('self-signed') })
  })

  test.each(['bolt', 'neo4j'])('wants encryption (%s)', async (scheme) => {
    expect(kindOf(await verdict(at(scheme), server.user, server.password))).toBe('tls-needed')
  })

  test.each(['bolt', 'neo4j'])('the port of its web pages (%s)', async (scheme) => {
    expect(kindOf(await verdict(at(scheme, http), server.user, server.password))).toBe('http')
  })

  test('a database whose files are damaged does not run, and that is what is said', async () => {
    await server.kill()
    const store = join(server.home, 'data', 'databases', 'neo4j')
    for (const name of await readdir(store)) if (name.startsWith('neostore')) await rm(join(store, name))
    await server.start()
    // A server that has just started may take longer than we wait.
    await vi.waitFor(
      async () => expect(kindOf(await verdict(at('bolt+ssc'), server.user, server.password))).toBe('database-offline'),
      { timeout: 60_000, interval: 500 }
    )
    expect(kindOf(await verdict(at('neo4j+ssc'), server.user, server.password, 'neo4j'))).toBe('database-offline')
  }, 240_000)
})

const TLS = {
  'server.bolt.tls_level': 'REQUIRED',
  'dbms.ssl.policy.bolt.enabled': 'true',
  'dbms.ssl.policy.bolt.base_directory': 'certificates',
  'dbms.ssl.policy.bolt.private_key': 'private.key',
  'dbms.ssl.policy.bolt.public_certificate': 'public.crt',
  'dbms.ssl.policy.bolt.client_auth': 'NONE'
}

const httpOn = (port: number) => ({ 'server.http.enabled': 'true', 'server.http.listen_address': `127.0.0.1:${port}` })

async function makeCertificate(home: string) {
  const folder = join(home, 'certificates')
  await mkdir(folder)
  const files = ['-keyout', join(folder, 'private.key'), '-out', join(folder, 'public.crt')]
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...name]
  await promisify(execFile)('openssl', args)
}
