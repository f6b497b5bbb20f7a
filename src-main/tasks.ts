/** What is under way for the window, each by the name that the window gave it, so that it can be stopped. */
export class Tasks {
  readonly #running = new Map<string, AbortController>()

  /** Runs a task; when it is stopped the answer is `stopped` at once, whatever the task still does. */
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

  stop(task: string): void {
    this.#running.get(task)?.abort()
  }
}
