import type { Driver, Result, Record as Row } from 'neo4j-driver'
import { unlessAborted } from '../connect/unless-aborted'
import { ExternalError } from './external-error'
import { explain, isLost } from './messages'

/** The limit of a query: milliseconds on the server. */
export interface Cost {
  readonly timeout: number
  readonly signal?: AbortSignal
}

/** How much longer than the server's own limit we wait for it, in milliseconds. */
const GRACE = 2_000

/**
 * Reads one database. Every session is opened for reading, so that the server itself refuses whatever would write;
 * there is no other way to the driver for anything that explores.
 */
export class Reader {
  readonly #driver: Driver
  readonly database: string
  readonly #onLost: () => void

  constructor(driver: Driver, database: string, onLost: () => void = () => {}) {
    this.#driver = driver
    this.database = database
    this.#onLost = onLost
  }

  /** All rows of a statement of our own. Throws ExternalError, or the signal's reason when that ends it; the server then stops too. */
  async rows(statement: string, parameters: Readonly<Record<string, unknown>>, cost: Cost): Promise<readonly Row[]> {
    try {
      return await this.inSession(cost, async (session) => (await session.run(statement, parameters)).records)
    } catch (error) {
      throw cost.signal?.aborted ? error : explain(error, cost.timeout / 1000)
    }
  }

  /** Runs work in a session. The session and its query are closed when the work ends, is aborted or takes too long. */
  async inSession<T>({ timeout, signal }: Cost, work: (session: ReadSession) => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    const session = this.#driver.session({ database: this.database, defaultAccessMode: 'READ', fetchSize: 500 })
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(new ExternalError(tooLate(timeout))), timeout + GRACE)
    const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal
    const reading: ReadSession = {
      run: (statement, parameters = {}) => session.run(statement, { ...parameters }, { timeout })
    }
    try {
      return await unlessAborted(work(reading), either)
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (isLost(error) || late.signal.aborted) this.#onLost()
      throw error
    } finally {
      clearTimeout(timer)
      // Closing cancels the query. Not awaited, as a silent server would never let it end.
      session.close().catch(() => {})
    }
  }
}

/** Runs a statement in a session, within its limit. */
export interface ReadSession {
  run(statement: string, parameters?: Readonly<Record<string, unknown>>): Result
}

const tooLate = (timeout: number) => `The server did not answer within ${(timeout + GRACE) / 1000} seconds.`
