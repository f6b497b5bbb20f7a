import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { DatabaseConnection } from '@main/stores/neo4j/hosted/database-connection'
import { fill } from '@main/stores/neo4j/hosted/fill'
import { load } from '@main/stores/neo4j/hosted/load'
import { generateGraph } from '@seed/generate'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { graph as anyGraph } from '../../../core/arbitraries'
import { entity, RECORDS, relation, sampleGraph } from '../../../core/sample'
import { entente, fileWith } from '../../cli/run-main'
import { bareDriver, empty, folder } from './databases'
import { onServer } from './server/on-server'

const SEED = fileURLToPath(new URL('../../../../graph-seed/syria-2024.entente.json', import.meta.url))

onServer('entente copy', (target) => {
  const { uri, user, password } = target
  const driver = bareDriver(target)
  const connection = new DatabaseConnection(target)
  afterAll(() => connection.close())

  beforeEach(async () => {
    process.env.ENTENTE_NEO4J_PASSWORD = password
    await empty(driver)
  })
  afterEach(() => {
    delete process.env.ENTENTE_NEO4J_PASSWORD
  })

  const copyIn = (file: string, ...options: readonly string[]) => entente('copy', file, uri, '--user', user, ...options)
  const copyOut = (file: string, ...options: readonly string[]) =>
    entente('copy', uri, file, '--user', user, ...options)
  const ask = async (cypher: string) => (await driver.executeQuery(cypher)).records.map((row) => row.toObject())
  const freshPath = async () => join(await folder(), 'back.entente.json')

  test('the seed graph comes back byte for byte', async () => {
    expect(await copyIn(SEED)).toMatchObject({ code: 0, out: [] })
    const back = await freshPath()
    expect(await copyOut(back)).toMatchObject({ code: 0, out: [] })
    expect(await readFile(back, 'utf8')).toBe(await readFile(SEED, 'utf8'))
  })

  test('a generated graph comes back byte for byte', async () => {
    const text = serialiseGraph(generateGraph({ entities: 1_500, seed: 7 }))
    const file = await fileWith(text)
    expect(await copyIn(file)).toMatchObject({ code: 0 })
    const back = await freshPath()
    expect(await copyOut(back)).toMatchObject({ code: 0 })
    expect((await readFile(back, 'utf8')) === text).toBe(true)
  })

  test('any graph comes back byte for byte, whatever texts are in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        expect(await fill(connection, graph, { replace: true })).toEqual({ kind: 'copied', resumed: 0 })
        const loaded = await load(connection)
        expect('graph' in loaded && serialiseGraph(loaded.graph)).toBe(serialiseGraph(graph))
      }),
      { numRuns: 40 }
    )
  }, 120_000)

  test('other tools see entities with the labels of their types and relations as relationships', async () => {
    await copyIn(await fileWith(serialiseGraph(sampleGraph())))
    const found = await ask(
      'MATCH (a:EntenteEntity:Person)-[r:LEADS {id: "r-leads"}]->(b:EntenteEntity:ArmedGroup) RETURN a.id AS a, b.names AS names'
    )
    expect(found).toEqual([{ a: 'e-sharaa', names: expect.any(Array) }])
  })

  test('names of types that could be taken for Cypher become names of their own, and come back', async () => {
    const odd = ['a`b', 'a-b', 'A-B', '——', '1st', 'entente-graph', 'دولة', '\\u0060', 'x'.repeat(200), 'DELETE']
    const records: readonly AnyRecord[] = odd.flatMap((id, at): readonly AnyRecord[] => [
      { kind: 'entityType', id, label: `Type ${at}` },
      { kind: 'relationType', id, label: `r ${at}`, inverse: 'back' },
      entity(`e-${at}`, id, `Entity ${at}`),
      relation(`r-${at}`, id, `e-${at}`, `e-${(at * 7) % odd.length}`)
    ])
    const graph = Graph.of('Odd', records)
    await fill(connection, graph)
    const loaded = await load(connection)
    expect('graph' in loaded && serialiseGraph(loaded.graph)).toBe(serialiseGraph(graph))
    const types = await ask('MATCH (n:EntenteEntityType) RETURN count(DISTINCT n.writtenAs) AS names')
    expect(types).toEqual([{ names: odd.length }])
  })

  test('a thousand parallel relations and self-loops come back', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) =>
      relation(`r-${at}`, 'near', 'e-russia', at % 2 ? 'e-russia' : 'e-hts')
    )
    const graph = Graph.of('Parallel', [
      ...RECORDS.filter(({ kind }) => kind !== 'relation' && kind !== 'claim'),
      ...many
    ])
    await fill(connection, graph)
    const loaded = await load(connection)
    expect('graph' in loaded && serialiseGraph(loaded.graph)).toBe(serialiseGraph(graph))
  })

  test('constraints and indexes are shown before they are made', async () => {
    for (const { name } of await ask('SHOW CONSTRAINTS YIELD name')) await ask(`DROP CONSTRAINT ${name}`)
    const listed = await entente('copy', '--schema')
    expect(listed.out.length).toBeGreaterThan(5)
    const { err } = await copyIn(SEED)
    expect(err[0]).toMatch(/^Making \d+ constraints and indexes/)
    for (const { name } of await ask('SHOW CONSTRAINTS YIELD name')) expect(err.join('\n')).toContain(name)
  })

  test('data that are not ours are neither hidden by a copy nor touched', async () => {
    await ask('CREATE (:Film {title: "Waltz with Bashir"})-[:MEETS {id: "theirs"}]->(:State {id: "e-russia"})')
    expect(await copyIn(SEED)).toMatchObject({ code: 1, err: [expect.stringContaining('--beside')] })
    expect(await ask('MATCH (n) RETURN count(n) AS nodes')).toEqual([{ nodes: 2 }])
    expect(await copyIn(SEED, '--beside')).toMatchObject({ code: 0 })
    const back = await freshPath()
    await copyOut(back)
    expect(await readFile(back, 'utf8')).toBe(await readFile(SEED, 'utf8'))
    const small = await fileWith(serialiseGraph(sampleGraph()))
    expect(await copyIn(small, '--replace')).toMatchObject({ code: 1, err: [expect.stringContaining('other data')] })
    expect(await copyIn(small, '--replace', '--beside')).toMatchObject({ code: 0 })
    const theirs =
      'MATCH (a:Film)-[r:MEETS]->(b:State) WHERE NOT b:EntenteEntity RETURN properties(a) AS a, properties(r) AS r, properties(b) AS b'
    expect(await ask(theirs)).toEqual([
      { a: { title: 'Waltz with Bashir' }, r: { id: 'theirs' }, b: { id: 'e-russia' } }
    ])
  })

  test('another graph is replaced only when told so, and whole', async () => {
    await copyIn(SEED)
    const small = await fileWith(serialiseGraph(sampleGraph()))
    expect(await copyIn(small)).toMatchObject({ code: 1, err: [expect.stringContaining('“Syria 2024”')] })
    expect(await copyIn(small, '--replace')).toMatchObject({ code: 0 })
    const back = await freshPath()
    await copyOut(back)
    expect(await readFile(back, 'utf8')).toBe(serialiseGraph(sampleGraph()))
  })

  test('where another tool took away what others name, or spoilt a record, that is said, and nothing is opened', async () => {
    await copyIn(await fileWith(serialiseGraph(sampleGraph())))
    await ask('MATCH (n:EntenteSource {id: "s-wire"}) DETACH DELETE n')
    await ask('MATCH (n:EntenteEntity {id: "e-hts"}) SET n.name = ["not", "a", "name"]')
    const back = await freshPath()
    const { code, err } = await copyOut(back)
    expect(code).toBe(1)
    expect(err.join('\n')).toMatch(/e-hts/)
    await ask('MATCH (n:EntenteEntity {id: "e-hts"}) SET n.name = "HTS"')
    expect((await copyOut(back)).err.join('\n')).toMatch(/names “s-wire”, and there is no such source/)
  })

  test('a file is replaced only when told so', async () => {
    await copyIn(SEED)
    const file = await fileWith('mine')
    expect(await copyOut(file)).toMatchObject({ code: 1, err: [expect.stringContaining('--replace')] })
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect(await copyOut(file, '--replace')).toMatchObject({ code: 0 })
    expect(await readFile(file, 'utf8')).toBe(await readFile(SEED, 'utf8'))
  })

  test('a copy that was stopped cannot be opened, and goes on where it stopped', async () => {
    const graph = generateGraph({ entities: 2_500, seed: 3 })
    const text = serialiseGraph(graph)
    const stop = new Error('stopped')
    const halfWay = fill(connection, graph, {
      onProgress: (done) => {
        if (done > 10_000) throw stop
      }
    })
    await expect(halfWay).rejects.toBe(stop)
    const back = await freshPath()
    expect(await copyOut(back)).toMatchObject({ code: 1, err: [expect.stringContaining('not copied')] })
    const other = await fileWith(serialiseGraph(sampleGraph()))
    expect(await copyIn(other)).toMatchObject({ code: 1 })
    const { code, err } = await copyIn(await fileWith(text))
    expect(code).toBe(0)
    expect(err.join('\n')).toMatch(/The first 1\d\D000 records had been copied before\./)
    expect(await copyOut(back)).toMatchObject({ code: 0 })
    expect((await readFile(back, 'utf8')) === text).toBe(true)
  }, 120_000)

  test('a copy that others remove while it is made says so, and is not taken for whole', async () => {
    class Disturbed extends DatabaseConnection {
      isDue = false

      override async transaction(...asked: Parameters<DatabaseConnection['transaction']>): Promise<never> {
        if (this.isDue) await ask('MATCH (g:EntenteGraph) DELETE g')
        return super.transaction(...asked) as Promise<never>
      }
    }
    const disturbed = new Disturbed(target)
    const copied = fill(disturbed, generateGraph({ entities: 2_500, seed: 3 }), {
      onProgress: () => {
        disturbed.isDue = true
      }
    })
    await expect(copied).rejects.toThrow(/Somebody else has taken away what was copied so far/)
    await disturbed.close()
    expect(await copyOut(await freshPath())).toMatchObject({ code: 1 })
  }, 120_000)

  test('no password is ever said, and one in the address is refused', async () => {
    process.env.ENTENTE_NEO4J_PASSWORD = 'hush-hush-hush'
    const wrong = await copyIn(SEED)
    expect(wrong.code).toBe(1)
    expect(wrong.err.join('\n')).toMatch(/password/)
    const inAddress = await entente('copy', SEED, uri.replace('://', '://neo4j:hush-hush-hush@'))
    expect(inAddress.code).toBe(2)
    expect(JSON.stringify([wrong, inAddress])).not.toContain('hush')
  })
})
