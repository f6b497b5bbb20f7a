import type { Change } from '@core/change/change'
import type { Conflict } from '@core/change/merge-three'

/** What a store tells unasked. */
export type StoreEvent =
  /** Something that the user should know, in a sentence or two. */
  | { readonly kind: 'told'; readonly message: string }
  /** From now on nothing is saved here. */
  | { readonly kind: 'read-only'; readonly reason: string }
  /** Another program's changes were taken in: this leads from the graph as it was to the graph as it is. */
  | {
      readonly kind: 'merged'
      readonly change: Change
      readonly conflicts: readonly Conflict[]
      readonly message: string
    }
