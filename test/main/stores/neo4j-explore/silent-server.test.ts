import { tryConnection } from '@main/stores/neo4j/connect/try-connection'
import { Exploration } from '@main/stores/neo4j/explore/exploration'
import { Neo4jStore } from '@main/stores/neo4j-store'
import { describe, expect, test } from 'vitest'
import { folder } from '../../sample'
import { fallingSilent } from './fake-servers'

const LOGIN = { user: 'neo4j', password: 'secret' }

async function within<T>(seconds: number, task: Promise<T>): Promise<T | 'still waiting'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'still waiting'>((resolve) => {
    timer = setTimeout(() => resolve('still waiting'), seconds * 1_000)
  })
  return Promise.race([task, late]).finally(() => clearTimeout(timer))
}

/** How much a server says before it falls silent. */
const MOMENTS: readonly (readonly [string, number])[] = [
  ['the handshake', 0],
  ['its greeting', 1],
  ['the login', 2]
]

const SILENT = {
  outcome: 'failed',
  kind: 'silent',
  message: expect.stringContaining('takes the connection but says nothing')
}

// All wait at the same time: each for as long as a user would.
describe.each(MOMENTS)('a server that falls silent after %s', (_, messages) => {
  test('is told as silent within 5 s, and where a graph is kept there within 15 s', async () => {
    const addresses = async () =>
      Promise.all(['bolt', 'neo4j'].map(async (scheme) => `${scheme}://${await fallingSilent(messages)}`))
    const [tried, explored, kept] = await Promise.all([addresses(), addresses(), addresses()])
    const outbox = await folder()
    const verdicts = tried.map((uri) => within(5, tryConnection({ uri, ...LOGIN })))
    const explorations = explored.map((uri) => within(5, Exploration.open({ uri, ...LOGIN })))
    const openings = kept.map((uri) => within(15, Neo4jStore.open({ uri, ...LOGIN }, { outbox }).catch(String)))
    expect(await Promise.all([...verdicts, ...explorations])).toEqual([SILENT, SILENT, SILENT, SILENT])
    for (const ended of await Promise.all(openings))
      expect(ended).toMatch(/could not be opened: the server takes the connection but says nothing/)
  })
})
