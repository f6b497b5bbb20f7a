import { join } from 'node:path'
import type { StorageStatus } from '@core/contract/hosted'
import type { Merged } from '@core/contract/remote-changes'
import { hostedHandlers } from '@main/handlers/hosted'
import { Files } from '@main/session/files'
import { GraphSession } from '@main/session/graph-session'
import { Tasks } from '@main/session/tasks'
import { disk } from '@main/stores/file-system'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { adding, entity, folder, sampleFile } from '../sample'
import { bareDriver, empty } from '../stores/neo4j/databases'
import { type CuttingProxy, cuttingProxy } from '../stores/neo4j/server/cutting-proxy'
import { onServer } from '../stores/neo4j/server/on-server'
import { databasesIn } from './databases'

onServer('A graph in a database, on the session', ({ uri, user, password }) => {
  const driver = bareDriver({ uri, user, password })
  let proxy: CuttingProxy
  beforeAll(async () => {
    proxy = await cuttingProxy(Number(new URL(uri).port))
  })
  afterAll(() => proxy.close())
  beforeEach(async () => {
    await proxy.up()
    await empty(driver)
  })

  const login = () => ({ scheme: 'bolt' as const, host: '127.0.0.1', port: proxy.port, user, password })
  const where = () => ({ login: login(), database: 'neo4j' })
  const ask = async (cypher: string) => (await driver.executeQuery(cypher)).records.map((row) => row.get(0))

  /** A session with the sample open, and the channels about databases; `home` is that of an earlier start. */
  async function start(home?: string) {
    const place = home ?? (await folder())
    const files = await Files.open({ fs: disk, path: join(place, 'recent.json'), onTrouble: () => {} })
    onTestFinished(() => files.settled())
    const { connections, databases } = await databasesIn(place)
    const links: (StorageStatus & { readonly handle: string })[] = []
    const merged: Merged[] = []
    const progress: number[] = []
    const session = new GraphSession(
      {
        ...{ fs: disk, files, databases, onOpened: () => {} },
        workingCopy: () => Promise.reject(new Error('There is no seed here.')),
        onStorageStatus: (link) => links.push(link),
        onMerged: (one) => merged.push(one)
      },
      home === undefined ? await sampleFile() : undefined
    )
    onTestFinished(() => session.close().catch(() => {}))
    const tasks = new Tasks()
    const send = (_event: string, payload: object) => {
      if ('done' in payload && typeof payload.done === 'number') progress.push(payload.done)
    }
    const hosted = hostedHandlers({ session, files, connections, tasks, send })
    return { session, files, tasks, hosted, links, merged, progress, home: place, connections }
  }

  async function opened(result: ReturnType<GraphSession['current']>) {
    const answer = await result
    if (answer.outcome !== 'opened') throw new Error(JSON.stringify(answer))
    return answer.graph
  }

  /** One that has put the sample into the database and has it open there. */
  async function inDatabase() {
    const started = await start()
    const { session, hosted, files } = started
    const { handle } = await opened(session.current())
    const kept = await hosted['hosted:keep']({ ...where(), task: 't', handle, keep: false })
    if (kept.outcome !== 'kept') throw new Error(JSON.stringify(kept))
    return { ...started, graph: await opened(session.open(files.path(kept.handle) ?? '')) }
  }

  test('it is looked for, made, opened and edited, and its file stays as it is', async () => {
    const { session, hosted, files, links, progress } = await start()
    const { handle } = await opened(session.current())
    const look = () => hosted['hosted:look']({ ...where(), task: 'look' })
    expect(await look()).toMatchObject({ outcome: 'looked', holds: 'nothing', hasOthers: false })
    const kept = await hosted['hosted:keep']({ ...where(), task: 't', handle, keep: false })
    if (kept.outcome !== 'kept') throw new Error(JSON.stringify(kept))
    expect(progress.at(-1)).toBe(7)
    expect(await look()).toMatchObject({ holds: 'graph', title: 'Sample', schema: [] })
    const graph = await opened(session.open(files.path(kept.handle) ?? ''))
    expect(graph).toMatchObject({
      name: `neo4j on 127.0.0.1:${proxy.port}`,
      counts: { entities: 2, records: 7 },
      link: { state: 'connected', waiting: 0 }
    })
    expect(await session.commit(graph.handle, adding(entity('turkey')))).toMatchObject({ outcome: 'saved' })
    expect(await ask("MATCH (n:EntenteEntity {id: 'turkey'}) RETURN n.name")).toEqual(['State turkey'])
    expect(session.name(graph.handle)).toBe('Sample.entente.json')
    expect(links.every(({ handle }) => handle === graph.handle)).toBe(true)
    await expect(session.backups.backups(graph.handle)).rejects.toThrow(/kept in a database, which has no backups here/)
    expect(files.recent().map(({ folder }) => folder)).toEqual(['Neo4j', expect.stringContaining('/')])
  })

  test('a database with other data keeps them, and one with a graph keeps that', async () => {
    const { hosted, session } = await start()
    const { handle } = await opened(session.current())
    await driver.executeQuery("CREATE (:Ship {name: 'Sparta II'})")
    const keep = () => hosted['hosted:keep']({ ...where(), task: 't', handle, keep: false })
    expect(await hosted['hosted:look']({ ...where(), task: 'look' })).toMatchObject({ hasOthers: true })
    expect(await keep()).toMatchObject({ outcome: 'kept' })
    expect(await keep()).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/has put a graph into “neo4j”/)
    })
    expect(await ask('MATCH (n:Ship) RETURN n.name')).toEqual(['Sparta II'])
  })

  test('a copy that was stopped goes on, and one of another graph makes way', async () => {
    const { hosted, session, tasks } = await start()
    const { handle } = await opened(session.current())
    const keep = (task: string) => hosted['hosted:keep']({ ...where(), task, handle, keep: false })
    const stopping = keep('stop')
    tasks.stop('stop')
    expect(await stopping).toEqual({ outcome: 'stopped' })
    await driver.executeQuery(
      "MERGE (g:EntenteGraph {id: 'graph'}) SET g += {graph: 'x', layout: 1, title: 'Half', extra: '{}', revision: 0, copying: 'other', copied: 0}"
    )
    expect(await hosted['hosted:look']({ ...where(), task: 'l' })).toMatchObject({
      holds: 'unfinished',
      title: 'Half'
    })
    expect(await keep('again')).toMatchObject({ outcome: 'kept' })
    expect(await ask('MATCH (g:EntenteGraph) RETURN g.title')).toEqual(['Sample'])
  })

  test('at the next start the password is asked for, a wrong one too, and what was open before stands behind', async () => {
    const first = await inDatabase()
    await first.files.settled()
    await first.connections.settled()
    await first.session.close()
    const { session, hosted, files } = await start(first.home)
    const needed = await session.current()
    expect(needed).toMatchObject({ outcome: 'password', database: 'neo4j', address: { user } })
    expect(JSON.stringify(needed)).not.toContain(password)
    expect((await opened(session.current())).name).toBe('sample.entente.json')
    const enter = (password: string) =>
      hosted['hosted:enter']({ login: { ...login(), password }, database: 'neo4j', keep: false })
    const { handle } = await enter('wrong')
    const path = files.path(handle) ?? ''
    expect(await session.open(path)).toMatchObject({
      outcome: 'password',
      message: expect.stringMatching(/does not know this user and password/)
    })
    await enter(password)
    expect((await opened(session.open(path))).link).toMatchObject({ state: 'connected' })
  })

  test('a password that is kept opens it without a question', async () => {
    const first = await inDatabase()
    await first.hosted['hosted:enter']({ ...where(), keep: true })
    await Promise.all([first.files.settled(), first.connections.settled()])
    await first.session.close()
    const { session } = await start(first.home)
    expect((await opened(session.current())).link).toMatchObject({ state: 'connected', waiting: 0 })
  })

  test('while the server is away changes wait, and that is told; the next opening says so too', async () => {
    const { session, files, links, home, graph, connections } = await inDatabase()
    await proxy.down()
    expect(await session.commit(graph.handle, adding(entity('turkey')))).toMatchObject({ outcome: 'saved' })
    const view = { kind: 'view' as const, id: 'v-1', name: 'Overview', positions: [] }
    await session.commit(graph.handle, adding(view))
    // Where the new entity stands is none of the user's changes.
    expect(links.at(-1)).toMatchObject({ state: 'reconnecting', waiting: 1 })
    await Promise.all([files.settled(), connections.settled()])
    await session.close()

    const next = await start(home)
    await next.hosted['hosted:enter']({ ...where(), keep: false })
    const away = await next.session.current()
    expect(away).toMatchObject({ outcome: 'failed', again: expect.any(String) })
    expect(away).toMatchObject({
      message: expect.stringMatching(/Nothing listens on .* 1 change .* is kept on this computer/)
    })
    await proxy.up()
    const again = await opened(next.session.open(next.files.path('again' in away ? (away.again ?? '') : '') ?? ''))
    expect(again.notice).toMatch(/1 change that waited is saved there now/)
    expect(await ask("MATCH (n:EntenteEntity {id: 'turkey'}) RETURN n.name")).toEqual(['State turkey'])
  }, 60_000)

  test('what another client does comes into the window', async () => {
    const one = await inDatabase()
    const two = await start()
    const { handle } = await two.hosted['hosted:enter']({ ...where(), keep: false })
    const graph = await opened(two.session.open(two.files.path(handle) ?? ''))
    await one.session.commit(one.graph.handle, adding(entity('turkey')))
    await vi.waitFor(() => expect(two.merged).toHaveLength(1), { timeout: 10_000 })
    expect(two.merged[0]).toMatchObject({ handle: graph.handle, change: expect.stringContaining('turkey') })
  }, 60_000)
})
