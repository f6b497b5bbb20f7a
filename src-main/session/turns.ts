/** Tasks one after the other, whether those before went well or not. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Does it when its turn has come; rejects as it does. */
  take<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task)
    this.#last = done.catch(() => {})
    return done
  }
}
