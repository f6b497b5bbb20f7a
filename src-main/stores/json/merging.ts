import { type Change, diff, invert } from '@core/change/change'
import { type Conflict, mergeThree } from '@core/change/merge-three'
import { faultAfter } from '@core/formats/entente/fault-after'
import type { Graph } from '@core/graph/graph'
import type { Entry } from '../journal/chain'
import { inOne } from './assess'

/** Result of merging another program's graph with ours. */
export interface TakenIn {
  readonly graph: Graph
  /** From their graph to the merged one. */
  readonly onTheirs: Change
  /** From our graph to the merged one. */
  readonly onOurs: Change
  readonly conflicts: readonly Conflict[]
  /** How many records they changed. */
  readonly records: number
}

/** The graph as it was before these changes. */
export const withoutEntries = (graph: Graph, entries: readonly Entry[]): Graph =>
  graph.with(invert(inOne(entries)).edits)

/** Merges what another program made of `before` with what we made of it; undefined where no sound graph comes of it. */
export function takeIn(before: Graph, ours: Graph, theirs: Graph): TakenIn | undefined {
  const { graph, change, conflicts } = mergeThree(before, ours, theirs)
  if (faultAfter(graph, change)) return undefined
  const onOurs = diff(ours, graph, 'Changes of another program')
  return { graph, onTheirs: change, onOurs, conflicts, records: diff(before, theirs).edits.length }
}
