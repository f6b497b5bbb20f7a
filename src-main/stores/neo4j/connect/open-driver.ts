import type { ServerAddress } from '@core/external/address'
import neo4j, { type Driver } from 'neo4j-driver'

/** Credentials for a server. They stay in main, and out of every log and message. */
export interface Credentials {
  readonly user: string
  readonly password: string
}

/** How long reaching a server may take, in milliseconds. */
const REACH = 4_000

/**
 * A driver for that server: integers as BigInt, no logs, no telemetry, no automatic retries. `patience`: how long it waits for
 * a server that took the connection and says nothing, in milliseconds.
 */
export const openDriver = (address: ServerAddress, { user, password }: Credentials, patience = REACH + 500): Driver =>
  neo4j.driver(address.uri, neo4j.auth.basic(user, password), {
    useBigInt: true,
    connectionTimeout: REACH,
    connectionAcquisitionTimeout: patience,
    maxTransactionRetryTime: 0,
    disableAutoCommitRetries: true,
    telemetryDisabled: true,
    userAgent: 'entente'
  })

/** Closes a driver without ever waiting for a server that has gone silent. */
export async function closeDriver(driver: Driver): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 1_000)
  })
  await Promise.race([driver.close().catch(() => {}), enough])
  clearTimeout(timer)
}
