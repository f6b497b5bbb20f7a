import type { ExternalValue } from '@core/external/value'
import type { Record as Row } from 'neo4j-driver'
import { ExternalError } from './external-error'
import { hydrate } from './hydrate'
import { explain } from './messages'
import { columnsOfReading, EXPLAIN } from './read-only'
import type { Reader, ReadSession } from './reader'

/** Limits of a user's statement: milliseconds, and roughly how many characters of results. */
const MOST = { timeout: 60_000, size: 32 * 1024 * 1024 }

/** Rows sent to the window at once, and after how many milliseconds fewer are sent. */
const BATCH = { rows: 200, wait: 100 }

/** Result of a statement. `limited`: there was more, and reading stopped at the limit. */
export interface QueryResult {
  readonly rows: number
  readonly limited: boolean
  readonly milliseconds: number
}

/** Called with rows as they come, in order. */
export type OnRows = (columns: readonly string[], rows: readonly (readonly ExternalValue[])[]) => void

/**
 * Runs a statement that only reads, and stops at `most` rows or 32 MiB of them. Throws ExternalError with the line and column
 * at fault, or the signal's reason as soon as it is aborted; the server is told to stop as well.
 */
export async function runQuery(
  reader: Reader,
  { query, most }: { readonly query: string; readonly most: number },
  onRows: OnRows,
  signal?: AbortSignal
): Promise<QueryResult> {
  const began = performance.now()
  try {
    const read = await reader.inSession({ timeout: MOST.timeout, signal }, async (session) => {
      const columns = await columnsOfReading(session, query)
      onRows(columns, [])
      return stream(session, query, columns, most, (rows) => {
        if (!signal?.aborted) onRows(columns, rows)
      })
    })
    return { ...read, milliseconds: performance.now() - began }
  } catch (error) {
    if (signal?.aborted) throw error
    throw inPlace(explain(error, MOST.timeout / 1000, query))
  }
}

async function stream(
  session: ReadSession,
  query: string,
  columns: readonly string[],
  most: number,
  send: (rows: readonly (readonly ExternalValue[])[]) => void
): Promise<Omit<QueryResult, 'milliseconds'>> {
  let waiting: (readonly ExternalValue[])[] = []
  let sent = performance.now()
  let count = 0
  let size = 0
  const flush = () => {
    if (waiting.length > 0) send(waiting)
    waiting = []
    sent = performance.now()
  }
  for await (const row of session.run(query)) {
    if (count === most || size > MOST.size) {
      flush()
      return { rows: count, limited: true }
    }
    const values = valuesOf(row, columns)
    size += JSON.stringify(values).length
    count++
    waiting.push(values)
    if (waiting.length >= BATCH.rows || performance.now() - sent > BATCH.wait) flush()
  }
  flush()
  return { rows: count, limited: false }
}

const valuesOf = (row: Row, columns: readonly string[]) => columns.map((_, at) => hydrate(row.get(at)))

/** The position of an error in what the user typed: the check puts a word before it. */
function inPlace(error: ExternalError): ExternalError {
  if (error.line !== 1 || error.column === undefined || error.column <= EXPLAIN.length) return error
  return new ExternalError(error.message, { line: 1, column: error.column - EXPLAIN.length, cause: error.cause })
}
