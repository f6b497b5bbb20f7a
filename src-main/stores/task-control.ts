import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from '@core/contract/contract'

/** What a long piece of work is at. */
export type Doing = Payload<'graph:progress'>['doing']

/** The user has stopped what was being done. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** For how long nobody else gets a turn, in milliseconds. */
const BREATH = 10
/** How often the progress is told, in milliseconds. */
const NEWS = 100

/** How a long piece of work lets others have their turn, says how far it has come, and is stopped. */
export class TaskControl {
  readonly #signal: AbortSignal | undefined
  readonly #onProgress: ((doing: Doing, done: number) => void) | undefined
  #breath = performance.now()
  #told = 0

  constructor({
    signal,
    onProgress
  }: { readonly signal?: AbortSignal; readonly onProgress?: (doing: Doing, done: number) => void } = {}) {
    this.#signal = signal
    this.#onProgress = onProgress
  }

  /** Between two small pieces of the work; `done` from 0 to 1. Rejects with Stopped. */
  async step(doing: Doing, done: number): Promise<void> {
    const now = performance.now()
    if (now - this.#told >= NEWS) {
      this.#told = now
      this.#onProgress?.(doing, Math.min(1, Math.max(0, done)))
    }
    if (now - this.#breath >= BREATH) {
      await breathe()
      this.#breath = performance.now()
    }
    if (this.#signal?.aborted) throw new Stopped()
  }

  /** Says how far work has come that takes no steps here; `done` from 0 to 1. */
  tell(doing: Doing, done: number): void {
    this.#onProgress?.(doing, Math.min(1, Math.max(0, done)))
  }

  /** What comes of work that goes on by itself; rejects with Stopped as soon as it is stopped, whatever the work still does. */
  async unlessStopped<T>(work: Promise<T>): Promise<T> {
    const signal = this.#signal
    if (!signal) return work
    work.catch(() => {})
    return new Promise((resolve, reject) => {
      const stop = () => reject(new Stopped())
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { once: true })
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
    })
  }

  /** Takes the steps of a piece of work, each of which says how much is done, and answers what comes of it. */
  async run<T>(doing: Doing, steps: Generator<number, T>): Promise<T> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await this.step(doing, step.value)
    }
  }
}
