import type { Input, Output } from '@core/contract/contract'
import type { Client } from '../../client'

const REST_MS = 150

/** The figure as it would be saved now: drawn anew when the choices have rested, the last one shown meanwhile. */
export class FigurePreview {
  drawn = $state.raw<Output<'figure:draw'>>()
  problem = $state<string>()
  drawing = $state(false)
  readonly #client: Client
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  constructor(client: Client) {
    this.#client = client
  }

  /** Asks for a figure; of several the last one counts. Returns what calls it off. */
  ask(request: Input<'figure:draw'>): () => void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#draw(request), this.drawn ? REST_MS : 0)
    return () => clearTimeout(this.#timer)
  }

  async #draw(request: Input<'figure:draw'>) {
    this.#asked += 1
    const mine = this.#asked
    this.drawing = true
    try {
      const drawn = await this.#client.request('figure:draw', request)
      if (mine !== this.#asked) return
      this.drawn = drawn
      this.problem = undefined
    } catch (error) {
      if (mine === this.#asked) this.problem = error instanceof Error ? error.message : String(error)
    } finally {
      if (mine === this.#asked) this.drawing = false
    }
  }
}
