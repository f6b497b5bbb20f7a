import { isRefusal } from '@core/change/refusal'
import { readAddress } from '@core/external/address'
import neo4j, { type Driver, type Record as Found, Neo4jError, type Result } from 'neo4j-driver'
import { codeOf } from '../../error-messages'
import { closeDriver } from '../connect/open-driver'
import { greeting } from '../connect/search'

/** Which database, and who asks. The password goes nowhere but to the server. */
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

/** Asks within a transaction. With `onRow` each row is told as it comes, and none is kept or answered. */
export type Ask = (
  cypher: string,
  parameters?: Readonly<Record<string, unknown>>,
  onRow?: (row: Found) => void
) => Promise<readonly Found[]>

/** The server was not reached, or did not answer in time: whether it did what it was asked is not known. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** The server answered that it will not: nothing was done. */
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

/** How often a transaction is begun anew that the server gave up for another's sake. */
const TRIES = 5

/**
 * A database to which transactions can be sent, one try each: whether a transaction whose answer got lost is sent again
 * is the caller's business. Every call ends within its time limit, whatever the server does.
 */
export class DatabaseConnection {
  readonly #target: Target
  /** Whether a server that was lost is worth asking: answers within a second, whatever the server does. */
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

  /** A statement of its own, for what cannot stand in a transaction with others: the schema. */
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
    // What reads asks the leader too: a follower may not know yet what was just written.
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
        // So that its locks are gone before the next one begins.
        await transaction.rollback().catch(() => {})
        throw error
      })
      await transaction.commit()
      return result
    }
    try {
      return await this.#within(limit, attempt())
    } finally {
      // This rolls back what is open; a server that is silent is not waited for.
      void session.close().catch(() => {})
    }
  }

  /** Gives a task so many milliseconds; a connection that was too slow is never used again. */
  async #within<T>(limit: number, task: Promise<T>): Promise<T> {
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
      throw sorted(error)
    } finally {
      clearTimeout(timer)
      task.catch(() => {})
    }
  }
}

/** While the server still sends: what is made of a row is made in the time in which the next ones are on their way. */
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
    // All whole numbers of ours are safe; every other value is a text or a flag.
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    userAgent: 'entente'
  })
}

/** Whether the server said no, or was not there to say anything. */
function sorted(error: unknown): unknown {
  // Half an answer to its greeting makes the driver fall over a buffer.
  if (!(error instanceof Neo4jError))
    return codeOf(error).startsWith('ERR_') ? new ConnectionLost(String(error)) : error
  // A server's own codes begin so; all others are the driver's, and tell of the line.
  const isOurs = !error.code.startsWith('Neo.')
  const isGoing = ['Neo.TransientError.General.DatabaseUnavailable', 'Neo.TransientError.Database.DatabaseUnavailable']
  // A server that is being stopped or elects another leader is as good as gone: what it had begun is not known.
  const isAway = isGoing.includes(error.code) || error.code.startsWith('Neo.ClientError.Cluster.')
  return isOurs || isAway ? new ConnectionLost(error.message, { cause: error }) : new ConnectionRefused(error)
}
