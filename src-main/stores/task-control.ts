import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from '@core/contract/contract'

/** The stage of a long task. */
export type Doing = Payload<'graph:progress'>['doing']

/** The user has stopped the task. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** How long a task runs before it yields, in milliseconds. */
const BREATH = 10
/** How often progress is reported, in milliseconds. */
const NEWS = 100

/** Lets a long task yield, report its progress, and be stopped. */
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

  /** To be called between two small pieces of work; `done` from 0 to 1. Rejects with Stopped. */
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

  /** Reports the progress of work that does not call step(); `done` from 0 to 1. */
  tell(doing: Doing, done: number): void {
    this.#onProgress?.(doing, Math.min(1, Math.max(0, done)))
  }

  /** The result of work; rejects with Stopped as soon as it is stopped, without waiting for the work to end. */
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

  /** Runs a generator that yields its progress, and answers its result. */
  async run<T>(doing: Doing, steps: Generator<number, T>): Promise<T> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await this.step(doing, step.value)
    }
  }
}
