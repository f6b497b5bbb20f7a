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
  /** Kept on this computer until the database is back. */
  | { readonly kind: 'waiting'; readonly changes: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read-only'; readonly reason: string }

/** The state while nothing is wrong: `sending` changes on their way to main, `waiting` ones there for a database. */
export function savingOf(pending: number, waiting: number): SaveState {
  if (pending > 0) return { kind: 'saving', changes: pending }
  return waiting > 0 ? { kind: 'waiting', changes: waiting } : { kind: 'saved' }
}
