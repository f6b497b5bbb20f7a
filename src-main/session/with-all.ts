import { apply, type Change } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import { StoreError } from '../stores/store'

/** The graph with unsaved changes. Throws StoreError where they do not apply. */
export function withAll(graph: Graph, changes: readonly Change[]): Graph {
  return changes.reduce((now, change) => {
    const after = apply(now, change)
    if (isRefusal(after)) throw new StoreError(after.refused)
    return after
  }, graph)
}
