import { inverseOf, type Operation } from '@core/external/write-back/operation'
import { writtenChange } from '@core/external/write-back/written'
import type { App } from '../../state/app.svelte'
import { plural } from '../../ui/count'
import { rebind } from '../../usecases/rebind'

/** What became of the last attempt to write. */
export type Outcome =
  | { readonly kind: 'written'; readonly words: string }
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'unknown'
      readonly message: string
      readonly operations: readonly Operation[]
      readonly back: boolean
    }

/** Writing back, and taking back what was written. */
export class Writing {
  busy = $state.raw<{ readonly words: string; readonly stop: () => void }>()
  outcome = $state.raw<Outcome>()
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  /** Carries the operations out, all or none. `back`: they take back what was written before. */
  async write(operations: readonly Operation[], back = false): Promise<void> {
    const { external } = this.#app
    if (this.busy || operations.length === 0) return
    this.outcome = undefined
    const { answer, stop } = external.ask('neo4j:write-back', { operations: [...operations] })
    this.busy = { words: `Writing ${plural(operations.length, 'change', 'changes')} to ${external.name}`, stop }
    const written = await answer
    this.busy = undefined
    switch (written.outcome) {
      case 'written':
        return this.#settle(operations, back)
      case 'unknown':
        this.outcome = { kind: 'unknown', message: written.message, operations, back }
        return
      case 'stopped':
        this.outcome = { kind: 'refused', message: 'Stopped. Nothing was written.' }
        return
      default:
        this.outcome = { kind: 'refused', message: written.message }
    }
  }

  /** Asks whether what nobody could tell of is in the database after all. */
  async look(): Promise<void> {
    const { outcome } = this
    const { client, external } = this.#app
    if (outcome?.kind !== 'unknown' || !external.session) return
    const { operations, back } = outcome
    const { written } = await client
      .request('neo4j:is-written', { session: external.session, operations: [...operations] })
      .catch(() => ({ written: undefined }))
    if (written === undefined) return
    if (written) await this.#settle(operations, back)
    else this.outcome = { kind: 'refused', message: 'None of it was written. It can be tried again.' }
  }

  /** Our own file says from now on that this is in the database. */
  async #settle(operations: readonly Operation[], back: boolean) {
    const { doc, external } = this.#app
    const count = plural(operations.length, 'change', 'changes')
    const label = back ? `Take ${count} back from ${external.name}` : `Write ${count} back to ${external.name}`
    const refusal = doc.run(writtenChange(doc.graph, operations, label))
    external.keepInverse(back ? undefined : inverseOf(operations))
    this.outcome = refusal
      ? { kind: 'refused', message: `It was written, but your own file could not say so: ${refusal.refused}` }
      : { kind: 'written', words: back ? `${count} taken back.` : `${count} written.` }
    if (!back) await rebind(this.#app)
  }
}
