import type { Graph } from '../graph/graph'
import { dateInWords } from '../records/date-labels'
import type { Claim } from '../records/records'

/** When a claim was entered, in words, with the time of day in UTC; a file that is marked as an example says that its times are made. */
export function timeOfEntry(graph: Graph, { recorded }: Claim): string {
  if (recorded === undefined) return 'No time of entry'
  const made = graph.extra.get('example') === true
  return `${dateInWords(recorded)}${made ? '; an example: the time of entry was set by its makers' : ''}`
}
