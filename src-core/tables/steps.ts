/** A part of longer work: its own progress, 0 to 1, within that of the whole. */
export function* part<T>(steps: Generator<number, T>, from: number, share: number): Generator<number, T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * share
  }
}
