/** How long work may hold up the window before whatever else waits has its turn, ms. */
const SLICE = 8

/**
 * Does work piece by piece, as a generator yields, and lets the rest of the window have its turn after every slice. Work that
 * fits into the first slice is done on return. Returns what calls it off.
 */
export function inSlices<T>(work: Iterator<unknown, T>, done: (result: T) => void): () => void {
  let stopped = false
  const slice = () => {
    if (stopped) return
    const end = performance.now() + SLICE
    do {
      const step = work.next()
      if (step.done) return done(step.value)
    } while (performance.now() < end)
    soon(slice)
  }
  slice()
  return () => {
    stopped = true
  }
}

const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.shift()?.()

/** Calls back in a task of its own, after those that wait already. A timer would be held back for 4 ms each time. */
export function soon(task: () => void): void {
  waiting.push(task)
  port2.postMessage(undefined)
}
