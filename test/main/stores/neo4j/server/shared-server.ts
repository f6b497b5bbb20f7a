import type { TestProject } from 'vitest/node'
import { libraries } from './libraries'
import { type Access, type Server, startServer } from './start-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all files of a run share, or why there is none. */
    readonly neo4j: Access | { readonly missing: string }
  }
}

/**
 * One server for all files of a run: that of NEO4J_TEST_URI, which the tests may empty, or one of our own.
 * Vitest calls this before the first of them, and what it answers after the last.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = process.env
  if (uri) {
    project.provide('neo4j', { uri, user, password })
    return undefined
  }
  const found = await libraries()
  if ('missing' in found) {
    console.warn(`The tests with a Neo4j server are skipped: ${found.missing}.`)
    project.provide('neo4j', found)
    return undefined
  }
  const began = Date.now()
  const server: Server = await startServer()
  console.log(`Neo4j started in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  project.provide('neo4j', { uri: server.uri, user: server.user, password: server.password })
  return () => server.stop()
}
