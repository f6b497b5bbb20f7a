import { isRefusal } from '@core/change/refusal'
import { readAddress } from '@core/external/address'
import { inverseOf, type Operation } from '@core/external/write-back/operation'
import { writeStatement } from '@core/external/write-back/statements'
import type { Driver, Transaction } from 'neo4j-driver'
import { closeDriver, openDriver } from '../connect/open-driver'
import { type ConnectionRequest, tryConnection } from '../connect/try-connection'
import { unlessAborted } from '../connect/unless-aborted'
import { ExternalError } from '../explore/external-error'
import { explain } from '../explore/messages'
import { faultOf, runIn } from './check'

/** Result of a write-back: all of it is in the database, nothing is, or it is unknown, since the server was lost. */
export type WriteBackOutcome =
  | { readonly outcome: 'written' }
  | { readonly outcome: 'refused' | 'unknown'; readonly message: string }

/** How long the transaction may take on the server and how long we wait for it, in milliseconds; how often a lost server is asked. */
const LIMITS = { transaction: 60_000, whole: 70_000, questions: 10, pause: 1_000 }

/**
 * Carries operations out on an external database, all or none: in one transaction each is checked against the current state,
 * then done, so that any change meanwhile refuses the whole. Nothing is ever sent twice. Rejects only with the
 * signal's reason, and then nothing was written.
 */
export async function writeBack(
  request: ConnectionRequest,
  operations: readonly Operation[],
  signal?: AbortSignal
): Promise<WriteBackOutcome> {
  const opened = await open(request, signal)
  if ('message' in opened) return { outcome: 'refused', message: opened.message }
  const { driver, database } = opened
  let isCommitting = false
  // Once COMMIT is sent, it cannot be stopped.
  const stop = new AbortController()
  signal?.addEventListener('abort', () => isCommitting || stop.abort(signal.reason), { once: true })
  try {
    const done = inTransaction<WriteBackOutcome>(driver, database, async (transaction) => {
      for (const operation of operations) {
        const fault = await faultOf(runIn(transaction), operation)
        if (fault !== undefined) return { outcome: 'refused', message: `${fault} Nothing was written.` }
        await runIn(transaction)(writeStatement(operation))
      }
      stop.signal.throwIfAborted()
      isCommitting = true
      await transaction.commit()
      return { outcome: 'written' }
    })
    return await unlessAborted(done, stop.signal)
  } catch (error) {
    stop.signal.throwIfAborted()
    const { message } = explain(error, LIMITS.transaction / 1000)
    return isCommitting
      ? await afterLostCommit(request, operations)
      : { outcome: 'refused', message: `${message} Nothing was written.` }
  } finally {
    void closeDriver(driver)
  }
}

/** Whether all operations are in the database as they were written; undefined when the server cannot be asked. */
export async function isWritten(
  request: ConnectionRequest,
  operations: readonly Operation[]
): Promise<boolean | undefined> {
  const opened = await open(request)
  if ('message' in opened) return undefined
  try {
    return await inTransaction(opened.driver, opened.database, async (transaction) => {
      // What could be taken back is there. The checks take locks, so that they wait for a transaction that is still ending.
      for (const operation of inverseOf(operations))
        if ((await faultOf(runIn(transaction), operation, false)) !== undefined) return false
      return true
    })
  } catch {
    return undefined
  } finally {
    void closeDriver(opened.driver)
  }
}

/** The answer to COMMIT was lost: asks the server, when it is back, whether it was carried out. */
async function afterLostCommit(
  request: ConnectionRequest,
  operations: readonly Operation[]
): Promise<WriteBackOutcome> {
  for (let question = 0; question < LIMITS.questions; question++) {
    const written = await isWritten(request, operations)
    if (written === true) return { outcome: 'written' }
    if (written === false)
      return { outcome: 'refused', message: 'The connection broke before the server had kept it. Nothing was written.' }
    await new Promise((resolve) => setTimeout(resolve, LIMITS.pause))
  }
  return {
    outcome: 'unknown',
    message: 'The connection broke while the server was keeping it, and the server is not back. Look again when it is.'
  }
}

async function open(
  request: ConnectionRequest,
  signal?: AbortSignal
): Promise<{ readonly driver: Driver; readonly database: string } | { readonly message: string }> {
  const verdict = await tryConnection(request, signal)
  if (verdict.outcome === 'failed') return verdict
  const address = readAddress(request.uri)
  if (isRefusal(address)) return { message: address.refused }
  return { driver: openDriver(address, request), database: verdict.database }
}

/** Runs work in a transaction, which is rolled back unless the work commits it. A silent server is waited for no longer than the limit. */
async function inTransaction<T>(
  driver: Driver,
  database: string,
  work: (transaction: Transaction) => Promise<T>
): Promise<T> {
  const session = driver.session({ database, defaultAccessMode: 'WRITE' })
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new ExternalError('The server did not answer in time.')), LIMITS.whole)
  try {
    const begun = async () => work(await session.beginTransaction({ timeout: LIMITS.transaction }))
    return await unlessAborted(begun(), late.signal)
  } finally {
    clearTimeout(timer)
    session.close().catch(() => {})
  }
}
