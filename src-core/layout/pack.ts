import type { Plane } from './plane'
import { sidesOf } from './separate'
import { ASPECT } from './shape'

/** Free room between two parts, px. */
export const GUTTER = 40

interface Part {
  readonly members: readonly number[]
  readonly plane: Plane
}

/** Puts the parts of a plane beside and below each other, the largest first, in rows that together suit the aspect; all of it round (0,0). */
export function pack(whole: Plane, parts: readonly Part[]): void {
  const sides = parts.map(({ plane }) => {
    const { left, right, top, bottom } = sidesOf(plane)
    return { left, top, width: right - left, height: bottom - top }
  })
  const area = sides.reduce((sum, { width, height }) => sum + (width + GUTTER) * (height + GUTTER), 0)
  const rowWidth = Math.max(sides[0]?.width ?? 0, Math.sqrt(area * ASPECT))
  let [left, top, rowHeight, right] = [0, 0, 0, 0]
  parts.forEach(({ members, plane }, at) => {
    const side = sides[at] as (typeof sides)[number]
    if (left > 0 && left + side.width > rowWidth) [left, top, rowHeight] = [0, top + rowHeight + GUTTER, 0]
    members.forEach((member, node) => {
      whole.x[member] = (plane.x[node] as number) - side.left + left
      whole.y[member] = (plane.y[node] as number) - side.top + top
    })
    left += side.width + GUTTER
    right = Math.max(right, left - GUTTER)
    rowHeight = Math.max(rowHeight, side.height)
  })
  const bottom = top + rowHeight
  for (const node of whole.nodes.keys()) {
    whole.x[node] = (whole.x[node] as number) - right / 2
    whole.y[node] = (whole.y[node] as number) - bottom / 2
  }
}
