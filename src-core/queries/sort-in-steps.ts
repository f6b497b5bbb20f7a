/** How many are sorted at a time before the next are looked at. */
const BATCH_SIZE = 64

/** The items in order, equals as they came; yields while it works (merge sort, from short runs up). */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<void, readonly T[]> {
  let runs: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += BATCH_SIZE) {
    runs.push(items.slice(at, at + BATCH_SIZE).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergedRuns(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergedRuns<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number
): Generator<void, readonly T[]> {
  const out: T[] = []
  let [left, right] = [0, 0]
  while (left < a.length && right < b.length) {
    const [one, other] = [a[left] as T, b[right] as T]
    if (compare(one, other) <= 0) {
      out.push(one)
      left++
    } else {
      out.push(other)
      right++
    }
    if (out.length % BATCH_SIZE === 0) yield
  }
  for (; left < a.length; left++) out.push(a[left] as T)
  for (; right < b.length; right++) out.push(b[right] as T)
  return out
}
