import type { Refusal } from '@core/change/refusal'

/** What a form knows of itself: whether anything was typed, and why it was refused, until something in it is changed. */
export class FormState {
  readonly #typed: () => string
  readonly #atFirst: string
  #last = $state.raw<{ readonly typed: string; readonly refusal: Refusal }>()
  readonly dirty = $derived.by(() => this.#typed() !== this.#atFirst)
  readonly refusal = $derived.by(() => (this.#last?.typed === this.#typed() ? this.#last.refusal : undefined))

  /** `typed` puts everything that can be typed into one text. */
  constructor(typed: () => string) {
    this.#typed = typed
    this.#atFirst = typed()
  }

  refused(refusal: Refusal) {
    this.#last = { typed: this.#typed(), refusal }
  }

  /** The error of one field, named as the command names it. */
  at = (field: string): string | undefined => (this.refusal?.field === field ? this.refusal.refused : undefined)

  /** The error of a field or of something inside it: `aliases.0.text` in `aliases`. */
  within = (field: string): string | undefined =>
    this.refusal?.field?.startsWith(`${field}.`) ? this.refusal.refused : this.at(field)

  /** The refusal that stands at none of these fields, and so has to be told elsewhere. */
  elsewhere(fields: readonly string[]): string | undefined {
    return fields.some((field) => this.at(field)) ? undefined : this.refusal?.refused
  }
}
