import neo4j from 'neo4j-driver'
import { afterAll, expect, test } from 'vitest'
import { onServer } from './on-server'

onServer('the server of the tests', ({ uri, user, password }) => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  afterAll(() => driver.close())

  test('answers, and is of the line that we support', async () => {
    const { records } = await driver.executeQuery('CALL dbms.components() YIELD name, versions RETURN name, versions')
    expect(records[0]?.get('name')).toBe('Neo4j Kernel')
    expect(records[0]?.get('versions')[0]).toMatch(/^(?:5|20\d\d)\./)
  })
})
