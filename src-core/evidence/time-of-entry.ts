import type { Graph } from '../graph/graph'
import { dateInWords } from '../records/date-labels'
import type { Claim } from '../records/records'

/**
 * When a claim was entered, in words, with the time of day in UTC. A file that is marked as an example (`true`, or the day up
 * to which its makers set the times) says that its times are made; what was entered later has the true time.
 */
export function timeOfEntry(graph: Graph, { recorded }: Claim): string {
  if (recorded === undefined) return 'No time of entry'
  const made = isMade(graph.extra.get('example'), String(recorded))
  return `${dateInWords(recorded)}${made ? '; an example: the time of entry was set by its makers' : ''}`
}

/** Whether a graph is marked as an example. */
export const isExample = ({ extra }: Graph): boolean => isMade(extra.get('example'), '')

/** Compared as the texts that they are: an instant begins with its day. */
const isMade = (example: unknown, recorded: string) =>
  example === true || (typeof example === 'string' && DAY.test(example) && recorded.slice(0, 10) <= example)

const DAY = /^\d{4}-\d{2}-\d{2}$/
