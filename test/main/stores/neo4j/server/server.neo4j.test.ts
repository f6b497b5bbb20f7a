import neo4j from 'neo4j-driver'
import { afterAll, expect, test } from 'vitest'
import { onServer } from './on-server'
import { startServer } from './start-server'

onServer('the server of the tests', ({ uri, user, password }) => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  afterAll(() => driver.close())

  test('answers, and is of the line that we support', async () => {
    const { records } = await driver.executeQuery('CALL dbms.components() YIELD name, versions RETURN name, versions')
    expect(records[0]?.get('name')).toBe('Neo4j Kernel')
    expect(records[0]?.get('versions')[0]).toMatch(/^(?:5|20\d\d)\./)
  })
})

onServer('a server of one’s own', () => {
  test('holds after it was killed what it held before', async () => {
    const server = await startServer()
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password))
    try {
      await driver.executeQuery('CREATE (:Test {name: $name})', { name: 'kept' })
      await server.kill()
      await expect(driver.getServerInfo()).rejects.toThrow()
      await server.start()
      const { records } = await driver.executeQuery('MATCH (n:Test) RETURN n.name AS name')
      expect(records.map((record) => record.get('name'))).toEqual(['kept'])
    } finally {
      await driver.close()
      await server.stop()
    }
  }, 240_000)
})
