/** Running tasks, each by the name that the window gave it, so that it can be stopped. */
export class Tasks {
  readonly #running = new Map<string, AbortController>()

  /** Runs a task. Once stopped it answers `stopped` at once, without waiting for the work to end. */
  async run<Answer>(
    task: string,
    work: (signal: AbortSignal) => Promise<Answer>
  ): Promise<Answer | { readonly outcome: 'stopped' }> {
    const controller = new AbortController()
    const { signal } = controller
    this.#running.set(task, controller)
    const stopped = new Promise<{ readonly outcome: 'stopped' }>((resolve) => {
      signal.addEventListener('abort', () => resolve({ outcome: 'stopped' }), { once: true })
    })
    try {
      return await Promise.race([work(signal), stopped])
    } finally {
      this.#running.delete(task)
    }
  }

  /** Runs a task to its end. The answer is `stopped` only when the work rejects with the signal's reason. */
  async runToItsEnd<Answer>(
    task: string,
    work: (signal: AbortSignal) => Promise<Answer>
  ): Promise<Answer | { readonly outcome: 'stopped' }> {
    const controller = new AbortController()
    this.#running.set(task, controller)
    try {
      return await work(controller.signal)
    } catch (error) {
      if (controller.signal.aborted && error === controller.signal.reason) return { outcome: 'stopped' }
      throw error
    } finally {
      this.#running.delete(task)
    }
  }

  stop(task: string): void {
    this.#running.get(task)?.abort()
  }
}
