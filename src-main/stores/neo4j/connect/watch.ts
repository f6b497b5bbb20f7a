import { waitAfter } from './search'

/** Whether a server answers: `reconnecting` for a while after it was lost, then `offline`; it is tried again all along. */
export type ConnectionState = 'connected' | 'reconnecting' | 'offline'

/** In milliseconds: between looks while the server answers, for one look, and until a lost server counts as offline. */
const INTERVALS = { calm: 5_000, look: 3_000, offline: 15_000 }

/** How to look at a server. */
export interface Looks {
  /** Resolves when it answers. */
  readonly look: () => Promise<unknown>
  /** Whether a lost server is worth a look; answers soon in any case. */
  readonly greets: () => Promise<boolean>
}

/** Looks at a server from time to time and reports when it is lost and back. */
export class Watch {
  readonly #looks: Looks
  readonly #onState: (state: ConnectionState) => void
  #state: ConnectionState = 'connected'
  #lostAt = 0
  #failed = 0
  #timer: NodeJS.Timeout | undefined
  #isClosed = false
  #isLooking = false

  constructor(looks: Looks, onState: (state: ConnectionState) => void) {
    this.#looks = looks
    this.#onState = onState
    this.#next(INTERVALS.calm)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Another query has failed: look at once. */
  doubt(): void {
    this.#next(0)
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  #next(wait: number) {
    clearTimeout(this.#timer)
    if (this.#isClosed) return
    this.#timer = setTimeout(() => void this.#lookNow(), wait)
    this.#timer.unref()
  }

  async #lookNow() {
    if (this.#isLooking) return
    this.#isLooking = true
    const began = Date.now()
    const isWorthIt = this.#state === 'connected' || (await this.#looks.greets())
    const answers = isWorthIt && (await this.#inTime())
    this.#isLooking = false
    if (this.#isClosed) return
    this.#failed = answers ? 0 : this.#failed + 1
    if (answers) this.#become('connected')
    else if (this.#state === 'connected') {
      this.#lostAt = Date.now()
      this.#become('reconnecting')
    } else if (Date.now() - this.#lostAt > INTERVALS.offline) this.#become('offline')
    this.#next(answers ? INTERVALS.calm : Math.max(0, waitAfter(this.#failed) - (Date.now() - began)))
  }

  /** Whether a look succeeded in time; the driver itself would wait for a silent server for ever. */
  async #inTime(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), INTERVALS.look)
    })
    const looked = this.#looks.look().then(
      () => true,
      () => false
    )
    const answers = await Promise.race([looked, late])
    clearTimeout(timer)
    return answers
  }

  #become(state: ConnectionState) {
    if (state === this.#state) return
    this.#state = state
    this.#onState(state)
  }
}
