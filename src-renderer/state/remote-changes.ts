import type { Merged } from '@core/contract/remote-changes'

/** What another program did to graphs and the window does not hold yet, in main's order. */
export class RemoteChanges {
  #all: readonly Merged[] = []
  #waiting: readonly (() => void)[] = []

  add(merged: Merged) {
    this.#all = [...this.#all, merged].sort((a, b) => a.merges - b.merges)
    this.#wake()
  }

  /** Takes out the next one of that file up to that number. */
  next(handle: string, last: number): Merged | undefined {
    const next = this.#all.find((merged) => merged.handle === handle && merged.merges <= last)
    this.#all = this.#all.filter((merged) => merged !== next)
    return next
  }

  /** Waits until the one with that number is there, because answers and events come on two ways; `isOver` ends it early. */
  async until(handle: string, merges: number, isOver: () => boolean): Promise<void> {
    const isThere = () => this.#all.some((merged) => merged.handle === handle && merged.merges >= merges)
    while (!isOver() && !isThere())
      await new Promise<void>((resolve) => {
        this.#waiting = [...this.#waiting, resolve]
      })
  }

  /** Another graph is open now: those of other files are of no use any more. */
  keepOnly(handle: string) {
    this.#all = this.#all.filter((merged) => merged.handle === handle)
    this.#wake()
  }

  #wake() {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
