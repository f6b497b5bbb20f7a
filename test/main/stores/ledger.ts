import type { Change } from '@core/change/change'
import { parseGraph } from '@core/formats/entente/parse'
import type { Graph } from '@core/graph/graph'
import type { Entity } from '@core/records/records'
import { sampleGraph } from '../sample'

// Numbered changes of several records each, from which it can be told how many of them a graph holds, and whether all of
// each. The number of the last one stands in the summary of `russia`.

const russia = (count: number): Entity => ({
  kind: 'entity',
  id: 'russia',
  type: 'state',
  name: 'Russia',
  aliases: [],
  ...(count > 0 && { summary: `${count} changes` })
})

/** The change with that number, counted from 1, on the sample graph with all changes before it. */
export const numbered = (count: number): Change => ({
  label: `Change ${count}`,
  edits: [
    { before: count === 1 ? sampleRussia() : russia(count - 1), after: russia(count) },
    { after: { kind: 'entity', id: `e-${count}`, type: 'state', name: `State ${count} – دولة`, aliases: [] } },
    { after: { kind: 'relation', id: `b-${count}`, type: 'backs', from: 'russia', to: `e-${count}` } }
  ]
})

const sampleRussia = () => sampleGraph().get('entity', 'russia')

/** How many numbered changes a graph holds. Throws where one of them is there in part, or out of its turn. */
export function countChanges(graph: Graph): number {
  const count = Number(/^\d+/.exec(graph.get('entity', 'russia')?.summary ?? '0')?.[0])
  for (const [kind, prefix] of [
    ['entity', 'e'],
    ['relation', 'b']
  ] as const) {
    const ids = [...graph.all(kind).keys()].filter((id) => id.startsWith(`${prefix}-`))
    const wanted = Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`)
    if (ids.length !== count || !wanted.every((id) => ids.includes(id)))
      throw new Error(`half-applied: ${count} changes by number, ${kind} ${ids.join(' ')}`)
  }
  return count
}

/** The same of a file's text, which must be whole. */
export function countInFile(text: string): number {
  const file = parseGraph(text)
  if ('problems' in file) throw new Error(`the file cannot be read: ${file.problems[0]?.message}`)
  return countChanges(file.graph)
}
