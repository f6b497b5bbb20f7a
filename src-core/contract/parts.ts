import type { Graph } from '../graph/graph'
import { KINDS } from '../records/records'
import type { OpenGraph } from './contract'

/** About how long the JSON text of one part is, in UTF-16 code units: small enough to be read between two frames. */
const PART = 256 * 1024

/** What the window gets of a graph before the records. */
export const headOf = (graph: Graph): Pick<OpenGraph, 'title' | 'extra' | 'counts'> => ({
  title: graph.title,
  extra: JSON.stringify(Object.fromEntries(graph.extra)),
  counts: {
    entities: graph.all('entity').size,
    relations: graph.all('relation').size,
    claims: graph.all('claim').size,
    sources: graph.all('source').size,
    records: KINDS.reduce((sum, kind) => sum + graph.all(kind).size, 0)
  }
})

/** The records of a graph in file order of their kinds, as JSON texts of lists; at least one, if only an empty list. */
export function* partsOf(graph: Graph): Generator<string> {
  let rows: string[] = []
  let length = 0
  for (const kind of KINDS)
    for (const record of graph.all(kind).values()) {
      const row = JSON.stringify(record)
      rows.push(row)
      length += row.length + 1
      if (length < PART) continue
      yield `[${rows.join(',')}]`
      rows = []
      length = 0
    }
  yield `[${rows.join(',')}]`
}
