import { apply, type Change, invert } from '@core/change/change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { chooseForLabel } from '@core/external/choose-for-label'
import { includeResult } from '@core/external/external-result'
import { inverseOf, type Operation } from '@core/external/write-back/operation'
import { operationLabel } from '@core/external/write-back/operation-labels'
import { planWriteBack } from '@core/external/write-back/plan'
import { writtenChange } from '@core/external/write-back/written'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, Entity } from '@core/records/records'
import { isWritten, writeBack } from '@main/stores/neo4j/write-back/write-back'
import neo4j from 'neo4j-driver'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { cuttingProxy } from '../neo4j/server/cutting-proxy'
import { onServer } from '../neo4j/server/on-server'
import { MOVIES } from '../neo4j-explore/movies'
import { database, table } from '../neo4j-explore/opened'
import { report } from '../runs'

function ok<T>(result: T): Exclude<T, Refusal> {
  if (isRefusal(result)) throw new Error(result.refused)
  return result as Exclude<T, Refusal>
}

const made = (graph: Graph, change: Change): Graph => ok(apply(graph, change))

const adding = (...records: readonly AnyRecord[]): Change => ({
  label: 'Add',
  edits: records.map((after) => ({ after }))
})

const idOf = (graph: Graph, name: string): string =>
  [...graph.all('entity').values()].find((one) => one.name === name)?.id ?? ''

function changing(graph: Graph, name: string, fields: Partial<Entity>): Change {
  const before = graph.get('entity', idOf(graph, name))
  if (!before) throw new Error(name)
  return { label: 'Change', edits: [{ before, after: { ...before, ...fields } }] }
}

onServer('writing back to an external database', (access) => {
  const on = database(access, MOVIES)

  /** Everything in the database, so that two looks can be compared. */
  const whole = async () => {
    const { records } = await on.driver.executeQuery(
      `MATCH (n) OPTIONAL MATCH (n)-[r]->(m)
       RETURN labels(n) AS labels, properties(n) AS node, type(r) AS type, properties(r) AS tie, properties(m) AS end`
    )
    return records.map((row) => JSON.stringify(row.toObject())).sort()
  }

  /** A file of the analyst's own that holds all films and people, with the keys by which they are found again. */
  const taken = async (): Promise<Graph> => {
    const { values } = await table(on.exploration, 'MATCH (n) RETURN n')
    const nodes = values.flatMap(([value]) => (value?.type === 'node' ? [value.node] : []))
    const ids = nodes.map(({ id }) => id)
    const { relationships } = await on.exploration.between(ids, [])
    let count = 0
    const { change } = includeResult(
      Graph.of('Films', []),
      { entities: new Map(), relations: new Map() },
      { nodes, relationships },
      { label: 'Take', newId: (letter) => `${letter}-${++count}`, rank: () => 0 }
    )
    let graph = made(Graph.of('Films', []), change)
    graph = made(graph, ok(chooseForLabel(graph, 'Movie', { caption: ['title'], key: 'title' })))
    return made(graph, ok(chooseForLabel(graph, 'Person', { key: 'name' })))
  }

  /** What an analyst may do to it: one new person, one new tie, two changed properties and one that is taken away. */
  const edited = async (): Promise<Graph> => {
    let graph = await taken()
    const matrix = graph.get('entity', idOf(graph, 'The Matrix'))
    const { tagline, ...rest } = matrix?.properties ?? {}
    graph = made(graph, changing(graph, 'The Matrix', { properties: { ...rest, released: '1998', seen: true } }))
    const type = graph.get('entity', idOf(graph, 'Tom Hanks'))?.type ?? ''
    graph = made(
      graph,
      adding(
        { kind: 'entity', id: 'e-laurence', type, name: 'Laurence Fishburne', aliases: [], properties: { born: 1961 } },
        { kind: 'relationType', id: 'mentions-by-name', label: 'mentions', inverse: 'is mentioned by' },
        { kind: 'relation', id: 'r-own', type: 'mentions-by-name', from: 'e-laurence', to: idOf(graph, 'The Matrix') }
      )
    )
    return graph
  }

  let before: readonly string[] = []
  beforeEach(async () => {
    before = await whole()
  })

  const takeBack = async (operations: readonly Operation[]) => {
    expect(await writeBack(access, inverseOf(operations))).toEqual({ outcome: 'written' })
    expect(await whole()).toEqual(before)
  }

  test('a file that was only read has nothing to write', async () => {
    expect(planWriteBack(await taken())).toEqual({ operations: [], left: [] })
  })

  test('what was added and changed is listed, written in one transaction, and taken back to the last bit', async () => {
    const graph = await edited()
    const { operations, left } = planWriteBack(graph)
    expect(operations.map(operationLabel)).toEqual([
      'Add the node “Laurence Fishburne” with the label Person: name “Laurence Fishburne”, born 1961.',
      'Change released from 1999 to 1998 of “The Matrix” (Movie with title “The Matrix”).',
      'Set seen to true of “The Matrix” (Movie with title “The Matrix”).',
      'Remove tagline, now “Welcome to the Real World”, of “The Matrix” (Movie with title “The Matrix”).',
      'Add the relationship “Laurence Fishburne” → MENTIONS_BY_NAME → “The Matrix”.'
    ])
    expect(left).toEqual([])
    expect(await writeBack(access, operations)).toEqual({ outcome: 'written' })
    const { records } = await on.driver.executeQuery(
      `MATCH (p:Person {name: 'Laurence Fishburne'})-[r:MENTIONS_BY_NAME]->(m)
       RETURN p.born AS born, properties(m) AS film, properties(r) AS tie`
    )
    expect(records[0]?.toObject()).toEqual({
      born: neo4j.int(1961),
      film: { title: 'The Matrix', released: neo4j.int(1998), seen: true },
      tie: { ententeId: 'r-own' }
    })
    // The file now says the same as the database, so that nothing is left to write; and that can be undone as well.
    const change = writtenChange(graph, operations, 'Write back')
    const after = made(graph, change)
    expect(planWriteBack(after)).toEqual({ operations: [], left: [] })
    expect(planWriteBack(made(after, invert(change))).operations).toEqual(operations)
    await takeBack(operations)
  })

  test('what others have changed meanwhile refuses the whole, in words', async () => {
    const { operations } = planWriteBack(await edited())
    await on.driver.executeQuery("MATCH (m:Movie {title: 'The Matrix'}) SET m.released = 1997")
    const now = await whole()
    expect(await writeBack(access, operations)).toEqual({
      outcome: 'refused',
      message:
        'Somebody has changed “released” of “The Matrix” meanwhile: it was “1999” and now is “1997”. Nothing was written.'
    })
    expect(await whole()).toEqual(now)
    await on.driver.executeQuery("MATCH (m:Movie {title: 'The Matrix'}) SET m.released = 1999")
  })

  test('a node that is gone, or of which there are two, refuses the whole', async () => {
    const { operations } = planWriteBack(await edited())
    await on.driver.executeQuery("MATCH (m:Movie {title: 'The Matrix'}) SET m.title = 'Matrix'")
    expect(await writeBack(access, operations)).toMatchObject({
      message: expect.stringContaining('no longer in the database')
    })
    await on.driver.executeQuery("MATCH (m:Movie {title: 'Matrix'}) SET m.title = 'The Matrix'")
    const graph = await taken()
    const tied = made(graph, changing(graph, 'Tom Hanks', { properties: { name: 'Tom Hanks', born: '1957' } }))
    await on.driver.executeQuery("CREATE (:Person {name: 'Tom Hanks'})")
    expect(await writeBack(access, planWriteBack(tied).operations)).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('fits 2 nodes')
    })
    await on.driver.executeQuery("MATCH (p:Person {name: 'Tom Hanks'}) WHERE p.born IS NULL DELETE p")
  })

  test('writing twice writes once', async () => {
    const { operations } = planWriteBack(await edited())
    expect(await writeBack(access, operations)).toEqual({ outcome: 'written' })
    const once = await whole()
    expect(await writeBack(access, operations)).toMatchObject({ message: expect.stringContaining('is there already') })
    expect(await whole()).toEqual(once)
    await takeBack(operations)
  })

  test('it is not taken back where others have built on it', async () => {
    const { operations } = planWriteBack(await edited())
    expect(await writeBack(access, operations)).toEqual({ outcome: 'written' })
    await on.driver.executeQuery("MATCH (p:Person {name: 'Laurence Fishburne'}) SET p.born = 1962")
    expect(await writeBack(access, inverseOf(operations))).toMatchObject({
      message: expect.stringContaining('Somebody has changed “Laurence Fishburne” since it was added')
    })
    await on.driver.executeQuery(
      "MATCH (p:Person {name: 'Laurence Fishburne'}), (q:Person {name: 'Tom Hanks'}) SET p.born = 1961 CREATE (q)-[:KNOWS]->(p)"
    )
    expect(await writeBack(access, inverseOf(operations))).toMatchObject({
      message: expect.stringContaining('Somebody has tied “Laurence Fishburne” to something')
    })
    await on.driver.executeQuery('MATCH ()-[r:KNOWS]->() DELETE r')
    await takeBack(operations)
  })

  describe('when the line breaks', () => {
    const through = async () => {
      const proxy = await cuttingProxy(Number(new URL(access.uri.replace(/^[^:]+/, 'http')).port))
      onTestFinished(() => proxy.close())
      return { proxy, request: { ...access, uri: `bolt://127.0.0.1:${proxy.port}` } }
    }

    test('and the answer to COMMIT is lost, it is known to be written', async () => {
      const { operations } = planWriteBack(await edited())
      const { proxy, request } = await through()
      const cut = proxy.cut({ at: 'answer-to-commit' })
      expect(await writeBack(request, operations)).toEqual({ outcome: 'written' })
      await cut
      expect(await isWritten(access, operations)).toBe(true)
      await takeBack(operations)
      row(1)
    })

    test('and COMMIT itself is lost, it is known not to be', async () => {
      const { operations } = planWriteBack(await edited())
      const { proxy, request } = await through()
      const cut = proxy.cut({ at: 'commit' })
      expect(await writeBack(request, operations)).toMatchObject({
        outcome: 'refused',
        message: 'The connection broke before the server had kept it. Nothing was written.'
      })
      await cut
      expect(await isWritten(access, operations)).toBe(false)
      expect(await whole()).toEqual(before)
      row(1)
    })

    test.each([4_000, 6_000, 8_000])('after %i bytes, all of it is there or nothing, as was said', async (bytes) => {
      const { operations } = planWriteBack(await edited())
      const { proxy, request } = await through()
      proxy.cut({ at: 'from-server', bytes })
      const { outcome } = await writeBack(request, operations)
      const now = await whole()
      if (outcome === 'written') await takeBack(operations)
      else expect(now).toEqual(before)
      row(1)
    })
  })

  test('names and values that would break out of a statement do not', async () => {
    let graph = await taken()
    const evil = "x'}) DETACH DELETE n //`\\u0060"
    graph = made(
      graph,
      changing(graph, 'Cast Away', {
        properties: { ...graph.get('entity', idOf(graph, 'Cast Away'))?.properties, [evil]: evil }
      })
    )
    graph = made(
      graph,
      adding(
        { kind: 'entityType', id: evil.replaceAll(' ', '_'), label: 'Odd', neo4j: { label: evil } },
        {
          kind: 'entity',
          id: 'e-evil',
          type: evil.replaceAll(' ', '_'),
          name: evil,
          aliases: []
        }
      )
    )
    const { operations } = planWriteBack(graph)
    expect(await writeBack(access, operations)).toEqual({ outcome: 'written' })
    const { records } = await on.driver.executeQuery(
      'MATCH (n {ententeId: $id}) RETURN labels(n) AS labels, n.name AS name',
      { id: 'e-evil' }
    )
    expect(records[0]?.toObject()).toEqual({ labels: [evil], name: evil })
    await takeBack(operations)
  })
})

const row = (times: number) =>
  report({
    fault: 'The line cut while something is written back to an external database',
    times,
    unit: 'cuts',
    result: 'all of it there or nothing, as was said'
  })
