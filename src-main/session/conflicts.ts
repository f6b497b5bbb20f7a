import type { ConflictKey } from '@core/contract/conflicts'
import type { Output } from '@core/contract/contract'
import type { SessionStore } from '../stores/session-store'
import { StoreError } from '../stores/store'

/** Where both sides changed the same thing in the open graph and the user has not decided yet. */
export class Conflicts {
  readonly #storeOf: (handle: string) => SessionStore

  /** `storeOf` throws StoreError when a handle is not that of what is open. */
  constructor(storeOf: (handle: string) => SessionStore) {
    this.#storeOf = storeOf
  }

  /** The undecided ones. */
  list(handle: string): Output<'graph:conflicts'>['conflicts'] {
    return [...this.#storeOf(handle).conflicts]
  }

  /** Forgets what the user has decided, durably. */
  async decide(handle: string, decided: readonly ConflictKey[]): Promise<Output<'graph:decided'>> {
    const store = this.#storeOf(handle)
    try {
      await store.decide(decided)
      return { left: store.conflicts.length }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return { left: store.conflicts.length, message: error.message }
    }
  }
}
