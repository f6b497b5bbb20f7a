/** A rectangle by its sides, in pixels; y down. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Whether two boxes share any area. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether a box lies in another altogether. */
export const contains = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom

/** The area that two boxes share, in square pixels. */
export const sharedArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/** The smallest box that holds all of these; undefined if there are none. */
export function around(boxes: Iterable<Box>): Box | undefined {
  let all: Box | undefined
  for (const box of boxes)
    all = all
      ? {
          left: Math.min(all.left, box.left),
          top: Math.min(all.top, box.top),
          right: Math.max(all.right, box.right),
          bottom: Math.max(all.bottom, box.bottom)
        }
      : box
  return all
}

/** A box made larger on all sides. */
export const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by
})

/** A straight line: x and y of one end, then of the other. */
export type Segment = readonly [ax: number, ay: number, bx: number, by: number]

/** Whether a straight line touches a box: some corner lies on each side of it, and their extents meet. */
export function crosses([ax, ay, bx, by]: Segment, box: Box): boolean {
  if (Math.min(ax, bx) > box.right || Math.max(ax, bx) < box.left) return false
  if (Math.min(ay, by) > box.bottom || Math.max(ay, by) < box.top) return false
  const [dx, dy] = [bx - ax, by - ay]
  const left = dy * (box.left - ax)
  const right = dy * (box.right - ax)
  const top = dx * (box.top - ay)
  const bottom = dx * (box.bottom - ay)
  const least = Math.min(left, right) - Math.max(top, bottom)
  const most = Math.max(left, right) - Math.min(top, bottom)
  return least <= 0 && most >= 0
}
