import type { Neo4jStoreEvent } from '../stores/neo4j-store'
import type { SessionStore } from '../stores/session-store'
import type { Dependencies } from './dependencies'
import { describeMerge } from './describe'

/** Tells the window what a store says of its graph. `open` is its store, where it is the one that is open; `merges` counts this one in. */
export function hearStore(
  event: Neo4jStoreEvent,
  { onMerged, onReadOnly, onTold, onStorageStatus }: Dependencies,
  {
    handle,
    open,
    merges
  }: { readonly handle: string; readonly open: SessionStore | undefined; readonly merges: number }
): void {
  if (event.kind === 'connection' && open?.link) onStorageStatus?.({ handle, ...open.link })
  if (event.kind === 'told') onTold?.(event.message)
  if (event.kind === 'read-only') onReadOnly?.({ handle, reason: event.reason })
  // What is only just being opened is described as it is then.
  if (event.kind === 'merged' && open) onMerged?.(describeMerge(handle, merges, open, event))
}
