import type { Change } from '@core/change/change'
import type { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { expand } from '@main/stores/neo4j/explore/neighbours'
import { shortestPaths } from '@main/stores/neo4j/explore/paths'
import { Reader } from '@main/stores/neo4j/explore/reader'
import { firstPace, search } from '@main/stores/neo4j/explore/search'
import { type Ask, DatabaseConnection } from '@main/stores/neo4j/hosted/database-connection'
import { fill } from '@main/stores/neo4j/hosted/fill'
import { load } from '@main/stores/neo4j/hosted/load'
import { generateGraph } from '@seed/generate'
import neo4j, { type Driver } from 'neo4j-driver'
import { libraries } from '../main/stores/neo4j/server/libraries'
import { startServer } from '../main/stores/neo4j/server/start-server'
import { table } from '../table.mjs'
import { median } from './figures'

// What we ask a database, beside the bare driver: the same statements with the same parameters, in as many transactions, by
// the same settings, one after the other, looking at nothing of what comes. Turn about, each as often first as second, and
// after both have been warmed up: a fresh server takes many times as long.

const ENTITIES = 100_000
/** How many of them are copied there beside the bare driver; each copy begins with an empty database. */
const COPIED = 10_000
const HUB = 10_000

/** A statement as it went out. */
interface Sent {
  readonly cypher: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A transaction, or a statement of its own, as it went out. */
interface Work {
  readonly sent: readonly Sent[]
  readonly kind: 'transaction' | 'statement'
  readonly fetchSize: number
}

interface Rounds {
  readonly rounds: number
  readonly warmUp: number
  readonly before?: () => Promise<void>
}

/** What takes milliseconds: both programs and the server have compiled what is done so often by then. */
const OFTEN: Rounds = { rounds: 200, warmUp: 100 }

const found = await libraries()
if ('missing' in found) {
  console.log(`\nNeo4j was not measured: ${found.missing}.`)
  process.exit()
}
const say = (line: string) => void process.stderr.write(`${line}\n`)
const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = process.env
const server = uri ? undefined : await startServer()
const target = server ?? { uri: uri ?? '', user, password }
const link = new DatabaseConnection(target)
const settings = { disableLosslessIntegers: true }
const bare = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password), settings)
const ours = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password), { useBigInt: true })

try {
  const rows = [['What', 'Ours', 'Bare driver', 'Ratio', 'Goal']]
  const small = generateGraph({ entities: COPIED, seed: 1 })
  rows.push(
    await beside(`Copying a graph of ${COPIED} entities there`, { rounds: 3, warmUp: 1, before: emptied }, (sent) =>
      copied(small, sent)
    )
  )
  await emptied()
  say('Copying the large graph …')
  const { described, copying } = await copiedLarge()
  await bare.executeQuery('CALL db.awaitIndexes(600)')
  const ids = await elementIds(['e-0000000', 'e-0000001', 'e-hub'])
  const far = await threeSteps()
  rows.push(
    await beside(`Loading ${ENTITIES} entities, page by page`, { rounds: 5, warmUp: 1 }, async (sent) => {
      await load(recorded(sent))
    }),
    await beside('Search by name, full-text index, 50 hits', OFTEN, async (sent) => {
      const textIndexes = [{ name: 'entente_names', labels: ['EntenteEntity'], properties: ['names'] }]
      await search(reader(sent), { text: 'al', most: 50 }, { labels: [], textIndexes, valueIndexes: [] }, firstPace())
    }),
    await beside(`Expand a hub of ${HUB} neighbours, a page of 200`, OFTEN, async (sent) => {
      await expand(reader(sent), { node: ids.get('e-hub') ?? '', type: 'KNOWS', direction: 'out' })
    }),
    await beside('A path of 3 steps', OFTEN, async (sent) => {
      await shortestPaths(reader(sent), far.from, far.to)
    })
  )
  console.log(`\nNeo4j ${server ? 'Community, 768 MB, on this machine' : 'of NEO4J_TEST_URI'}. ${described}`)
  console.log(`Copied there in ${(copying / 1000).toFixed(1)} s, constraints and indexes included.\n`)
  console.log(table(rows))
} finally {
  await Promise.allSettled([link.close(), bare.close(), ours.close()])
  await server?.stop()
}

/** Medians of both sides, turn about. `before`: what is done ahead of each turn, off the clock. */
async function beside(
  what: string,
  { rounds, warmUp, before = async () => {} }: Rounds,
  act: (sent: Work[]) => Promise<unknown>
) {
  say(`${what} …`)
  const times: { readonly our: number[]; readonly their: number[] } = { our: [], their: [] }
  let last: readonly Work[] = []
  const our = async () => {
    const sent: Work[] = []
    await before()
    const time = await timed(() => act(sent))
    last = sent
    return time
  }
  const their = async () => {
    await before()
    return timed(async () => {
      for (const work of last) await runBare(work)
    })
  }
  for (let round = -warmUp; round < rounds; round++) {
    const isFirst = round % 2 === 0 || last.length === 0
    const first = await (isFirst ? our() : their())
    const second = await (isFirst ? their() : our())
    if (round < 0) continue
    times.our.push(isFirst ? first : second)
    times.their.push(isFirst ? second : first)
  }
  const [left, right] = [median(times.our), median(times.their)]
  const shown = (value: number) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toPrecision(3)} ms`)
  return [what, shown(left), shown(right), `${(left / right).toFixed(2)}×`, '≤ 1.3×']
}

async function runBare({ sent, kind, fetchSize }: Work) {
  const session = bare.session({ fetchSize })
  try {
    if (kind === 'statement') for (const { cypher, parameters } of sent) await session.run(cypher, { ...parameters })
    else {
      const transaction = await session.beginTransaction()
      for (const { cypher, parameters } of sent) await transaction.run(cypher, { ...parameters })
      await transaction.commit()
    }
  } finally {
    // Not waited for, as we do not.
    void session.close().catch(() => {})
  }
}

/** Nothing of the graph stays in memory, where it would slow down whatever is measured afterwards. */
async function copiedLarge(): Promise<{ readonly described: string; readonly copying: number }> {
  const graph = withHub(generateGraph({ entities: ENTITIES, seed: 1 }))
  return { described: size(graph), copying: await timed(() => copied(graph, [])) }
}

async function copied(graph: Graph, sent: Work[]) {
  const { kind } = await fill(recorded(sent) as DatabaseConnection, graph)
  if (kind !== 'copied') throw new Error(`The database is not empty: ${kind}.`)
}

/** Our link to the database, which writes down what goes over it. */
function recorded(sent: Work[]): Pick<DatabaseConnection, 'transaction' | 'run'> {
  return {
    transaction: (work, options) => {
      const own: Sent[] = []
      sent.push({ sent: own, kind: 'transaction', fetchSize: options?.reads ? 10_000 : 1_000 })
      const recording =
        (ask: Ask): Ask =>
        (cypher, parameters = {}, onRow) => {
          own.push({ cypher, parameters })
          return ask(cypher, parameters, onRow)
        }
      return link.transaction((ask) => work(recording(ask)), options)
    },
    run: (cypher, parameters = {}) => {
      sent.push({ sent: [{ cypher, parameters }], kind: 'statement', fetchSize: 1_000 })
      return link.run(cypher, parameters)
    }
  }
}

/** Reads as exploring does, and writes down what it asks. */
function reader(sent: Work[]): Reader {
  const session: Driver['session'] = (options) => {
    const made = ours.session(options)
    const run = made.run.bind(made)
    made.run = (query, parameters, config) => {
      const own = { cypher: String(query), parameters: parameters ?? {} }
      sent.push({ sent: [own], kind: 'statement', fetchSize: options?.fetchSize ?? 1_000 })
      return run(query, parameters, config)
    }
    return made
  }
  return new Reader(Object.assign(Object.create(ours), { session }) as Driver, 'neo4j')
}

/** Nothing in the database; the constraints and indexes stay. */
async function emptied() {
  const session = bare.session()
  await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS')
  await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS')
  await session.close()
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
