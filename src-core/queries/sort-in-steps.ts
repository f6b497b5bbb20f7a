/** How many are sorted at a time before the next are looked at. */
const BATCH_SIZE = 64

/**
 * The items in order, equals as they came; yields while it works (merge sort, from short runs up), because a sort of many
 * at once stops everything else. Texts without `compare` go by code unit. `batch`: how many are looked at between two pauses.
 */
export function* sortInSteps<T>(
  items: readonly T[],
  compare?: (a: T, b: T) => number,
  batch = BATCH_SIZE
): Generator<void, readonly T[]> {
  const isBefore = compare ? (a: T, b: T) => compare(a, b) <= 0 : (a: T, b: T) => a <= b
  let runs: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += batch) {
    runs.push(items.slice(at, at + batch).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergedRuns(runs[at] ?? [], runs[at + 1] ?? [], isBefore, batch))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergedRuns<T>(
  a: readonly T[],
  b: readonly T[],
  isBefore: (a: T, b: T) => boolean,
  batch: number
): Generator<void, readonly T[]> {
  const out: T[] = []
  let [left, right] = [0, 0]
  while (left < a.length && right < b.length) {
    const [one, other] = [a[left] as T, b[right] as T]
    if (isBefore(one, other)) {
      out.push(one)
      left++
    } else {
      out.push(other)
      right++
    }
    if (out.length % batch === 0) yield
  }
  for (; left < a.length; left++) out.push(a[left] as T)
  for (; right < b.length; right++) out.push(b[right] as T)
  return out
}
