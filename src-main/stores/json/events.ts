import type { Change } from '@core/change/change'
import type { Conflict } from '@core/change/merge-three'

/** Events of a store. */
export type StoreEvent =
  /** A message for the user. */
  | { readonly kind: 'told'; readonly message: string }
  /** Nothing is saved here any more. */
  | { readonly kind: 'read-only'; readonly reason: string }
  /** Another program's changes were merged; `change` leads from the graph as it was to the graph as it is. */
  | {
      readonly kind: 'merged'
      readonly change: Change
      readonly conflicts: readonly Conflict[]
      readonly message: string
    }
