import type { Change } from '@core/change/change'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Entity } from '@core/records/records'
import { MOST_CHANGES } from '@main/stores/neo4j/hosted/changes'
import { StoreError } from '@main/stores/store'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { entity, sampleGraph } from '../../../core/sample'
import { report } from '../runs'
import { bareDriver, empty, folder, openStore, put } from './databases'
import { type CuttingProxy, cuttingProxy } from './server/cutting-proxy'
import { onServer } from './server/on-server'

const adding = (...names: readonly string[]): Change => ({
  label: `Add ${names[0]}`,
  edits: names.map((name) => ({ after: entity(`e-new-${name}`, 'state', name) }))
})

const renaming = (name: string, more: Partial<Entity> = {}): Change => {
  const before = sampleGraph().get('entity', 'e-russia')
  if (!before) throw new Error('There is no Russia in the sample.')
  return { label: `Rename to ${name}`, edits: [{ before, after: { ...before, ...more, name } }] }
}

onServer('When the line is cut', (target) => {
  const driver = bareDriver(target)
  let proxy: CuttingProxy
  const behind = () => ({ ...target, uri: `bolt://127.0.0.1:${proxy.port}` })

  beforeAll(async () => {
    proxy = await cuttingProxy(Number(new URL(target.uri).port))
  })
  afterAll(() => proxy.close())
  beforeEach(async () => {
    await proxy.up()
    await empty(driver)
    await put(target, sampleGraph())
  })

  const ask = async (cypher: string) => (await driver.executeQuery(cypher)).records.map((row) => row.toObject())
  /** The names of the new entities and the labels of the changes, as the database has them. */
  const kept = async () => {
    const [row] = await ask(
      `MATCH (g:EntenteGraph) OPTIONAL MATCH (n:EntenteEntity) WHERE n.id STARTS WITH 'e-new-'
       WITH g, n ORDER BY n.id WITH g, collect(n.name) AS names
       OPTIONAL MATCH (c:EntenteChange) WITH g, names, c ORDER BY c.revision
       RETURN names, collect(c.label) AS changes, g.revision AS revision`
    )
    return row
  }
  const connected = (store: { connection: string; waiting: number }) =>
    vi.waitFor(() => expect([store.connection, store.waiting]).toEqual(['connected', 0]), { timeout: 20_000 })

  test.each(['answer-to-commit', 'commit'] as const)('at “%s”, the change is kept exactly once', async (at) => {
    const store = await openStore(behind(), { outbox: await folder() })
    const isCut = proxy.cut({ at })
    await store.commit(adding('Iran'))
    await isCut
    await connected(store)
    expect(await kept()).toEqual({ names: ['Iran'], changes: ['Add Iran'], revision: 1 })
    await store.commit(adding('Oman'))
    expect(await kept()).toMatchObject({ names: ['Iran', 'Oman'], revision: 2 })
    expect(store.events.map(({ kind }) => kind)).not.toContain('merged')
    row(1, 'before COMMIT, or before its answer')
  })

  test('anywhere, every change is kept whole, once and in order', async () => {
    const store = await openStore(behind(), { outbox: await folder() })
    const names: string[] = []
    for (const [at, most] of [
      ['to-server', 3_000],
      ['from-server', 700]
    ] as const)
      for (let bytes = 0; bytes < most; bytes += most / 14) {
        const pair = [`${at}-${Math.round(bytes)}-a`, `${at}-${Math.round(bytes)}-b`]
        void proxy.cut({ at, bytes: Math.round(bytes) })
        await store.commit(adding(...pair))
        names.push(...pair)
      }
    await connected(store)
    const found = await kept()
    expect(found?.names).toEqual([...names].sort())
    expect(found?.changes).toEqual(names.filter((_name, at) => at % 2 === 0).map((name) => `Add ${name}`))
    row(names.length / 2, 'anywhere while changes are written')
  }, 120_000)

  test('while it is being opened, that is said in words, and it can be opened again', async () => {
    const outbox = await folder()
    for (const bytes of [0, 10, 200, 1_000, 2_000]) {
      const isCut = proxy.cut({ at: 'from-server', bytes })
      const error = await openStore(behind(), { outbox }).catch((error) => error)
      await isCut
      expect(error).toBeInstanceOf(StoreError)
      expect(error.message).toMatch(/could not be opened: the server cannot be reached\.$/)
    }
    const store = await openStore(behind(), { outbox })
    expect(serialiseGraph(store.graph)).toBe(serialiseGraph(sampleGraph()))
  }, 60_000)

  test('a server that falls silent delays nothing for long, and gets the change when it speaks again', async () => {
    const store = await openStore(behind(), { outbox: await folder() })
    proxy.silent()
    await store.commit(adding('Iran'))
    expect(store.connection).not.toBe('connected')
    expect(store.waiting).toBe(1)
    await proxy.up()
    await connected(store)
    expect(await kept()).toMatchObject({ names: ['Iran'], revision: 1 })
  }, 60_000)

  test('changes made while it is away wait on the disk, survive the program, and arrive in order', async () => {
    const outbox = await folder()
    const store = await openStore(behind(), { outbox })
    await proxy.down()
    for (const name of ['Iran', 'Oman', 'Qatar']) await store.commit(adding(name))
    expect(store.events.filter(({ kind }) => kind === 'connection').at(-1)).toMatchObject({
      state: 'reconnecting',
      waiting: 3
    })
    expect(store.graph.get('entity', 'e-new-Qatar')?.name).toBe('Qatar')
    await store.close()
    expect(await kept()).toMatchObject({ names: [], revision: 0 })
    await proxy.up()
    const again = await openStore(behind(), { outbox })
    expect(again.graph.get('entity', 'e-new-Qatar')?.name).toBe('Qatar')
    expect(again.waiting).toBe(0)
    expect(await kept()).toEqual({
      names: ['Iran', 'Oman', 'Qatar'],
      changes: ['Add Iran', 'Add Oman', 'Add Qatar'],
      revision: 3
    })
  }, 60_000)

  const CONFLICT = { kind: 'entity', id: 'e-russia', field: 'name', ours: 'Russian Federation', taken: 'theirs' }

  test('where others changed the same meanwhile theirs stands, both values are kept, and what else waits arrives', async () => {
    const outbox = await folder()
    const store = await openStore(behind(), { outbox })
    const other = await openStore(target, { outbox: await folder() })
    await proxy.down()
    await store.commit(renaming('Russian Federation', { summary: 'A state.' }))
    await store.commit(adding('Iran'))
    await other.commit(renaming('Rossiya'))
    await proxy.up()
    await connected(store)
    expect(store.graph.get('entity', 'e-russia')).toMatchObject({ name: 'Rossiya', summary: 'A state.' })
    expect(await kept()).toMatchObject({
      names: ['Iran'],
      changes: ['Rename to Rossiya', 'Rename to Russian Federation', 'Add Iran']
    })
    expect(await ask('MATCH (n:EntenteEntity {id: "e-russia"}) RETURN n.name AS name, n.summary AS summary')).toEqual([
      { name: 'Rossiya', summary: 'A state.' }
    ])
    expect(store.conflicts).toEqual([{ ...CONFLICT, theirs: 'Rossiya' }])
    expect(store.events.find(({ kind }) => kind === 'merged')).toMatchObject({
      message: expect.stringMatching(/In 1 place you had changed the same: both values are kept/)
    })
    await store.close()
    const again = await openStore(behind(), { outbox })
    expect(again.conflicts).toEqual([{ ...CONFLICT, theirs: 'Rossiya' }])
    await again.decide(again.conflicts)
    expect(again.conflicts).toEqual([])
  }, 60_000)

  test('so it does when that is found out at the next opening, and when it was another tool', async () => {
    const outbox = await folder()
    const store = await openStore(behind(), { outbox })
    await proxy.down()
    await store.commit(renaming('Russian Federation'))
    await store.close()
    const other = await openStore(target, { outbox: await folder() })
    await other.commit(renaming('Rossiya'))
    await proxy.up()
    const again = await openStore(behind(), { outbox })
    expect(again.graph.get('entity', 'e-russia')?.name).toBe('Rossiya')
    expect(again.conflicts).toEqual([{ ...CONFLICT, theirs: 'Rossiya' }])
    expect(again.waiting).toBe(0)

    await proxy.down()
    const ours = again.graph.get('entity', 'e-russia')
    if (!ours) throw new Error('It is there.')
    await again.commit({ label: 'Rename', edits: [{ before: ours, after: { ...ours, name: 'RF' } }] })
    await ask('MATCH (n:EntenteEntity {id: "e-russia"}) SET n.name = "USSR"')
    await proxy.up()
    await connected(again)
    expect(again.graph.get('entity', 'e-russia')?.name).toBe('USSR')
    expect(again.conflicts).toEqual([{ ...CONFLICT, ours: 'RF', theirs: 'USSR' }])
    expect(await ask('MATCH (n:EntenteEntity {id: "e-russia"}) RETURN n.name AS name')).toEqual([{ name: 'USSR' }])
  }, 60_000)

  test('a second Entente on this computer is told that it cannot keep changes', async () => {
    const outbox = await folder()
    await openStore(behind(), { outbox })
    const second = await openStore(behind(), { outbox })
    await proxy.down()
    await expect(second.commit(adding('Iran'))).rejects.toThrow(/Another Entente on this computer/)
    expect(second.graph.get('entity', 'e-new-Iran')).toBeUndefined()
  }, 60_000)

  test('what others do is seen by all, and of two who change the same the slower is told', async () => {
    const one = await openStore(target, { outbox: await folder(), beat: 100 })
    const two = await openStore(target, { outbox: await folder(), beat: 100 })
    await one.commit(adding('Iran'))
    await vi.waitFor(() => expect(two.graph.get('entity', 'e-new-Iran')).toBeDefined(), { timeout: 5_000 })
    expect(two.events.find(({ kind }) => kind === 'merged')).toMatchObject({
      change: { edits: [{ after: { name: 'Iran' } }] }
    })
    const both = await Promise.allSettled([one.commit(renaming('Rossiya')), two.commit(renaming('Rusia'))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const more = Array.from({ length: 10 }, (_, at) => (at % 2 ? one : two).commit(adding(`N${at}`)))
    await Promise.all(more)
    expect(await kept()).toMatchObject({ revision: 12 })
  }, 60_000)

  test('what others have done in a long absence comes in, however many changes it was', async () => {
    const store = await openStore(target, { outbox: await folder(), beat: 100 })
    const count = MOST_CHANGES * 2 + 7
    const rows = Array.from({ length: count }, (_, at) => ({
      revision: BigInt(at + 1),
      edits: JSON.stringify({ label: `Add ${at}`, edits: adding(`far-${at}`).edits })
    }))
    await driver.executeQuery(
      `UNWIND $rows AS row CREATE (:EntenteChange {id: 'far-' + row.revision, revision: row.revision, at: $at, label: 'Add', edits: row.edits})
       WITH count(*) AS count MATCH (g:EntenteGraph) SET g.revision = g.revision + count`,
      { rows, at: '2025-03-02T12:00:00Z' }
    )
    await vi.waitFor(() => expect(store.graph.get('entity', `e-new-far-${count - 1}`)).toBeDefined(), {
      timeout: 20_000
    })
    expect(store.graph.get('entity', 'e-new-far-0')).toBeDefined()
    expect(store.connection).toBe('connected')
    await store.commit(renaming('Rossiya'))
    expect(await kept()).toMatchObject({ revision: count + 1 })
  }, 60_000)

  test('a record that another tool has changed is not overwritten', async () => {
    const store = await openStore(target, { outbox: await folder() })
    await ask('MATCH (n:EntenteEntity {id: "e-russia"}) SET n.name = "USSR"')
    await expect(store.commit(renaming('Rossiya'))).rejects.toThrow(StoreError)
    expect(store.graph.get('entity', 'e-russia')?.name).toBe('USSR')
    expect(store.events.find(({ kind }) => kind === 'merged')).toMatchObject({
      change: { edits: [{ after: { name: 'USSR' } }] }
    })
    expect(await ask('MATCH (n:EntenteEntity {id: "e-russia"}) RETURN n.name AS name')).toEqual([{ name: 'USSR' }])
    await store.commit(adding('Iran'))
    expect(await kept()).toMatchObject({ names: ['Iran'], changes: ['Add Iran'] })
  })

  test('a node that another tool has tied to something of its own is not torn away', async () => {
    const store = await openStore(target, { outbox: await folder() })
    await store.commit(adding('Iran'))
    await ask('MATCH (n:EntenteEntity {id: "e-new-Iran"}) CREATE (:Report)-[:MENTIONS]->(n)')
    const removal = { label: 'Remove Iran', edits: [{ before: store.graph.get('entity', 'e-new-Iran') }] }
    await expect(store.commit(removal)).rejects.toThrow(StoreError)
    expect(await ask('MATCH (:Report)-[r:MENTIONS]->() RETURN count(r) AS ties')).toEqual([{ ties: 1 }])
  })

  test('where another graph was put there, nothing more is saved', async () => {
    const store = await openStore(target, { outbox: await folder(), beat: 60_000 })
    await put(target, sampleGraph())
    await expect(store.commit(adding('Iran'))).rejects.toThrow(/holds another graph now/)
    expect(store.readOnly).toMatch(/another graph/)
    expect(await kept()).toMatchObject({ names: [], revision: 0 })
  })
})

const row = (times: number, where: string) =>
  report({ fault: `The line to Neo4j cut ${where}`, times, unit: 'cuts', result: 'each change there whole and once' })
