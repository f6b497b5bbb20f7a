import type { Merged } from '@core/contract/backups'
import type { StoreEvent } from '../stores/json/events'
import type { DeskStore } from '../stores/session-store'

/** What the window is told of another program's changes. */
export const mergedWords = (
  handle: string,
  merges: number,
  { graph, clashes }: DeskStore,
  { change, message }: Extract<StoreEvent, { kind: 'merged' }>
): Merged => ({
  handle,
  merges,
  title: graph.title,
  extra: JSON.stringify(Object.fromEntries(graph.extra)),
  change: JSON.stringify(change),
  message,
  clashes: clashes.length
})
