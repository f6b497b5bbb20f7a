import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Graph } from '@core/graph/graph'
import { DatabaseConnection, type Target } from '@main/stores/neo4j/hosted/database-connection'
import { fill } from '@main/stores/neo4j/hosted/fill'
import { Neo4jStore, type Neo4jStoreEvent, type Neo4jStoreOptions } from '@main/stores/neo4j-store'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, onTestFinished } from 'vitest'

/** A driver for looking at what is in a database with one's own eyes. */
export function bareDriver({ uri, user, password }: Target): Driver {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true })
  afterAll(() => driver.close())
  return driver
}

/** Takes everything away that is in a database, in transactions that fit a small server. */
export async function empty(driver: Driver): Promise<void> {
  const session = driver.session()
  await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS')
  await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS')
  await session.close()
}

/** Puts a graph into a database that is empty or holds one of ours. */
export async function put(target: Target, graph: Graph): Promise<void> {
  const connection = new DatabaseConnection(target)
  try {
    const { kind } = await fill(connection, graph, { replace: true })
    if (kind !== 'copied') throw new Error(`Not copied: ${kind}`)
  } finally {
    await connection.close()
  }
}

/** A folder that is gone when the test is over. */
export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'entente-outbox-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** Opens a store and closes it when the test is over. */
export async function openStore(
  target: Target,
  options: Partial<Neo4jStoreOptions> & { readonly outbox: string }
): Promise<Neo4jStore & { readonly events: Neo4jStoreEvent[] }> {
  const events: Neo4jStoreEvent[] = []
  const store = await Neo4jStore.open(target, {
    ...options,
    onEvent: (event) => {
      events.push(event)
      options.onEvent?.(event)
    }
  })
  onTestFinished(() => store.close())
  return Object.assign(store, { events })
}
