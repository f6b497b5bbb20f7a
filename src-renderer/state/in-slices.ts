/** How long a slice of work may keep the window from drawing, in milliseconds. */
const SLICE = 8

/**
 * Does work for each item, a few milliseconds at a time, so that the window stays alive; answers false where `isOver` ended
 * it early.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  isOver: () => boolean
): Promise<boolean> {
  let start = performance.now()
  for (const item of items) {
    work(item)
    if (performance.now() - start < SLICE) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (isOver()) return false
    start = performance.now()
  }
  return !isOver()
}
