import { plain } from '@core/text/quote'
import { Neo4jError } from 'neo4j-driver'
import { codeOf } from '../connect/verdict'
import { ExternalError } from './external-error'

/** What went wrong, as a message. The server's own text is shown only for statements that the user typed. */
export function explain(error: unknown, seconds: number, typed?: string): ExternalError {
  if (error instanceof ExternalError) return error
  const cause = error
  const code = codeOf(error)
  const known = isLost(error) ? GONE : WORDS.get(code)
  if (known) return new ExternalError(known, { cause })
  if (TIMED_OUT.test(code))
    return new ExternalError(`It took longer than ${seconds} seconds and was stopped. Ask for less.`, { cause })
  if (typed !== undefined && code.startsWith('Neo.')) return ofStatement(error as Error, typed)
  return new ExternalError(`The server refuses: ${code || 'it does not say why'}.`, { cause })
}

/** Whether a statement of ours was stopped because it took too long. */
export const tookTooLong = (error: unknown): boolean =>
  error instanceof ExternalError && error.cause !== undefined && TIMED_OUT.test(codeOf(error.cause))

/** Whether the error means that the server cannot be reached any more. */
export const isLost = (error: unknown): boolean =>
  // Server codes begin so; all others are the driver's, and are about the connection.
  error instanceof Neo4jError && !error.code.startsWith('Neo.')

const TIMED_OUT = /Transaction(?:TimedOut|Terminated|.*Terminated)/

const GONE = 'The server cannot be reached. Entente keeps trying; ask again when it is back.'

const WORDS = new Map([
  ['Neo.ClientError.Security.Forbidden', 'This user may not read that. Ask whoever runs the server for the right.'],
  ['Neo.ClientError.Statement.AccessMode', 'Nothing is changed here: the database is only read.'],
  ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'The server ran out of memory for it. Ask for less.'],
  ['Neo.TransientError.General.OutOfMemoryError', 'The server ran out of memory for it. Ask for less.'],
  ['Neo.ClientError.Database.DatabaseNotFound', 'The database is no longer on this server.']
])

/** The server's own words on a statement, on one line and without the copy of it, and where in it the fault is. */
function ofStatement(error: Error, typed: string): ExternalError {
  const [first = ''] = error.message.split('\n')
  const [, line, column] = /\(line (\d+), column (\d+)/.exec(error.message) ?? []
  const words = plain(first.replace(/\s*\(line \d+, column \d+.*$/, '').trim(), 400)
  const place = line && column ? { line: Number(line), column: Number(column) } : {}
  const isInside = (place.line ?? 0) >= 1 && (place.line ?? 0) <= typed.split('\n').length
  return new ExternalError(words || 'The server does not take that statement.', {
    ...(isInside && place),
    cause: error
  })
}
