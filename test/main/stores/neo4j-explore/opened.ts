import { type FoundNode, surest } from '@core/external/node-match'
import type { ExternalValue } from '@core/external/value'
import { textOf } from '@core/external/value-text'
import { Exploration, type OnState } from '@main/stores/neo4j/explore/exploration'
import type { SearchRequest, SearchResult } from '@main/stores/neo4j/explore/search'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll } from 'vitest'
import type { Access } from '../neo4j/server/start-server'

/** A database that holds what these statements make, and an exploration of it; emptied when the suite is over. */
export function database({ uri, user, password }: Access, statements: readonly Statement[]) {
  const holder: { driver?: Driver; exploration?: Exploration } = {}
  beforeAll(async () => {
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
    holder.driver = driver
    await empty(driver)
    for (const [text, parameters] of statements) await driver.executeQuery(text, parameters)
    await driver.executeQuery('CALL db.awaitIndexes(60)')
    holder.exploration = await explore({ uri, user, password })
  }, 120_000)
  afterAll(async () => {
    await holder.exploration?.close()
    if (holder.driver) await empty(holder.driver)
    await holder.driver?.close()
  }, 120_000)
  return {
    get driver() {
      return there(holder.driver)
    },
    get exploration() {
      return there(holder.exploration)
    }
  }
}

/** A statement and its parameters. */
export type Statement = readonly [string, Readonly<Record<string, unknown>>?]

/** An exploration of a server's home database; a server that is busy with other tests is asked again. */
export async function explore(access: Access, onState?: OnState): Promise<Exploration> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const opened = await Exploration.open(access, { onState })
    if (!('outcome' in opened)) return opened
    if (opened.kind !== 'silent' || Date.now() > deadline) throw new Error(opened.message)
  }
}

/** Everything that a statement answers, at most `most` rows, as text. */
export async function table(exploration: Exploration, query: string, most = 1_000) {
  const rows: (readonly ExternalValue[])[] = []
  let columns: readonly string[] = []
  const result = await exploration.run({ query, most }, (names, batch) => {
    columns = names
    rows.push(...batch)
  })
  return { columns, rows: rows.map((row) => row.map(textOf)), values: rows, result }
}

/** Takes away nodes, relationships, indexes and constraints. */
async function empty(driver: Driver) {
  const session = driver.session()
  await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 1000 ROWS')
  await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 1000 ROWS')
  await session.close()
  const { records: constraints } = await driver.executeQuery('SHOW CONSTRAINTS YIELD name')
  for (const row of constraints) await driver.executeQuery(`DROP CONSTRAINT \`${row.get('name')}\``)
  const { records: indexes } = await driver.executeQuery(
    "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
  )
  for (const row of indexes) await driver.executeQuery(`DROP INDEX \`${row.get('name')}\``)
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The database is not ready yet.')
  return value
}

/** All parts of a search, to its end: the surest hits first. */
export async function searchAll(exploration: Exploration, request: Omit<SearchRequest, 'looked'>) {
  let found: readonly FoundNode[] = []
  const parts: SearchResult[] = []
  do {
    const part = await exploration.search({ ...request, ...(parts.length > 0 && { looked: parts.at(-1)?.looked }) })
    parts.push(part)
    found = surest([...found, ...part.hits], request.most)
  } while (!parts.at(-1)?.isThrough)
  return { nodes: found.map(({ node }) => node), hits: found, parts }
}
