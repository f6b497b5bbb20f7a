import { setTimeout as pause } from 'node:timers/promises'
import { captionOf } from '@core/external/caption'
import { expect, test } from 'vitest'
import { onServer } from '../neo4j/server/on-server'
import { MOVIES } from './movies'
import { database, searchAll, table } from './opened'

onServer('films and who made them', (access) => {
  const on = database(access, MOVIES)
  const captions = (nodes: readonly Parameters<typeof captionOf>[0][]) => nodes.map((node) => captionOf(node)).sort()
  const one = async (text: string) => {
    const { nodes } = await searchAll(on.exploration, { text: text, most: 10 })
    const found = nodes.find((node) => captionOf(node) === text)
    if (!found) throw new Error(`${text} was not found`)
    return found
  }

  test('the schema: labels, types and properties with their counts, captions that make sense', async () => {
    const schema = await on.exploration.schema()
    expect(schema).toMatchObject({ nodes: 13, relationships: 13, unlabelled: 0, textIndexes: [], notes: [] })
    expect(schema.labels).toMatchObject([
      { name: 'Person', count: 8, sampled: 8, unique: [], caption: 'name' },
      { name: 'Movie', count: 5, sampled: 5, unique: ['title'], caption: 'title' }
    ])
    expect(schema.labels[1]?.properties).toEqual([
      { name: 'released', count: 5 },
      { name: 'tagline', count: 5 },
      { name: 'title', count: 5 }
    ])
    expect(schema.relationshipTypes).toEqual([
      { name: 'ACTED_IN', count: 9 },
      { name: 'DIRECTED', count: 4 }
    ])
  })

  test('a search without an index looks through the nodes and says how many', async () => {
    const { nodes, parts } = await searchAll(on.exploration, { text: 'tom h', most: 10 })
    expect(captions(nodes)).toEqual(['Tom Hanks'])
    expect(parts).toMatchObject([{ looked: 13, of: 13, isThrough: true, notes: [] }])
  })

  test('a search for numbers and for parts of a text', async () => {
    expect(captions((await searchAll(on.exploration, { text: '1999', most: 10 })).nodes)).toEqual(['The Matrix'])
    expect(captions((await searchAll(on.exploration, { text: 'CONNECTED', most: 10 })).nodes)).toEqual(['Cloud Atlas'])
    expect((await searchAll(on.exploration, { text: '(){}[]"\\:*~', most: 10 })).nodes).toEqual([])
  })

  test('a search takes a full-text index where there is one', async () => {
    await on.driver.executeQuery('CREATE FULLTEXT INDEX people FOR (n:Person) ON EACH [n.name]')
    await on.driver.executeQuery('CALL db.awaitIndexes(60)')
    const { textIndexes } = await on.exploration.schema()
    expect(textIndexes).toEqual([{ name: 'people', labels: ['Person'], properties: ['name'] }])
    const found = await searchAll(on.exploration, { text: 'Carrie-Anne mo', most: 10 })
    expect(captions(found.nodes)).toEqual(['Carrie-Anne Moss'])
    for (const hostile of ['OR', 'AND NOT', 'name:*', '"', '+(', 'a\\', '*', '~'])
      await expect(searchAll(on.exploration, { text: hostile, most: 10 })).resolves.toBeDefined()
    const enough = await searchAll(on.exploration, { text: 'Tom', most: 1 })
    expect(captions(enough.nodes)).toEqual(['Tom Hanks'])
    await on.driver.executeQuery('DROP INDEX people')
    await on.exploration.schema()
  })

  test('neighbours are counted by type and direction before any is loaded, then come by page', async () => {
    const hanks = await one('Tom Hanks')
    expect(await on.exploration.neighbours(hanks.id)).toEqual({
      groups: [{ type: 'ACTED_IN', direction: 'out', count: 4 }]
    })
    const { found, next } = await on.exploration.expand({ node: hanks.id, type: 'ACTED_IN', direction: 'out' })
    expect(captions(found.nodes)).toEqual(['Apollo 13', 'Cast Away', 'Cloud Atlas', 'The Da Vinci Code'])
    expect(found.relationships.map(({ from }) => from)).toEqual(Array(4).fill(hanks.id))
    expect(next).toBeUndefined()
    const matrix = await one('The Matrix')
    expect((await on.exploration.neighbours(matrix.id)).groups).toEqual([
      { type: 'ACTED_IN', direction: 'in', count: 2 },
      { type: 'DIRECTED', direction: 'in', count: 1 }
    ])
  })

  test('what ties nodes that were found to those that are there', async () => {
    const [hanks, atlas, matrix] = [await one('Tom Hanks'), await one('Cloud Atlas'), await one('The Matrix')]
    const { relationships, limited } = await on.exploration.between([hanks.id], [atlas.id, matrix.id])
    expect(limited).toBe(false)
    expect(relationships).toMatchObject([{ type: 'ACTED_IN', from: hanks.id, to: atlas.id }])
  })

  test('nodes as they are now, without those that are gone', async () => {
    await on.driver.executeQuery("CREATE (:Person {name: 'Somebody', born: 1900})")
    const [somebody, hanks] = [await one('Somebody'), await one('Tom Hanks')]
    await on.driver.executeQuery("MATCH (n:Person {name: 'Somebody'}) SET n.born = 1901, n:Guest")
    const { nodes } = await on.exploration.nodes([somebody.id, hanks.id])
    expect(nodes.find(({ id }) => id === somebody.id)).toMatchObject({ labels: ['Person', 'Guest'] })
    expect(nodes.find(({ id }) => id === somebody.id)?.properties).toContainEqual([
      'born',
      { type: 'integer', text: '1901' }
    ])
    await on.driver.executeQuery("MATCH (n:Person {name: 'Somebody'}) DELETE n")
    expect(captions((await on.exploration.nodes([somebody.id, hanks.id])).nodes)).toEqual(['Tom Hanks'])
  })

  test('the shortest ways between two people', async () => {
    const [hanks, keanu] = [await one('Tom Hanks'), await one('Keanu Reeves')]
    const { paths, found, note } = await on.exploration.paths(hanks.id, keanu.id)
    expect({ paths, note }).toEqual({ paths: 1, note: undefined })
    expect(captions(found.nodes)).toEqual(['Cloud Atlas', 'Keanu Reeves', 'Lana Wachowski', 'The Matrix', 'Tom Hanks'])
    expect(found.relationships).toHaveLength(4)
    await expect(on.exploration.paths(hanks.id, hanks.id)).rejects.toThrow('That is one node')
  })

  test('no way where there is none', async () => {
    await on.driver.executeQuery("CREATE (:Person {name: 'Nobody at all'})")
    const [hanks, nobody] = [await one('Tom Hanks'), await one('Nobody at all')]
    expect(await on.exploration.paths(hanks.id, nobody.id)).toEqual({
      paths: 0,
      found: { nodes: [], relationships: [] },
      note: 'No way of up to 8 steps joins them.'
    })
    await on.driver.executeQuery("MATCH (n:Person {name: 'Nobody at all'}) DELETE n")
  })

  test('keys that could find a node again, the best first, and nodes found by one', async () => {
    const { keys } = await on.exploration.keys('Movie')
    expect(keys[0]).toEqual({ property: 'title', words: 'kept unique by the database' })
    expect((await on.exploration.keys('Person')).keys[0]?.words).toBe('different in each of 8 nodes')
    const { nodes } = await on.exploration.byKey({
      label: 'Movie',
      property: 'released',
      values: [{ type: 'integer', text: '1999' }, { type: 'string', text: '1999' }, { type: 'null' }]
    })
    expect(captions(nodes)).toEqual(['The Matrix'])
  })

  test('a statement is answered as a table', async () => {
    const { columns, rows, result } = await table(
      on.exploration,
      'MATCH (m:Movie) RETURN m.title AS film, m.released ORDER BY m.released;'
    )
    expect(columns).toEqual(['film', 'm.released'])
    expect(rows[0]).toEqual(['Apollo 13', '1995'])
    expect(result).toMatchObject({ rows: 5, limited: false })
  })

  test('a statement stops at its limit and says so', async () => {
    const { rows, result } = await table(on.exploration, 'UNWIND range(1, 1000000) AS i RETURN i', 1_234)
    expect(rows).toHaveLength(1_234)
    expect(result).toMatchObject({ rows: 1_234, limited: true })
    expect((await table(on.exploration, 'UNWIND range(1, 5) AS i RETURN i', 5)).result.limited).toBe(false)
  })

  test('a result of very large values stops as well', async () => {
    const { rows, result } = await table(
      on.exploration,
      "UNWIND range(1, 9000) AS i RETURN [x IN range(1, 1000) | 'twenty letters or so ']",
      9_000
    )
    expect(result.limited).toBe(true)
    expect(rows.length).toBeLessThan(4_000)
  })

  test.each([
    ['CREATE (n) RETURN n', 'would change the database'],
    ['MATCH (n) SET n.seen = true', 'would change the database'],
    ['MATCH (n) DETACH DELETE n', 'would change the database'],
    ['MATCH (n) CALL (n) { SET n.seen = 1 } IN TRANSACTIONS RETURN n', 'would change the database'],
    ["CALL db.createLabel('New')", 'would change the database'],
    ['CREATE INDEX FOR (n:Movie) ON (n.released)', 'schema or its administration'],
    ["CREATE USER mallory SET PASSWORD 'mallory-1234'", 'schema or its administration'],
    ["CALL dbms.killConnection('x')", 'schema or its administration'],
    ["TERMINATE TRANSACTION 'neo4j-transaction-1'", 'end what others are doing'],
    ["LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line", 'read a file or a web page'],
    ['EXPLAIN CREATE (n)', 'would change the database'],
    ['PROFILE CREATE (n)', 'conflicting values'],
    ['RETURN 1; CREATE (n)', 'exactly one statement']
  ])('%s is refused', async (query, words) => {
    await expect(table(on.exploration, query)).rejects.toThrow(words)
    expect((await table(on.exploration, 'MATCH (n) RETURN count(n)')).rows).toEqual([['13']])
  })

  test('a fault in a statement has its place', async () => {
    await expect(table(on.exploration, 'MATCH (n) RETRUN n')).rejects.toMatchObject({ line: 1, column: 11 })
    await expect(table(on.exploration, 'MATCH (n)\nRETURN m')).rejects.toMatchObject({
      message: expect.stringContaining('Variable `m` not defined'),
      line: 2,
      column: 8
    })
  })

  test('a statement that would run for ever ends within half a second of the request, here and on the server', async () => {
    const stop = new AbortController()
    const endless = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b < 0 RETURN a'
    const running = on.exploration.run({ query: endless, most: 10 }, () => {}, stop.signal)
    await pause(700)
    const began = performance.now()
    stop.abort(new Error('stopped by the user'))
    await expect(running).rejects.toThrow('stopped by the user')
    expect(performance.now() - began).toBeLessThan(500)
    await expect
      .poll(async () => {
        const { records } = await on.driver.executeQuery('SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery')
        return records.filter((row) => row.get('currentQuery') === endless).length
      })
      .toBe(0)
    expect((await table(on.exploration, 'RETURN 1')).rows).toEqual([['1']])
  })
})
