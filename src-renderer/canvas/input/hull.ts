import type { Box } from '@core/drawing/box'
import type { Curve } from '@core/drawing/curve'

/** A box that holds a curve, found at once: a Bézier curve never leaves the hull of its four points. */
export const hullOf = ({ from, c1, c2, to }: Curve): Box => ({
  left: Math.min(from.x, c1.x, c2.x, to.x),
  right: Math.max(from.x, c1.x, c2.x, to.x),
  top: Math.min(from.y, c1.y, c2.y, to.y),
  bottom: Math.max(from.y, c1.y, c2.y, to.y)
})
