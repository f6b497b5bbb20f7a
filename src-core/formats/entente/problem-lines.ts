import type { Problem } from '../../text/problem-messages'
import { linesOf } from './lines'
import type { Located } from './read-records'

/** How many problems are listed one by one. */
export const MOST_PROBLEMS = 200

/** Problems with the lines at which they stand in a JSON text, in order of these. */
export function withLines(problems: readonly Located[], text: string): readonly Problem[] {
  const lines = linesOf(
    text,
    problems.map(({ path }) => path)
  )
  const located = problems.map(({ message, record }, at) => ({
    message,
    ...(lines[at] !== undefined && { line: lines[at] }),
    ...(record !== undefined && { record })
  }))
  return located.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** The first problems, and how many more there are besides; `uncounted` are not among them. */
export function capped(problems: readonly Problem[], uncounted = 0): readonly Problem[] {
  const more = uncounted + Math.max(0, problems.length - MOST_PROBLEMS)
  if (more === 0) return problems
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    { message: `… and ${more} more ${more === 1 ? 'problem' : 'problems'}.` }
  ]
}
