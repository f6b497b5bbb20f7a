import type { ServerAddress } from '@core/external/address'
import { knock } from './knock'

// How a server that was lost is looked for: it is found again within 2 s of its return, whatever it did while it was away.

/** Longest time from the start of one look to that of the next, in milliseconds. */
const LONGEST = 1_000
const FIRST = 250
/** How long a look waits for a server to greet, in milliseconds: it is over when the next one begins. */
const GREETING = 1_000

/** Milliseconds from the start of a look to that of the next one, after n failed looks in a row. */
export const waitAfter = (failed: number): number => Math.min(LONGEST, FIRST * 2 ** failed)

/** In a cluster another member may answer for the known one: every nth look asks the driver all the same. */
const ASK_DRIVER = 15

/**
 * A cheap look that leaves nothing behind: whether Bolt is spoken there. The driver is asked only then, as it
 * would wait for a silent server, and keep a pooled connection for each attempt.
 */
export function greeting(address: ServerAddress): () => Promise<boolean> {
  let failed = 0
  return async () => {
    const { found } = await knock(address, GREETING)
    failed = found === 'bolt' ? 0 : failed + 1
    return failed === 0 || (address.scheme.startsWith('neo4j') && failed % ASK_DRIVER === 0)
  }
}
