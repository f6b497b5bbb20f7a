import type { Holding } from '@core/contract/hosted'
import type { Client } from '../../client'
import type { ConnectionForm } from './connection-form.svelte'

/** The graph of ours in the database that a form is about: the one that is there, or the one that may be put there. */
export class KeptGraph {
  #seen = $state.raw<{ readonly where: string; readonly holding: Holding }>()
  #problem = $state.raw<{ readonly where: string; readonly message: string }>()
  /** How many records of how many are in the database. */
  copied = $state.raw<{ readonly done: number; readonly all: number }>()
  /** Whether copying was begun and ended by the user. */
  stopped = $state(false)
  readonly #client: Client
  readonly #form: ConnectionForm

  /** What the database holds, as long as the form still names it. */
  readonly holding = $derived.by(() => (this.#seen?.where === this.#where() ? this.#seen.holding : undefined))
  /** Why the last thing did not work. */
  readonly problem = $derived.by(() => (this.#problem?.where === this.#where() ? this.#problem.message : undefined))

  constructor(client: Client, form: ConnectionForm) {
    this.#client = client
    this.#form = form
  }

  /** Looks what the database holds, once the connection is known to work; false where the user has stopped it. */
  async look(): Promise<boolean> {
    const form = this.#form
    const { database } = form
    if (form.verdict?.outcome !== 'connected' || database === '' || this.holding) return true
    const where = this.#where()
    const answer = await form.during('looking', (task) =>
      this.#client.request('hosted:look', { task, login: form.login(), database })
    )
    if (answer.outcome === 'looked') this.#seen = { where, holding: answer }
    if (answer.outcome === 'failed') this.#problem = { where, message: answer.message }
    return answer.outcome !== 'stopped'
  }

  /** The handle and name by which the graph there is opened. Rejects with main's words. */
  enter(): Promise<{ readonly handle: string; readonly name: string }> {
    const { database, keep } = this.#form
    return this.#client.request('hosted:enter', { login: this.#form.login(), database, keep })
  }

  /** Copies the open graph there; undefined when it came to nothing, which then is said, or was stopped. */
  async keep(handle: string): Promise<{ readonly handle: string; readonly name: string } | undefined> {
    const form = this.#form
    this.stopped = false
    this.#problem = undefined
    const where = this.#where()
    const answer = await form.during('keeping', async (task) => {
      const deaf = this.#client.on('hosted:progress', (progress) => {
        if (progress.task === task) this.copied = progress
      })
      const { database, keep } = form
      return this.#client.request('hosted:keep', { task, login: form.login(), database, handle, keep }).finally(deaf)
    })
    if (answer.outcome === 'kept') return answer
    if (answer.outcome === 'failed') this.#problem = { where, message: answer.message }
    else this.stopped = true
    return undefined
  }

  #where(): string {
    return `${this.#form.typed()} ${this.#form.database}`
  }
}
