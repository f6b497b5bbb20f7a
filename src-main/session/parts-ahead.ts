import type { Change } from '@core/change/change'
import { readChange } from '@core/formats/entente/read-change'
import type { Edit } from '@core/graph/graph'
import { jsonOrNothing } from '@core/text/json'
import { StoreError } from '../stores/store'

/** Parts of a change that is too large for one message, received ahead of it. */
export class PartsAhead {
  #edits: Edit[] = []
  #parts = 0

  /** Adds a part, the JSON text of a list of edits; part 0 starts over. Throws StoreError. */
  take(part: number, text: string): void {
    if (part === 0) this.#clear()
    if (part !== this.#parts) throw new StoreError(MISSING)
    const change = readChange({ label: '', edits: jsonOrNothing(text) })
    if (!change) throw new StoreError('What was to be saved is no change of a graph, so nothing of it was saved.')
    this.#parts++
    for (const edit of change.edits) this.#edits.push(edit)
  }

  /** The whole change, of which `parts` parts were sent ahead. Throws StoreError. */
  complete(change: Change, parts: number): Change {
    const [edits, here] = [this.#edits, this.#parts]
    this.#clear()
    if (parts === 0) return change
    if (parts !== here) throw new StoreError(MISSING)
    return { ...change, edits: [...edits, ...change.edits] }
  }

  #clear() {
    this.#edits = []
    this.#parts = 0
  }
}

const MISSING = 'A part of that change did not arrive, so nothing of it was saved. Try again.'
