/** How the connection to a database is; `offline` when it has been away for long. */
export type LinkState = 'connected' | 'reconnecting' | 'offline'

/** Looks after a connection again and again. */
export interface Trying {
  /** Tells how the last look went. */
  is(state: LinkState): void
  /** Whether it has been away for so long that nobody should wait for it. */
  readonly isLong: boolean
  stop(): void
}

/** How often a database is looked after that is there, and one that is not: it must be found within 2 s of its return. */
const BEAT = 2_000
const SEARCH = 500
/** After so long without it we say that we are offline. */
const LONG = 30_000

/** Calls `look` until it is stopped; the next call comes some time after the last one has ended. */
export function keepTrying(look: () => Promise<unknown>, beat = BEAT): Trying {
  let isThere = true
  let lastThere = Date.now()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const again = () => {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(
      () =>
        void look()
          .catch(() => {})
          .finally(again),
      isThere ? beat : Math.min(SEARCH, beat)
    )
    timer.unref()
  }
  again()
  return {
    is(state) {
      const was = isThere
      isThere = state === 'connected'
      if (isThere) lastThere = Date.now()
      if (was && !isThere) again()
    },
    get isLong() {
      return Date.now() - lastThere > LONG
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    }
  }
}
