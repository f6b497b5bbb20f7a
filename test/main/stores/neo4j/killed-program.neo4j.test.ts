import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleGraph } from '../../../core/sample'
import { bundle } from '../bundle'
import { LineProcess } from '../line-process'
import { report } from '../runs'
import { bareDriver, empty, folder, openStore, put } from './databases'
import { type CuttingProxy, cuttingProxy } from './server/cutting-proxy'
import { onServer } from './server/on-server'

const ROUNDS = process.env.ENTENTE_FAULTS === 'many' ? 200 : 8

onServer('When the program is killed', (target) => {
  const driver = bareDriver(target)
  let proxy: CuttingProxy
  let program = ''

  beforeAll(async () => {
    proxy = await cuttingProxy(Number(new URL(target.uri).port))
    program = await bundle('neo4j/away-worker.ts')
  })
  afterAll(() => proxy.close())

  test('while the line comes and goes, all that it said is kept, once and in order', async () => {
    await empty(driver)
    await put(target, sampleGraph())
    const outbox = await folder()
    const behind = { ...target, uri: `bolt://127.0.0.1:${proxy.port}` }
    let sure = 0
    const moments = fc.record({ before: fc.nat(4_000), away: fc.boolean(), more: fc.integer({ min: 1, max: 5 }) })
    for (const { before, away, more } of fc.sample(moments, { numRuns: ROUNDS, seed: 1 })) {
      const worker = new LineProcess(program)
      await worker.line(0)
      worker.tell(JSON.stringify({ ...behind, outbox }))
      const found = Number((await worker.line(1)).replace('found ', ''))
      expect(found).toBeGreaterThanOrEqual(sure)
      const cut = proxy.cut({ at: before % 2 ? 'to-server' : 'from-server', bytes: before })
      if (away) await cut.then(() => proxy.down())
      await worker.line(worker.lines.length + more)
      await worker.kill()
      sure = Number(worker.lines.at(-1)?.replace('kept ', ''))
      await proxy.up()
    }
    // Whatever still waits arrives when it is opened once more.
    const store = await openStore(target, { outbox })
    expect(store.waiting).toBe(0)
    const { records } = await driver.executeQuery(
      'MATCH (c:EntenteChange) WITH c ORDER BY c.revision RETURN collect(c.label) AS labels'
    )
    const labels: readonly string[] = records[0]?.get('labels')
    expect(labels).toEqual(labels.map((_label, at) => `Add ${at + 1}`))
    // The last one may have been kept without its acknowledgement.
    expect(labels.length).toBeGreaterThanOrEqual(sure)
    expect(labels.length).toBeLessThanOrEqual(sure + 1)
    report({
      fault: 'The program killed (-9) while Neo4j comes and goes',
      times: ROUNDS,
      unit: 'kills',
      result: 'all that it said kept, once and in order'
    })
  }, 600_000)
})
