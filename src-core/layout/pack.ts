import type { Plane } from './plane'
import { boxOf } from './separate'
import { ASPECT } from './shape'

/** Free room between two parts, px. */
const GUTTER = 40

interface Part {
  readonly members: readonly number[]
  readonly plane: Plane
}

interface Sides {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Puts the parts of a plane beside and below each other, the largest first, in rows that together suit the aspect; all of it round (0,0). */
export function pack(whole: Plane, parts: readonly Part[]): void {
  const sides = parts.map(({ plane }) => sidesOf(plane))
  const area = sides.reduce((sum, { width, height }) => sum + (width + GUTTER) * (height + GUTTER), 0)
  const rowWidth = Math.max(sides[0]?.width ?? 0, Math.sqrt(area * ASPECT))
  let [left, top, rowHeight, right] = [0, 0, 0, 0]
  parts.forEach(({ members, plane }, at) => {
    const side = sides[at] as Sides
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

function sidesOf({ nodes, x, y }: Plane): Sides {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  nodes.forEach((node, at) => {
    const box = boxOf(node)
    left = Math.min(left, (x[at] as number) - box.halfWidth)
    right = Math.max(right, (x[at] as number) + box.halfWidth)
    top = Math.min(top, (y[at] as number) - box.up)
    bottom = Math.max(bottom, (y[at] as number) + box.down)
  })
  return { left, top, width: right - left, height: bottom - top }
}
