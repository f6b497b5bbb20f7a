import { createServer } from 'node:net'
import { readAddress, type ServerAddress } from '@core/external/address'
import { greeting, waitAfter } from '@main/stores/neo4j/connect/search'
import { type ConnectionState, Watch } from '@main/stores/neo4j/connect/watch'
import { keepTrying, type Trying } from '@main/stores/neo4j/hosted/keep-trying'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '../neo4j/server/start-server'
import { silentListener } from './fake-servers'

/** How a server is away: it refuses every connection, or takes it and is silent, and a look that began then never ends well. */
type Away = 'refuses' | 'is silent'

/** A server that goes away now and is back after n milliseconds of a clock that the test moves. */
function goneFor(away: number, how: Away) {
  const back = Date.now() + away
  const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  return {
    greets: async () => {
      if (Date.now() >= back) return true
      if (how === 'is silent') await after(1_000)
      return false
    },
    look: async () => {
      if (Date.now() >= back) return
      if (how === 'is silent') await new Promise(() => {})
      throw new Error('refused')
    }
  }
}

const CASES = (['refuses', 'is silent'] as const).flatMap((how) =>
  [1, 240, 260, 900, 1_001, 1_700, 2_999, 4_500, 9_999, 16_000, 31_500, 120_321].map((away) => [how, away] as const)
)

describe('A server that was lost', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is looked for again and again, never more than a second apart', () => {
    const waits = Array.from({ length: 50 }, (_, failed) => waitAfter(failed))
    expect(waits[0]).toBeLessThan(1_000)
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(Math.max(...waits)).toBe(1_000)
  })

  test.each(CASES)('and %s is found within 2 s of its return after %i ms, while exploring', async (how, away) => {
    const states: ConnectionState[] = []
    let server = goneFor(0, how)
    const watch = new Watch({ look: () => server.look(), greets: () => server.greets() }, (state) => states.push(state))
    // Lost first: a server that is away for less than a look lasts is not missed at all.
    server = goneFor(Number.POSITIVE_INFINITY, how)
    watch.doubt()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(states).toEqual(['reconnecting'])
    server = goneFor(away, how)
    await vi.advanceTimersByTimeAsync(away + 2_000)
    expect(states.at(-1)).toBe('connected')
    watch.close()
  })

  test.each(CASES)('and %s is found within 2 s of its return after %i ms, by the store', async (how, away) => {
    const server = goneFor(away, how)
    const trying: Trying = keepTrying(async () => trying.is((await server.greets()) ? 'connected' : 'reconnecting'))
    let found = false
    trying.is('reconnecting')
    const { is } = trying
    trying.is = (state) => {
      found ||= state === 'connected'
      is(state)
    }
    await vi.advanceTimersByTimeAsync(away + 2_000)
    expect(found).toBe(true)
    trying.stop()
  })

  test('is looked for at once when the user wants something, and by one look at a time', async () => {
    let looks = 0
    let end = () => {}
    const trying = keepTrying(() => {
      looks++
      return new Promise<void>((resolve) => {
        end = resolve
      })
    })
    trying.soon()
    await vi.advanceTimersByTimeAsync(1)
    expect(looks).toBe(0)
    trying.is('reconnecting')
    trying.soon()
    await vi.advanceTimersByTimeAsync(1)
    expect(looks).toBe(1)
    trying.soon()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(looks).toBe(1)
    end()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(looks).toBe(2)
    trying.stop()
    end()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(looks).toBe(2)
  })
})

describe('Whether a server is worth asking', () => {
  const addressOf = (uri: string) => readAddress(uri) as ServerAddress

  test('is known though it says nothing, or is not there', async () => {
    expect(await greeting(addressOf(`bolt://${await silentListener()}`))()).toBe(false)
    expect(await greeting(addressOf(`bolt://127.0.0.1:${await freePort()}`))()).toBe(false)
  })

  test('is so when it greets', async () => {
    const server = createServer((socket) => void socket.once('data', () => socket.write(Buffer.from([0, 0, 4, 5]))))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect(await greeting(addressOf(`bolt://127.0.0.1:${port}`))()).toBe(true)
  })

  test('is tried all the same now and then where it may be one of a cluster', async () => {
    const greets = greeting(addressOf(`neo4j://127.0.0.1:${await freePort()}`))
    const answers: boolean[] = []
    for (let at = 0; at < 30; at++) answers.push(await greets())
    expect(answers.filter(Boolean)).toHaveLength(2)
  })
})
