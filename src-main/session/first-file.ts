import type { Files } from './files'
import type { LastStart } from './last-start'

/** Which file comes first when the window asks for one: the one asked for, else the last one that was open. */
export class FirstFile {
  readonly #files: Files
  readonly #lastStart: LastStart | undefined
  #wanted: string | undefined
  /** What could not be, or is not to be opened: what was open before it comes then. */
  readonly #passedOver = new Set<string>()
  /** Whether the user has closed what was open, and so wants nothing unasked. */
  #isOver = false

  constructor(files: Files, lastStart: LastStart | undefined, wanted: string | undefined) {
    this.#files = files
    this.#lastStart = lastStart
    this.#wanted = wanted
  }

  /** A request from outside, before the window has asked. */
  request(path: string): void {
    this.#wanted = path
  }

  /** What to open; `unasked` when nobody named it now, `ended` when the last start ended with it; undefined when there is none. */
  next(): { readonly path: string; readonly how: 'wanted' | 'unasked' | 'ended' } | undefined {
    const wanted = this.#wanted
    const ended = this.#lastStart?.takeEnded()
    // Once only: when it cannot be opened, the next question gets the usual file.
    this.#wanted = undefined
    if (ended && (!wanted || wanted === ended)) {
      this.passOver(ended)
      return { path: ended, how: 'ended' }
    }
    if (wanted) return { path: wanted, how: 'wanted' }
    const last = this.#files.recentPaths.find((path) => !this.#passedOver.has(path))
    return last === undefined ? undefined : { path: last, how: 'unasked' }
  }

  /** Whether the user has closed what was open. */
  get isOver(): boolean {
    return this.#isOver
  }

  passOver(path: string): void {
    this.#passedOver.add(path)
  }

  /** From now on nothing is opened unasked. */
  end(): void {
    this.#isOver = true
  }
}
