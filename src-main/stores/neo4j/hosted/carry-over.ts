import { apply, type Change, invert, same } from '@core/change/change'
import { type Conflict, mergeThree } from '@core/change/merge-three'
import { isRefusal } from '@core/change/refusal'
import { settle } from '@core/commands/conflicts'
import { faultAfter } from '@core/formats/entente/fault-after'
import type { Edit, Graph } from '@core/graph/graph'
import type { AnyRecord, Kind } from '@core/records/records'

/** Result of carrying a change over to a newer graph. */
export interface CarriedOver {
  readonly graph: Graph
  /** From that graph to this one; it may have nothing left to do. */
  readonly change: Change
  /** Where others have changed the same: both values are in here. */
  readonly conflicts: readonly Conflict[]
}

/**
 * Carries a change over to the graph with the changes of others, field by field. Where both changed the same field
 * theirs stands, since others work with it already, and ours waits in a conflict. Undefined where the result would not be valid.
 */
export function carryOver(now: Graph, made: Change): CarriedOver | undefined {
  const merged = mergeThree(now.with(invert(made).edits), now.with(made.edits), now, made.label)
  let { graph } = merged
  const conflicts = merged.conflicts.map((conflict): Conflict => {
    if (conflict.field === undefined || conflict.taken === 'theirs') return conflict
    const theirs = settle(graph, conflict, 'theirs')
    const after = isRefusal(theirs) ? theirs : apply(graph, theirs)
    if (isRefusal(after)) return conflict
    graph = after
    return { ...conflict, taken: 'theirs' }
  })
  const change = { label: made.label, edits: merged.change.edits.flatMap((edit) => editOf(now, graph, edit)) }
  return faultAfter(graph, change) ? undefined : { graph, change, conflicts }
}

function editOf(from: Graph, to: Graph, { before: one, after: other }: Edit): readonly Edit[] {
  const { kind, id } = other ?? one ?? {}
  if (kind === undefined || id === undefined) return []
  const [before, after] = [from, to].map((graph) => recordIn(graph, kind, id))
  return same(before, after) ? [] : [{ ...(before && { before }), ...(after && { after }) }]
}

const recordIn = (graph: Graph, kind: Kind, id: string): AnyRecord | undefined => graph.get(kind, id)
