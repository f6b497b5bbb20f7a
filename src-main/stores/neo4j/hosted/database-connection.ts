import { isRefusal } from '@core/change/refusal'
import { readAddress } from '@core/external/address'
import neo4j, { type Driver, type Record as Found, Neo4jError, type Result } from 'neo4j-driver'
import { codeOf } from '../../error-messages'
import { closeDriver } from '../connect/open-driver'
import { greeting } from '../connect/search'

/** A database and the credentials. The password goes nowhere but to the server. */
export interface Target {
  readonly uri: string
  readonly user: string
  readonly password: string
  /** The server's own choice where it is not given. */
  readonly database?: string | undefined
}

/** What the title bar shows: the database where it is named, and where it is. */
export function nameOf({ uri, database }: Target): string {
  const host = /^[a-z0-9+]+:\/\/(?:[^@/]*@)?([^/?#]*)/i.exec(uri)?.[1] ?? ''
  return database === undefined ? host : `${database} on ${host}`
}

/** Runs a query in a transaction. With `onRow` each row is passed on as it comes, and none is answered. */
export type Ask = (
  cypher: string,
  parameters?: Readonly<Record<string, unknown>>,
  onRow?: (row: Found) => void
) => Promise<readonly Found[]>

/** The server was not reached, or did not answer in time: whether it did what was asked is unknown. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
  /** How long an answer was waited for, ms. */
  waited = 0
}

/** The server refused: nothing was done. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused'
  /** Neo4j's code, such as Neo.ClientError.Security.Unauthorized. */
  readonly code: string

  constructor(error: Neo4jError) {
    super(error.message, { cause: error })
    this.code = error.code
  }
}

/** How long a transaction may take, in milliseconds; the server ends it by itself a little later. */
const TIME_LIMIT = 10_000

/** How often a transaction is retried that the server aborted in favour of another. */
const TRIES = 5

/**
 * A database to which transactions are sent, one try each: whether a transaction whose answer was lost is sent again
 * is the caller's business. Every call ends within its time limit, whatever the server does.
 */
export class DatabaseConnection {
  readonly #target: Target
  /** Whether a lost server is worth asking: answers within a second, whatever the server does. */
  readonly greets: () => Promise<boolean>
  #driver: Driver

  constructor(target: Target) {
    this.#target = target
    const address = readAddress(target.uri)
    this.greets = isRefusal(address) ? async () => true : greeting(address)
    this.#driver = driverFor(target)
  }

  /** One transaction. Rejects with ConnectionLost or ConnectionRefused, or with what `work` throws; then it is rolled back. */
  async transaction<T>(work: (ask: Ask) => Promise<T>, { limit = TIME_LIMIT, reads = false } = {}): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#once(work, limit, reads)
      } catch (error) {
        const isPassing = error instanceof ConnectionRefused && error.code.startsWith('Neo.TransientError.')
        if (!isPassing || tries === TRIES) throw error
        await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** tries))
      }
    }
  }

  /** A statement outside of transactions, for the schema. */
  async run(cypher: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<readonly Found[]> {
    const session = this.#session(false)
    const asked = session.run(cypher, parameters, { timeout: SCHEMA_LIMIT })
    return this.#within(
      SCHEMA_LIMIT,
      asked.then(({ records }) => records)
    ).finally(() => void session.close().catch(() => {}))
  }

  async close(): Promise<void> {
    await closeDriver(this.#driver)
  }

  #session(reads: boolean) {
    const { database } = this.#target
    // Reads go to the leader too: a follower may not have the latest writes yet.
    return this.#driver.session({
      ...(database !== undefined && { database }),
      defaultAccessMode: neo4j.session.WRITE,
      fetchSize: reads ? 10_000 : 1_000
    })
  }

  async #once<T>(work: (ask: Ask) => Promise<T>, limit: number, reads: boolean): Promise<T> {
    const session = this.#session(reads)
    const attempt = async () => {
      const transaction = await session.beginTransaction({ timeout: limit + 5_000 })
      const ask: Ask = async (cypher, parameters = {}, onRow) => {
        const result = transaction.run(cypher, parameters)
        return onRow ? each(result, onRow) : (await result).records
      }
      const result = await work(ask).catch(async (error) => {
        // Awaited, so that its locks are released before the next one begins.
        await transaction.rollback().catch(() => {})
        throw error
      })
      await transaction.commit()
      return result
    }
    try {
      return await this.#within(limit, attempt())
    } finally {
      // This rolls back open work. Not awaited, as the server may be silent.
      void session.close().catch(() => {})
    }
  }

  /** Limits a task to n milliseconds; a connection that was too slow is never used again. */
  async #within<T>(limit: number, task: Promise<T>): Promise<T> {
    const started = performance.now()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new ConnectionLost(`no answer within ${limit / 1000} s`))
        const old = this.#driver
        this.#driver = driverFor(this.#target)
        void old.close().catch(() => {})
      }, limit)
    })
    try {
      return await Promise.race([task, late])
    } catch (error) {
      const why = sorted(error)
      if (why instanceof ConnectionLost) why.waited = performance.now() - started
      throw why
    } finally {
      clearTimeout(timer)
      task.catch(() => {})
    }
  }
}

/** Handles rows as they come, while the server sends the next ones. */
function each(result: Result, onRow: (row: Found) => void): Promise<readonly Found[]> {
  return new Promise((resolve, reject) => {
    const onNext = (row: Found) => {
      try {
        onRow(row)
      } catch (error) {
        reject(error)
      }
    }
    result.subscribe({ onNext, onCompleted: () => resolve([]), onError: reject })
  })
}

const SCHEMA_LIMIT = 120_000

function driverFor({ uri, user, password }: Target): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 3_000,
    maxConnectionPoolSize: 10,
    // All our integers are safe; every other value is a text or a flag.
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    userAgent: 'entente'
  })
}

/** Tells a refusal from a lost connection. */
function sorted(error: unknown): unknown {
  // Half an answer to the handshake makes the driver throw one of Node's buffer errors.
  if (!(error instanceof Neo4jError))
    return codeOf(error).startsWith('ERR_') ? new ConnectionLost(String(error)) : error
  // Server codes begin so; all others are the driver's, and are about the connection.
  const isOurs = !error.code.startsWith('Neo.')
  const isGoing = ['Neo.TransientError.General.DatabaseUnavailable', 'Neo.TransientError.Database.DatabaseUnavailable']
  // A server that is stopping or elects another leader counts as lost: the state of its work is unknown.
  const isAway = isGoing.includes(error.code) || error.code.startsWith('Neo.ClientError.Cluster.')
  return isOurs || isAway ? new ConnectionLost(error.message, { cause: error }) : new ConnectionRefused(error)
}
