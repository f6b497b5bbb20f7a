import type { Change } from '@core/change/change'
import type { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { expand } from '@main/stores/neo4j/explore/neighbours'
import { shortestPaths } from '@main/stores/neo4j/explore/paths'
import { Reader } from '@main/stores/neo4j/explore/reader'
import { search } from '@main/stores/neo4j/explore/search'
import { fill } from '@main/stores/neo4j/managed/fill'
import { type Ask, Link } from '@main/stores/neo4j/managed/link'
import { load } from '@main/stores/neo4j/managed/load'
import { generateGraph } from '@seed/generate'
import neo4j, { type Driver } from 'neo4j-driver'
import { libraries } from '../main/stores/neo4j/server/libraries'
import { startServer } from '../main/stores/neo4j/server/start-server'
import { table } from '../table.mjs'
import { median } from './tasks'

// What we ask a database, beside the bare driver sending the same Cypher and looking at nothing. In turn, and after both
// have been warmed up: a fresh server takes many times as long.

const ENTITIES = 100_000
const HUB = 10_000

/** A statement as it went out. */
interface Sent {
  readonly cypher: string
  readonly parameters: Readonly<Record<string, unknown>>
}

const found = await libraries()
if ('missing' in found) {
  console.log(`\nNeo4j was not measured: ${found.missing}.`)
  process.exit()
}
const say = (line: string) => void process.stderr.write(`${line}\n`)
const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = process.env
const server = uri ? undefined : await startServer()
const target = server ?? { uri: uri ?? '', user, password }
const link = new Link(target)
const bare = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password))
const ours = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password), { useBigInt: true })

try {
  say('Copying the graph …')
  const graph = withHub(generateGraph({ entities: ENTITIES, seed: 1 }))
  const copying = await timed(async () => {
    const { kind } = await fill(link, graph)
    if (kind !== 'copied') throw new Error(`The database is not empty: ${kind}.`)
  })
  await bare.executeQuery('CALL db.awaitIndexes(600)')
  const ids = await elementIds(['e-0000000', 'e-0000001', 'e-hub'])
  const far = await threeSteps()

  const rows = [
    ['What', 'Ours', 'Bare driver', 'Ratio', 'Goal'],
    await beside('Loading the graph, page by page', 3, async (sent) => {
      const recorded: Pick<Link, 'transaction'> = {
        transaction: (work, options) => link.transaction((ask) => work(recording(ask, sent)), options)
      }
      await load(recorded)
    }),
    await beside('Search by name, full-text index, 50 hits', 40, async (sent) => {
      const textIndexes = [{ name: 'entente_names', labels: ['EntenteEntity'], properties: ['names'] }]
      await search(reader(sent), { text: 'al', most: 50, textIndexes, nodeCount: ENTITIES })
    }),
    await beside(`Expand a hub of ${HUB} neighbours, a page of 200`, 40, async (sent) => {
      await expand(reader(sent), { node: ids.get('e-hub') ?? '', type: 'KNOWS', direction: 'out' })
    }),
    await beside('A path of 3 steps', 40, async (sent) => {
      await shortestPaths(reader(sent), far.from, far.to)
    })
  ]
  console.log(`\nNeo4j ${server ? 'Community, 768 MB, on this machine' : 'of NEO4J_TEST_URI'}. ${size(graph)}`)
  console.log(`Copied there in ${(copying / 1000).toFixed(1)} s, constraints and indexes included.\n`)
  console.log(table(rows))
} finally {
  await Promise.allSettled([link.close(), bare.close(), ours.close()])
  await server?.stop()
}

/** Medians of both, in turn; the first round only warms up. */
async function beside(what: string, rounds: number, act: (sent: Sent[]) => Promise<void>) {
  say(`${what} …`)
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const sent: Sent[] = []
    const our = await timed(() => act(sent))
    const their = await timed(async () => {
      for (const { cypher, parameters } of sent) await runBare(cypher, parameters)
    })
    if (round === 0) continue
    times[0].push(our)
    times[1].push(their)
  }
  const [left, right] = [median(times[0]), median(times[1])]
  const shown = (value: number) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toPrecision(3)} ms`)
  return [what, shown(left), shown(right), `${(left / right).toFixed(2)}×`, '≤ 1.3×']
}

async function runBare(cypher: string, parameters: Readonly<Record<string, unknown>>) {
  const session = bare.session({ defaultAccessMode: 'READ' })
  try {
    await session.run(cypher, { ...parameters })
  } finally {
    await session.close()
  }
}

function recording(ask: Ask, sent: Sent[]): Ask {
  return (cypher, parameters = {}) => {
    sent.push({ cypher, parameters })
    return ask(cypher, parameters)
  }
}

/** Reads as exploring does, and writes down what it asks. */
function reader(sent: Sent[]): Reader {
  const session: Driver['session'] = (options) => {
    const made = ours.session(options)
    const run = made.run.bind(made)
    made.run = (query, parameters, config) => {
      sent.push({ cypher: String(query), parameters: parameters ?? {} })
      return run(query, parameters, config)
    }
    return made
  }
  return new Reader(Object.assign(Object.create(ours), { session }) as Driver, 'neo4j')
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

async function elementIds(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const query = 'MATCH (n:EntenteEntity) WHERE n.id IN $ids RETURN n.id AS id, elementId(n) AS element'
  const { records } = await bare.executeQuery(query, { ids })
  return new Map(records.map((row) => [row.get('id'), row.get('element')]))
}

/** Two entities that three steps lead from one to the other, and no fewer. */
async function threeSteps(): Promise<{ readonly from: string; readonly to: string }> {
  const { records } = await bare.executeQuery(
    `MATCH (a:EntenteEntity {id: 'e-0050000'})-[]-()-[]-()-[]-(b:EntenteEntity)
     WHERE a <> b WITH DISTINCT a, b LIMIT 200 MATCH p = shortestPath((a)-[*..3]-(b)) WHERE length(p) = 3
     RETURN elementId(a) AS from, elementId(b) AS to LIMIT 1`
  )
  const [row] = records
  if (!row) throw new Error('No two entities are three steps apart.')
  return { from: row.get('from'), to: row.get('to') }
}

function withHub(graph: Graph): Graph {
  const ids = [...graph.all('entity').keys()].slice(0, HUB)
  const [type = ''] = graph.all('entityType').keys()
  const records: readonly AnyRecord[] = [
    { kind: 'relationType', id: 'knows', label: 'knows', inverse: 'known by' },
    { kind: 'entity', id: 'e-hub', type, name: 'A hub', aliases: [] },
    ...ids.map((to, at): AnyRecord => ({ kind: 'relation', id: `r-hub-${at}`, type: 'knows', from: 'e-hub', to }))
  ]
  const change: Change = { label: 'Add a hub', edits: records.map((after) => ({ after })) }
  return graph.with(change.edits)
}

function size(graph: Graph): string {
  const count = (kind: 'entity' | 'relation' | 'claim', words: string) => `${graph.all(kind).size} ${words}`
  return `${count('entity', 'entities')}, ${count('relation', 'relations')}, ${count('claim', 'claims')}.`
}
