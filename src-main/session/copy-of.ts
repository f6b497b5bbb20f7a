import { apply, type Change } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import type { Copied } from '../stores/json/save-copy'
import type { SessionStore } from '../stores/session-store'
import { StoreError } from '../stores/store'

/** The graph with unsaved changes. Throws StoreError where they do not apply. */
function withAll(graph: Graph, changes: readonly Change[]): Graph {
  return changes.reduce((now, change) => {
    const after = apply(now, change)
    if (isRefusal(after)) throw new StoreError(after.refused)
    return after
  }, graph)
}

/** What a copy of a store's graph holds: unsaved changes too, or a file of a newer version as it is. Throws StoreError. */
export function copyOf({ graph, newer, place }: SessionStore, unsaved: readonly Change[]): Copied {
  const isNewer = place && newer !== undefined && unsaved.length === 0
  return isNewer ? { path: place.path, hash: newer } : withAll(graph, unsaved)
}
