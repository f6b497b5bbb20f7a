import { waitAfter } from '../connect/search'

/** The state of the connection; `offline` when it has been lost for long. */
export type ConnectionState = 'connected' | 'reconnecting' | 'offline'

/** Checks a connection again and again. */
export interface Trying {
  /** Reports the result of the last look. */
  is(state: ConnectionState): void
  /** The user wants something of a lost database: looks at once. */
  soon(): void
  /** Whether it has been lost for so long that waiting makes no sense. */
  readonly isLong: boolean
  stop(): void
}

/** How often a connected database is checked. */
const BEAT = 2_000
/** After this time without a connection the state is offline. */
const LONG = 30_000

/** Calls `look` until it is stopped, never twice at once: every `beat` milliseconds, and sooner while the database is away. */
export function keepTrying(look: () => Promise<unknown>, beat = BEAT): Trying {
  let isThere = true
  let lastThere = Date.now()
  let failed = 0
  let stopped = false
  let isLooking = false
  let timer: NodeJS.Timeout | undefined
  const next = (wait: number) => {
    clearTimeout(timer)
    if (stopped || isLooking) return
    timer = setTimeout(() => void lookNow(), wait)
    timer.unref()
  }
  const lookNow = async () => {
    const began = Date.now()
    isLooking = true
    await look().catch(() => {})
    isLooking = false
    failed = isThere ? 0 : failed + 1
    next(isThere ? beat : Math.max(0, Math.min(waitAfter(failed), beat) - (Date.now() - began)))
  }
  next(beat)
  return {
    is(state) {
      const was = isThere
      isThere = state === 'connected'
      if (isThere) lastThere = Date.now()
      if (was && !isThere) next(Math.min(waitAfter(0), beat))
    },
    soon() {
      if (!isThere) next(0)
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
