/** Whether a server answers: `reconnecting` for the first while after it was lost, then `offline`; it is looked for all along. */
export type ConnectionState = 'connected' | 'reconnecting' | 'offline'

/** Milliseconds between looks while all is well, between looks for a server that was lost, for one look, and until it counts as offline. */
const PACE = { calm: 5_000, lost: 1_000, look: 3_000, offline: 15_000 }

/** Looks at a server from time to time and says when it goes and comes back. `look` resolves when it answers. */
export class Watch {
  readonly #look: () => Promise<unknown>
  readonly #onState: (state: ConnectionState) => void
  readonly #pace: typeof PACE
  #state: ConnectionState = 'connected'
  #lostAt = 0
  #timer: NodeJS.Timeout | undefined
  #isClosed = false
  #isLooking = false

  constructor(look: () => Promise<unknown>, onState: (state: ConnectionState) => void, pace = PACE) {
    this.#look = look
    this.#onState = onState
    this.#pace = pace
    this.#next(pace.calm)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Somebody else's question has failed: look at once. */
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
    const answers = await this.#inTime()
    this.#isLooking = false
    if (this.#isClosed) return
    if (answers) this.#become('connected')
    else if (this.#state === 'connected') {
      this.#lostAt = Date.now()
      this.#become('reconnecting')
    } else if (Date.now() - this.#lostAt > this.#pace.offline) this.#become('offline')
    this.#next(answers ? this.#pace.calm : this.#pace.lost)
  }

  /** Whether a look came to something in its time; the driver itself would wait for a silent server for ever. */
  async #inTime(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), this.#pace.look)
    })
    const looked = this.#look().then(
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
