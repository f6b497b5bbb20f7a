import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { sampleGraph } from '../../sample'

/** The sample graph as a file. */
export const TEXT = serialiseGraph(sampleGraph())

/** A file as text, with sections of the sample replaced. */
export const file = (sections: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(TEXT), ...sections })

export function problemsOf(text: string) {
  const result = parseGraph(text)
  return 'problems' in result ? result.problems : []
}

export const messages = (text: string) => problemsOf(text).map(({ message }) => message)

export function graphOf(text: string): Graph {
  const result = parseGraph(text)
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.graph
}
