import { setTimeout as moment } from 'node:timers/promises'
import { Exploration } from '@main/stores/neo4j/explore/exploration'
import { Reader } from '@main/stores/neo4j/explore/reader'
import { ConnectionLost, DatabaseConnection } from '@main/stores/neo4j/hosted/database-connection'
import { fill } from '@main/stores/neo4j/hosted/fill'
import { load } from '@main/stores/neo4j/hosted/load'
import { writeBack } from '@main/stores/neo4j/write-back/write-back'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { sampleGraph } from '../../../core/sample'
import { report } from '../runs'
import { bareDriver, empty, folder, openStore, put } from './databases'
import { cuttingProxy } from './server/cutting-proxy'
import { onServer } from './server/on-server'

// What goes over the line takes the time that it takes; every limit of ours is on a clock that the test moves.

/** How an attempt ends when n milliseconds of the limits' clock have passed. One that still waits then waits for ever. */
async function after(milliseconds: number, attempt: Promise<unknown>): Promise<unknown> {
  const ended = attempt.then(
    () => 'done',
    (error) => error
  )
  for (let passed = 0; passed < milliseconds; passed += 500) {
    await vi.advanceTimersByTimeAsync(500)
    await moment(1)
  }
  return ended
}

onServer('When the server falls silent', (target) => {
  const driver = bareDriver(target)
  const through = async () => {
    const proxy = await cuttingProxy(Number(new URL(target.uri.replace(/^[^:]+/, 'http')).port))
    onTestFinished(() => proxy.close())
    return { proxy, behind: { ...target, uri: `bolt://127.0.0.1:${proxy.port}` } }
  }

  beforeEach(async () => {
    await empty(driver)
    await driver.executeQuery("CREATE (:Film {title: 'Alien'})-[:BY]->(:Person {name: 'Ridley Scott'})")
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })
  afterEach(() => void vi.useRealTimers())

  const exploring: readonly (readonly [string, number, (on: Exploration) => Promise<unknown>])[] = [
    ['the schema', 17, (on) => on.schema()],
    ['a search', 17, (on) => on.search({ text: 'alien', most: 10 })],
    ['counting neighbours', 17, (on) => on.neighbours('4:x:0')],
    ['expanding', 17, (on) => on.expand({ node: '4:x:0', type: 'BY', direction: 'out' })],
    ['ties between', 17, (on) => on.between(['4:x:0'], [])],
    ['paths', 17, (on) => on.paths('4:x:0', '4:x:1')],
    ['keys', 17, (on) => on.keys('Film')],
    ['finding by key', 17, (on) => on.byKey({ label: 'Film', property: 'title', values: [] })],
    ['a statement of the user’s', 62, (on) => on.run({ query: 'MATCH (n) RETURN n', most: 10 }, () => {})]
  ]
  test.each(exploring)('%s ends within %i s, with a sentence', async (_what, seconds, ask) => {
    const { proxy, behind } = await through()
    const exploration = await Exploration.open(behind)
    if (!(exploration instanceof Exploration)) throw new Error(exploration.message)
    onTestFinished(() => exploration.close())
    proxy.silent()
    const ended = await after(seconds * 1_000, ask(exploration))
    expect(ended).toBeInstanceOf(Error)
    expect((ended as Error).message).toMatch(/^The server (?:did not answer|cannot be reached)/)
    row('reading')
  })

  test('nothing that explores has another way to the database than one that ends', () => {
    expect(Object.getOwnPropertyNames(Reader.prototype).sort()).toEqual(['constructor', 'inSession', 'rows'])
  })

  test('getting in ends within 5 s', async () => {
    const { proxy, behind } = await through()
    proxy.silent()
    const opened = Exploration.open(behind)
    expect(await after(5_000, opened)).toBe('done')
    expect(await opened).toMatchObject({ outcome: 'failed', kind: 'silent' })
    row('getting in')
  })

  test('a write-back ends, and says what became of it', async () => {
    const { proxy, behind } = await through()
    const session = driver.session()
    const lock = await session.beginTransaction()
    await lock.run('MATCH (n:Film) SET n.title = n.title')
    const key = { label: 'Film', property: 'title', value: { type: 'string' as const, text: 'Alien' } }
    const change = {
      do: 'set-property' as const,
      ...{ record: 'e-1', name: 'Alien', key, property: 'year' },
      ...{ before: { type: 'null' as const }, after: { type: 'integer' as const, text: '1979' } }
    }
    const written = writeBack(behind, [change])
    await isBlocked()
    proxy.silent()
    await lock.rollback()
    await session.close()
    expect(await after(75_000, written)).toBe('done')
    expect(await written).toEqual({
      outcome: 'refused',
      message: 'The server did not answer in time. Nothing was written.'
    })
    const { records } = await driver.executeQuery('MATCH (n:Film) RETURN n.year AS year')
    expect(records[0]?.get('year')).toBeNull()
    row('writing back')
  })

  const hosted: readonly (readonly [string, number, (connection: DatabaseConnection) => Promise<unknown>])[] = [
    ['loading', 60, (connection) => load(connection)],
    ['copying', 10, (connection) => fill(connection, sampleGraph(), { replace: true })],
    ['a constraint', 120, (connection) => connection.run('SHOW CONSTRAINTS')],
    ['a transaction', 10, (connection) => connection.transaction((ask) => ask('RETURN 1'))]
  ]
  test.each(hosted)('%s of a graph of ours ends within %i s', async (_what, seconds, ask) => {
    const { proxy, behind } = await through()
    const connection = new DatabaseConnection(behind)
    onTestFinished(() => connection.close())
    await connection.transaction((ask) => ask('RETURN 1'))
    proxy.silent()
    expect(await after(seconds * 1_000 + 500, ask(connection))).toBeInstanceOf(ConnectionLost)
    row('reading')
  })

  test('a change of a graph of ours is kept on this computer within 6 s', async () => {
    await empty(driver)
    await put(target, sampleGraph())
    const { proxy, behind } = await through()
    const store = await openStore(behind, { outbox: await folder(), beat: 3_600_000 })
    proxy.silent()
    const before = store.graph.get('entity', 'e-russia')
    const edits = [{ before, after: { ...before, name: 'Rossiya' } as typeof before }]
    expect(await after(6_000, store.commit({ label: 'Rename', edits }))).toBe('done')
    expect(store.waiting).toBe(1)
    row('writing')
  })

  /** Waits until a transaction on the server waits for another one. */
  async function isBlocked() {
    for (;;) {
      const { records } = await driver.executeQuery(
        "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS count"
      )
      if (records[0]?.get('count') > 0) return
      await moment(20)
    }
  }
})

const row = (what: string) =>
  report({
    fault: `Neo4j falls silent, ${what}`,
    times: 1,
    unit: 'attempts',
    result: 'each ended within its limit, and said so'
  })
