import neo4j from 'neo4j-driver'
import { libraries } from '../main/stores/neo4j/server/libraries'
import { type Access, type Server, startServer } from '../main/stores/neo4j/server/start-server'
import { test as base } from './launch'

export { expect } from './launch'

/** A database that was not designed for Entente: ships, firms, ports, and a port where 450 ships have called. */
const CONTENT = [
  `CREATE (laodicea:Vessel {imo: 8315786, name: 'Laodicea', flag: 'Syria', built: date('1984-06-01'), tonnage: 9223372036854775807}),
    (souria:Vessel {imo: 8614247, name: 'Souria', flag: 'Syria', position: point({longitude: 35.77, latitude: 35.52})}),
    (sparta:Vessel:Sanctioned {imo: 9268710, name: 'Sparta II', flag: 'Russia', names: ['Sparta II', 'Спарта II']}),
    (oboron:Company {id: 'OB-1', name: 'Oboronlogistika', founded: 2011}),
    (gddi:Company {id: 'GD-7', name: 'المديرية العامة للموانئ'}),
    (latakia:Port {code: 'SYLTK', name: 'Latakia'}),
    (tartus:Port {code: 'SYTTS', name: 'Tartus', \`depth (m)\`: 12.5}),
    (novo:Port {code: 'RUNVS', name: 'Novorossiysk'}),
    (oboron)-[:OWNS {since: 2013}]->(sparta), (gddi)-[:OWNS]->(laodicea), (gddi)-[:OWNS]->(souria),
    (sparta)-[:CALLED_AT {on: date('2024-12-11')}]->(tartus), (sparta)-[:CALLED_AT {on: date('2024-12-20')}]->(novo),
    (souria)-[:CALLED_AT]->(latakia), (laodicea)-[:CALLED_AT]->(tartus), (gddi)-[:\`RUNS the port\`]->(latakia)`,
  `MATCH (p:Port {code: 'SYLTK'}) UNWIND range(1, 450) AS n
    CREATE (:Vessel {imo: 9000000 + n, name: 'Freighter ' + n})-[:CALLED_AT]->(p)`,
  'CREATE CONSTRAINT vessel_imo FOR (v:Vessel) REQUIRE v.imo IS UNIQUE',
  'CREATE FULLTEXT INDEX names FOR (n:Vessel|Company|Port) ON EACH [n.name]',
  'CALL db.awaitIndexes(60)'
]

/** Runs statements on a server, as another program would. */
export async function onDatabase(access: Access, statements: readonly string[]): Promise<readonly unknown[]> {
  const driver = neo4j.driver(access.uri, neo4j.auth.basic(access.user, access.password))
  try {
    let last: readonly unknown[] = []
    for (const statement of statements)
      last = (await driver.executeQuery(statement)).records.map((record) => record.get(0))
    return last
  } finally {
    await driver.close()
  }
}

/** Takes everything away that is in a database, and what is known of its shape. */
async function empty(access: Access) {
  await onDatabase(access, ['MATCH (n) DETACH DELETE n'])
  for (const [one, all] of [
    ['CONSTRAINT', 'CONSTRAINTS'],
    ['INDEX', 'INDEXES']
  ]) {
    const names = await onDatabase(access, [`SHOW ${all} YIELD name, type WHERE type <> 'LOOKUP' RETURN name`])
    for (const name of names) await onDatabase(access, [`DROP ${one} \`${name}\` IF EXISTS`])
  }
}

/** The application's test with a real server, empty or with the ships; skipped by name where no server can be had. */
export const test = base.extend<{ ships: Server; nothing: Server }, { server: Server | { readonly missing: string } }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
    async ({}, use) => {
      const found = await libraries()
      if ('missing' in found) return use(found)
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 180_000 }
  ],
  ships: async ({ server }, use) => {
    if ('missing' in server) return base.skip(true, server.missing)
    await empty(server)
    await onDatabase(server, CONTENT)
    await use(server)
  },
  nothing: async ({ server }, use) => {
    if ('missing' in server) return base.skip(true, server.missing)
    await empty(server)
    await use(server)
  }
})
