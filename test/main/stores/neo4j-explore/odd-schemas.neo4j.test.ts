import { captionOf } from '@core/external/caption'
import { cypherName } from '@core/text/cypher-names'
import { expect, test } from 'vitest'
import { onServer } from '../neo4j/server/on-server'
import { database, searchAll, table } from './opened'

const NAMES = [
  ...['with space', 'back`tick', '``', '`', "it's", '"quoted"', 'semi;colon', '$parameter', '{brace}', ':Colon', '\\'],
  ...[
    '\\u0060) DETACH DELETE n //',
    '\\\\u0060',
    'tab\there',
    'line\nbreak',
    '// comment',
    '/* */',
    'عربي',
    '😀',
    'é',
    'e\u0301'
  ],
  ...['\u202Eturned', '\u200f', 'MATCH', 'null', '__proto__', 'constructor', 'toString', '0', 'a'.repeat(500)]
]

onServer('unusual names', (access) => {
  const on = database(
    access,
    NAMES.map((name) => {
      const safe = cypherName(name)
      return [`CREATE (:${safe} {${safe}: $name})-[:${safe} {${safe}: 1}]->(:End {of: $name})`, { name }]
    })
  )

  test('all are in the schema, as they are', async () => {
    const { labels, relationshipTypes } = await on.exploration.schema()
    expect(labels.map(({ name }) => name).sort()).toEqual(['End', ...NAMES].sort())
    expect(relationshipTypes.map(({ name }) => name).sort()).toEqual(NAMES.toSorted())
    for (const name of NAMES)
      expect(labels.find((label) => label.name === name)?.properties).toEqual([{ name, count: 1 }])
  })

  test('each is found, expanded and keyed, and nothing but it', async () => {
    for (const name of NAMES) {
      const { nodes } = await on.exploration.byKey({
        label: name,
        property: name,
        values: [{ type: 'string', text: name }]
      })
      expect(nodes).toMatchObject([{ labels: [name], properties: [[name, { type: 'string', text: name }]] }])
      const node = nodes[0]?.id ?? ''
      expect((await on.exploration.neighbours(node)).groups).toEqual([{ type: name, direction: 'out', count: 1 }])
      const { found } = await on.exploration.expand({ node, type: name, direction: 'out' })
      expect(found.nodes).toMatchObject([{ labels: ['End'], properties: [['of', { text: name }]] }])
      expect(found.relationships).toMatchObject([{ type: name, properties: [[name, { type: 'integer', text: '1' }]] }])
      expect((await on.exploration.keys(name)).keys).toMatchObject([{ property: name }])
    }
    expect((await table(on.exploration, 'MATCH (n) RETURN count(n)')).rows).toEqual([[String(NAMES.length * 2)]])
  })

  test('a name that no server takes is refused before it is asked', async () => {
    await expect(on.exploration.expand({ node: 'x', type: '', direction: 'in' })).rejects.toThrow(RangeError)
  })
})

onServer('nodes without labels, with many, with nothing', (access) => {
  const many = Array.from({ length: 100 }, (_, at) => `L${String(at).padStart(3, '0')}`)
  const on = database(access, [
    ["UNWIND range(1, 50) AS i CREATE ({title: 'bare ' + i})"],
    ['UNWIND range(1, 20) AS i CREATE ()'],
    [`CREATE (n:${many.join(':')} {name: 'of a hundred labels'})`],
    [
      'UNWIND range(1, 300) AS i CREATE (n:Sparse) FOREACH (_ IN CASE WHEN i % 100 = 0 THEN [1] ELSE [] END | SET n.rare = i)'
    ],
    [
      "CREATE (n:Mixed {v: 1}), (:Mixed {v: 'one'}), (:Mixed {v: [1, 2]}), (:Mixed {v: point({x: 1, y: 1})}), (:Mixed {v: date()})"
    ]
  ])

  test('the schema of a small database is of all its nodes', async () => {
    const schema = await on.exploration.schema()
    expect(schema).toMatchObject({ nodes: 376, unlabelled: 70, relationships: 0, relationshipTypes: [] })
    expect(schema.labels).toHaveLength(102)
    expect(schema.notes).toEqual([])
    expect(schema.labels[0]).toMatchObject({ name: 'Sparse', count: 300, sampled: 300 })
    expect(schema.labels[0]?.properties[0]).toEqual({ name: 'rare', count: 3 })
  })

  test('a node without a label is found, and named by what it has', async () => {
    const { nodes } = await searchAll(on.exploration, { text: 'bare 50', most: 10 })
    expect(nodes.map((node) => captionOf(node))).toEqual(['bare 50'])
    expect(captionOf({ id: '', labels: [], properties: [] })).toBe('No name')
  })

  test('a search through values of every kind finds them all', async () => {
    const { nodes } = await searchAll(on.exploration, { text: 'hundred', most: 10 })
    expect(nodes[0]?.labels.toSorted()).toEqual(many)
    expect((await searchAll(on.exploration, { text: 'one', most: 10 })).nodes.map(({ labels }) => labels[0])).toContain(
      'Mixed'
    )
  })

  test('a property that most nodes lack is a poor key, and says so', async () => {
    const { keys } = await on.exploration.keys('Sparse')
    expect(keys).toEqual([{ property: 'rare', words: '297 have none, of 300 nodes' }])
  })
})

onServer('crowds', (access) => {
  const on = database(access, [
    ["CREATE (:Hub {name: 'hub'})"],
    ["MATCH (h:Hub) UNWIND range(1, 10000) AS i CREATE (h)-[:HAS]->(:Leaf {name: 'leaf ' + i})"],
    ["CREATE (a:Pair {name: 'left'})-[:SELF]->(a) CREATE (a)-[:SELF]->(a) CREATE (:Pair {name: 'right'})"],
    [
      "MATCH (a:Pair {name: 'left'}), (b:Pair {name: 'right'}) UNWIND range(1, 1000) AS i CREATE (a)-[:SAME {i: i}]->(b)"
    ]
  ])
  const one = async (name: string) => {
    const { nodes } = await searchAll(on.exploration, { text: name, most: 1 })
    if (!nodes[0]) throw new Error(name)
    return nodes[0]
  }

  test('a hub is counted, not loaded; its pages hold each neighbour once', async () => {
    const hub = await one('hub')
    expect((await on.exploration.neighbours(hub.id)).groups).toEqual([{ type: 'HAS', direction: 'out', count: 10_000 }])
    const seen = new Set<string>()
    let after: string | undefined
    for (let page = 1; page <= 51; page++) {
      const { found, next } = await on.exploration.expand({ node: hub.id, type: 'HAS', direction: 'out', after })
      for (const { id } of found.nodes) {
        expect(seen.has(id)).toBe(false)
        seen.add(id)
      }
      if (page <= 50) expect(found.nodes).toHaveLength(200)
      after = next
      if (!after) break
    }
    expect(seen.size).toBe(10_000)
  })

  test('a thousand parallel relationships come by page, each once; those from a node to itself go out', async () => {
    const left = await one('left')
    expect((await on.exploration.neighbours(left.id)).groups).toEqual([
      { type: 'SAME', direction: 'out', count: 1_000 },
      { type: 'SELF', direction: 'out', count: 2 }
    ])
    const ids = new Set<string>()
    let after: string | undefined
    do {
      const { found, next } = await on.exploration.expand({ node: left.id, type: 'SAME', direction: 'out', after })
      expect(found.nodes.length).toBeLessThanOrEqual(1)
      for (const { id } of found.relationships) ids.add(id)
      after = next
    } while (after)
    expect(ids.size).toBe(1_000)
    const loops = await on.exploration.expand({ node: left.id, type: 'SELF', direction: 'out' })
    expect(loops.found.relationships.map(({ from, to }) => [from, to])).toEqual(Array(2).fill([left.id, left.id]))
    expect((await on.exploration.expand({ node: left.id, type: 'SELF', direction: 'in' })).found.relationships).toEqual(
      []
    )
  })

  test('paths between ends with a thousand parallel ties are bounded, and say so', async () => {
    const { paths, found, note } = await on.exploration.paths((await one('left')).id, (await one('right')).id)
    expect({ paths, note }).toEqual({ paths: 20, note: 'There are more; the first 20 are shown.' })
    expect(found.nodes).toHaveLength(2)
  })
})

onServer('ten thousand types of relationship', (access) => {
  const on = database(access, [["CREATE (:Centre {name: 'centre'})-[:FIRST]->(:Edge)"]])

  test('are counted in the schema and around a node', async () => {
    const types = Array.from({ length: 10_000 }, (_, at) => `TYPE ${at}`)
    // A small server has not the memory for many new types in one transaction.
    for (let from = 0; from < types.length; from += 100)
      await on.driver.executeQuery('MATCH (c:Centre)-[:FIRST]->(e) UNWIND $types AS type CREATE (c)-[:$(type)]->(e)', {
        types: types.slice(from, from + 100)
      })
    const schema = await on.exploration.schema()
    expect(schema.relationshipTypes).toHaveLength(10_001)
    const { nodes } = await searchAll(on.exploration, { text: 'centre', most: 1 })
    const { groups } = await on.exploration.neighbours(nodes[0]?.id ?? '')
    expect(groups).toHaveLength(10_001)
    expect(groups[0]).toEqual({ type: 'FIRST', direction: 'out', count: 1 })
  }, 120_000)
})
