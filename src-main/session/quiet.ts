/** How long no change must have come before we believe that the window has no more to send, in milliseconds. */
const QUIET = 100

/** Knows whether changes are coming in. */
export class Quiet {
  #committing = 0
  #last = 0

  /** Runs what keeps a change. */
  async during<T>(commit: () => Promise<T>): Promise<T> {
    this.#committing++
    try {
      return await commit()
    } finally {
      this.#committing--
      this.#last = Date.now()
    }
  }

  /** Waits until nothing is being saved and the window has had time to send what it still held back. */
  async come(): Promise<void> {
    while (this.#committing > 0 || Date.now() - this.#last < QUIET)
      await new Promise((resolve) => setTimeout(resolve, QUIET / 4))
  }
}
