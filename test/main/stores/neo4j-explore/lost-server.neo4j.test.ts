import { setTimeout as pause } from 'node:timers/promises'
import type { ConnectionState } from '@main/stores/neo4j/connect/watch'
import { expect, onTestFinished, test } from 'vitest'
import { cuttingProxy } from '../neo4j/server/cutting-proxy'
import { onServer } from '../neo4j/server/on-server'
import { explore, table } from './opened'

onServer('a server that goes and comes back', (access) => {
  const { port } = new URL(access.uri.replace(/^[^:]+/, 'http'))

  const through = async () => {
    const proxy = await cuttingProxy(Number(port))
    onTestFinished(() => proxy.close())
    const states: ConnectionState[] = []
    const exploration = await explore({ ...access, uri: `bolt://127.0.0.1:${proxy.port}` }, (state) =>
      states.push(state)
    )
    onTestFinished(() => exploration.close())
    return { proxy, states, exploration }
  }

  test('is missed by the next question, and found again soon after its return', async () => {
    const { proxy, states, exploration } = await through()
    expect((await table(exploration, 'RETURN 1')).rows).toEqual([['1']])
    await proxy.down()
    await expect(table(exploration, 'RETURN 1')).rejects.toThrow('The server cannot be reached')
    await expect.poll(() => states).toEqual(['reconnecting'])
    await pause(1_500)
    expect(states).toEqual(['reconnecting'])
    await proxy.up()
    await expect.poll(() => states, { timeout: 5_000, interval: 20 }).toEqual(['reconnecting', 'connected'])
    expect((await table(exploration, 'RETURN 2')).rows).toEqual([['2']])
  })

  test('is missed without a question', async () => {
    const { proxy, states } = await through()
    await proxy.down()
    await expect.poll(() => states, { timeout: 20_000 }).toEqual(['reconnecting'])
    await expect.poll(() => states, { timeout: 40_000 }).toEqual(['reconnecting', 'offline'])
  }, 90_000)

  test('and is cut in the middle of a long answer, which then is no answer', async () => {
    const { proxy, exploration } = await through()
    proxy.cut({ at: 'from-server', bytes: 100_000 })
    await expect(table(exploration, 'UNWIND range(1, 100000) AS i RETURN i', 100_000)).rejects.toThrow(
      'The server cannot be reached'
    )
    expect((await table(exploration, 'RETURN 3')).rows).toEqual([['3']])
  })

  test('falls silent: a question ends all the same, and so does a stop', async () => {
    const { proxy, states, exploration } = await through()
    proxy.silent()
    const stop = new AbortController()
    const asked = exploration.search({ text: 'x', most: 1 }, stop.signal)
    await pause(100)
    stop.abort(new Error('stopped'))
    await expect(asked).rejects.toThrow('stopped')
    await expect.poll(() => states, { timeout: 20_000 }).toEqual(['reconnecting'])
  })
})
