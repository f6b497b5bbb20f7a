import type { Change } from '@core/change/change'
import type { History, Step } from './history'

/** A change on its way to the store. */
export interface Pending {
  readonly change: Change
  readonly historyBefore: History
  /** What it is in the history; absent where it only moves to and fro in it. */
  readonly step?: Step
}

/** How the saving of the open graph goes. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly changes: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read-only'; readonly reason: string }
