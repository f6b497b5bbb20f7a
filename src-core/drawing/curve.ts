import type { Box } from './box'
import type { Point } from './outline'

/** A cubic Bézier curve; a straight line is one whose inner points lie on it. */
export interface Curve {
  readonly from: Point
  readonly c1: Point
  readonly c2: Point
  readonly to: Point
}

const mix = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t })

/** A quadratic curve, which is what a bowed line is, written as a cubic one: the very same curve. */
export const quadratic = (from: Point, control: Point, to: Point): Curve => ({
  from,
  c1: mix(from, control, 2 / 3),
  c2: mix(to, control, 2 / 3),
  to
})

/** The point at t, 0–1. */
export function pointAt({ from, c1, c2, to }: Curve, t: number): Point {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return { x: a * from.x + b * c1.x + c * c2.x + d * to.x, y: a * from.y + b * c1.y + c * c2.y + d * to.y }
}

/** The piece of a curve between two places on it (de Casteljau). */
export function piece(curve: Curve, start: number, end: number): Curve {
  const tail = start <= 0 ? curve : split(curve, start)[1]
  return end >= 1 ? tail : split(tail, (end - start) / (1 - start))[0]
}

function split({ from, c1, c2, to }: Curve, t: number): readonly [Curve, Curve] {
  const [a, b, c] = [mix(from, c1, t), mix(c1, c2, t), mix(c2, to, t)]
  const [d, e] = [mix(a, b, t), mix(b, c, t)]
  const at = mix(d, e, t)
  return [
    { from, c1: a, c2: d, to: at },
    { from: at, c1: e, c2: c, to }
  ]
}

/** Points along a curve, ends included, evenly spaced in t. */
export const sampled = (curve: Curve, steps: number): readonly Point[] =>
  Array.from({ length: steps + 1 }, (_, at) => pointAt(curve, at / steps))

/** Length of a curve in pixels, as that of a fine polyline. */
export function lengthOf(curve: Curve): number {
  const points = sampled(curve, 16)
  return points.slice(1).reduce((sum, p, at) => {
    const before = points[at] as Point
    return sum + Math.hypot(p.x - before.x, p.y - before.y)
  }, 0)
}

/** The box that holds the curve. */
export function curveBox(curve: Curve): Box {
  const points = sampled(curve, 24)
  const xs = points.map((p) => p.x)
  const ys = points.map((p) => p.y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** How finely a curve is looked at for what lies on it. */
export const OUTSIDE_STEPS = 64

/** What is left of a curve where boxes lie on it: the gap of a line for its word. */
export function outside(curve: Curve, boxes: readonly Box[]): readonly Curve[] {
  if (boxes.length === 0) return [curve]
  const hidden = (t: number) => {
    const { x, y } = pointAt(curve, t)
    return boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)
  }
  const steps = OUTSIDE_STEPS
  const pieces: Curve[] = []
  let start = hidden(0) ? undefined : 0
  for (let at = 1; at <= steps; at++) {
    const [before, now] = [(at - 1) / steps, at / steps]
    if (hidden(now) === (start === undefined)) continue
    const border = bisect(before, now, hidden)
    if (start === undefined) start = border
    else {
      pieces.push(piece(curve, start, border))
      start = undefined
    }
  }
  if (start !== undefined) pieces.push(piece(curve, start, 1))
  return pieces
}

/** Where between two places a test changes its answer, to 1/4096 of the way. */
export function bisect(from: number, to: number, test: (t: number) => boolean): number {
  const first = test(from)
  let [low, high] = [from, to]
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2
    if (test(middle) === first) low = middle
    else high = middle
  }
  return (low + high) / 2
}
