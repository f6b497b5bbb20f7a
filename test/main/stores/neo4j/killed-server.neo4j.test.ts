import type { Change } from '@core/change/change'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { DatabaseConnection } from '@main/stores/neo4j/hosted/database-connection'
import { fill } from '@main/stores/neo4j/hosted/fill'
import { generateGraph } from '@seed/generate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { entity, sampleGraph } from '../../../core/sample'
import { explore, table } from '../neo4j-explore/opened'
import { report } from '../runs'
import { bareDriver, folder, openStore, put } from './databases'
import { onServer } from './server/on-server'
import { type Server, startServer } from './server/start-server'

const many = (batch: number): Change => ({
  label: `Add batch ${batch}`,
  edits: Array.from({ length: 1_500 }, (_, at) => ({ after: entity(`e-${batch}-${at}`, 'state', `State ${at}`) }))
})

/** After how many milliseconds of writing it is killed; each time it has to start again, which takes seconds. */
const MOMENTS = process.env.ENTENTE_FAULTS === 'many' ? [0, 5, 20, 40, 60, 80, 100, 150, 200, 300] : [60]

/** How much of a graph has been read when it is killed. */
const READ = process.env.ENTENTE_FAULTS === 'many' ? [0, 0.1, 0.2, 0.4, 0.6, 0.8] : [0.3]

onServer('When the server is killed', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer()
  }, 180_000)
  afterAll(() => server.stop())

  test('in the middle of writing, a change is there whole or not at all, then once, soon after the server is back', async () => {
    await put(server, sampleGraph())
    const store = await openStore(server, { outbox: await folder() })
    const driver = bareDriver(server)
    const count = async () => {
      const { records } = await driver.executeQuery(
        `MATCH (g:EntenteGraph) OPTIONAL MATCH (n:EntenteEntity) WHERE n.id =~ 'e-[0-9]+-[0-9]+'
         RETURN g.revision AS revision, count(n) AS entities`
      )
      return records[0]?.toObject()
    }
    const reached: number[] = []
    const answers: number[] = []
    for (const [batch, after] of MOMENTS.entries()) {
      const isKept = store.commit(many(batch))
      await new Promise((resolve) => setTimeout(resolve, after))
      await server.kill()
      await isKept
      await server.start()
      const back = Date.now()
      const isReached = vi.waitFor(() => expect(store.connection).toBe('connected'), { timeout: 30_000, interval: 20 })
      void isReached.then(() => reached.push(Date.now() - back))
      // Whole or not at all, even before it is sent again.
      expect(((await count())?.entities as number) % 1_500).toBe(0)
      answers.push(Date.now() - back)
      await vi.waitFor(() => expect([store.connection, store.waiting]).toEqual(['connected', 0]), {
        timeout: 30_000,
        interval: 20
      })
      expect(await count()).toEqual({ revision: batch + 1, entities: (batch + 1) * 1_500 })
    }
    report({
      fault: 'Neo4j killed (-9) while a change of 1 500 records is written',
      times: reached.length,
      unit: 'kills',
      result: 'each change there whole and once'
    })
    console.log(
      `Connected again ${reached.join(', ')} ms after the server was back; a bare driver had its first answer after ${answers.join(', ')} ms.`
    )
  }, 900_000)

  test('in the middle of reading, that is said, nothing is half read, and it is read again when the server is back', async () => {
    const graph = generateGraph({ entities: 2_500, seed: 6 })
    await put(server, graph)
    const outbox = await folder()
    for (const share of READ) {
      const exploration = await explore(server)
      let rows = 0
      let killed: Promise<void> | undefined
      const asked = exploration.run({ query: 'UNWIND range(1, 1000000000) AS i RETURN i', most: 1e9 }, (_, more) => {
        rows += more.length
      })
      const opened = openStore(server, {
        outbox,
        onProgress: (done, all) => {
          if (done / all >= share) killed ??= server.kill()
        }
      })
      const [statement, store] = await Promise.allSettled([asked, opened])
      expect(statement).toMatchObject({ reason: { message: expect.stringContaining('The server cannot be reached') } })
      expect(rows).toBeGreaterThan(0)
      // It may have been quicker than the kill: then it has all of it.
      if (store.status === 'fulfilled') {
        expect(serialiseGraph(store.value.graph) === serialiseGraph(graph)).toBe(true)
        await store.value.close()
      } else expect(store.reason.message).toMatch(/could not be opened: the server cannot be reached/)
      await killed
      await server.start()
      await vi.waitFor(() => expect(exploration.state).toBe('connected'), { timeout: 30_000, interval: 20 })
      expect((await table(exploration, 'MATCH (n:EntenteEntity) RETURN count(n)')).rows).toEqual([['2500']])
      await exploration.close()
    }
    const store = await openStore(server, { outbox })
    expect(serialiseGraph(store.graph) === serialiseGraph(graph)).toBe(true)
    report({
      fault: 'Neo4j killed (-9) while a graph is opened and a statement answered',
      times: READ.length,
      unit: 'kills',
      result: 'said in words, and read whole when it was back'
    })
  }, 900_000)

  test('in the middle of a copy, the copy goes on and is whole', async () => {
    const graph = generateGraph({ entities: 2_500, seed: 5 })
    const connection = new DatabaseConnection(server)
    let killed: Promise<void> | undefined
    try {
      const result = await fill(connection, graph, {
        replace: true,
        onProgress: (done) => {
          if (done > 5_000) killed ??= server.kill().then(() => server.start())
        }
      })
      await killed
      expect(result).toEqual({ kind: 'copied', resumed: 0 })
    } finally {
      await connection.close()
    }
    const store = await openStore(server, { outbox: await folder() })
    expect(serialiseGraph(store.graph) === serialiseGraph(graph)).toBe(true)
    report({
      fault: 'Neo4j killed (-9) while a graph is copied there',
      times: 1,
      unit: 'kills',
      result: 'the copy went on, and was the same byte for byte'
    })
  }, 240_000)
})
