import type { Merged } from '@core/contract/backups'
import type { StoreEvent } from '../stores/json/events'
import type { SessionStore } from '../stores/session-store'

/** What the window is told of another program's changes. */
export const mergedMessage = (
  handle: string,
  merges: number,
  { graph, conflicts }: SessionStore,
  { change, message }: Extract<StoreEvent, { kind: 'merged' }>
): Merged => ({
  handle,
  merges,
  title: graph.title,
  extra: JSON.stringify(Object.fromEntries(graph.extra)),
  change: JSON.stringify(change),
  message,
  conflicts: conflicts.length
})
