import type { Graph } from '../graph/graph'
import { KINDS } from '../records/records'
import { isObject, readJson, writeJson } from '../text/json'
import type { OpenGraph } from './contract'

/** About how long the JSON text of one part is, in UTF-16 code units: small enough to be read between two frames. */
const PART = 256 * 1024

/** What the window gets of a graph before the records. */
export const headOf = (graph: Graph): Pick<OpenGraph, 'title' | 'extra' | 'counts'> => ({
  title: graph.title,
  extra: writeJson(Object.fromEntries(graph.extra)),
  counts: {
    entities: graph.all('entity').size,
    relations: graph.all('relation').size,
    claims: graph.all('claim').size,
    sources: graph.all('source').size,
    records: KINDS.reduce((sum, kind) => sum + graph.all(kind).size, 0)
  }
})

/** What `extra` of that says, field by field. Throws SyntaxError on what is no JSON. */
export function extraIn(text: string): ReadonlyMap<string, unknown> {
  const extra = readJson(text)
  return new Map(isObject(extra) ? Object.entries(extra) : [])
}

/** The records of a graph in file order of their kinds, as JSON texts of lists; at least one, if only an empty list. */
export function* partsOf(graph: Graph): Generator<string> {
  let rows: string[] = []
  let length = 0
  for (const kind of KINDS)
    for (const record of graph.all(kind).values()) {
      const row = writeJson(record)
      rows.push(row)
      length += row.length + 1
      if (length < PART) continue
      yield `[${rows.join(',')}]`
      rows = []
      length = 0
    }
  yield `[${rows.join(',')}]`
}
