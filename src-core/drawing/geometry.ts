import { bisect, type Curve, lengthOf, piece, pointAt, quadratic, sampled } from './curve'
import { type Outline, type Point, reachAt } from './outline'
import { Places } from './places'

/** Distance between the control points of neighbouring parallel lines, px. */
export const BOW = 46

/** Length of an arrowhead, px. */
const ARROW = 8

/** Free space between a silhouette and the ends of its lines, px. */
const GAP = 4

/** What crossing one cell of the plan of symbols counts, px. */
const CELL = 128

/** How near a line may pass by a symbol that it has nothing to do with, px. */
const CLEARANCE = 5

/** Radius of an entity's symbol by the number of its relations, px at 100 %. */
export function radiusOf(degree: number): 13 | 16 | 19 | 23 {
  if (degree >= 9) return 23
  if (degree >= 6) return 19
  return degree >= 3 ? 16 : 13
}

/** A symbol in its place: centre, radius and silhouette. */
export interface Body extends Point {
  readonly radius: number
  readonly outline: Outline
}

/** A tie to be drawn between two bodies by id. */
export interface Tie {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** A drawn tie. `bow`: px from the middle of the straight line to the control point, to the right of from → to. */
export interface Route {
  readonly id: string
  readonly curve: Curve
  readonly bow: number
}

/** The line of every tie, from silhouette to silhouette: parallel ones bowed apart, all of them round other symbols where they can be. */
export const routesOf = (bodies: ReadonlyMap<string, Body>, ties: Iterable<Tie>): ReadonlyMap<string, Route> =>
  new Map([...eachRoute(bodies, ties)].map((route) => [route.id, route]))

/** The same one after the other, for a window that must not hold still until all have found their way. */
export function* eachRoute(bodies: ReadonlyMap<string, Body>, ties: Iterable<Tie>): Generator<Route, void> {
  const places = new Places(bodies.values())
  let largest = 0
  for (const { radius } of bodies.values()) largest = Math.max(largest, radius)
  const effort = { left: MOST_EFFORT }
  for (const group of grouped(ties)) {
    const [{ from, to }] = group
    const [a, b] = [bodies.get(from), bodies.get(to)]
    if (!a || !b) continue
    if (from === to) {
      for (const [at, { id }] of group.entries()) yield { id, curve: loop(a, at), bow: 0 }
      continue
    }
    const shift = clearest(a, b, { places, largest, effort }, group.length)
    for (const [at, tie] of group.entries()) {
      const bow = shift + (at - (group.length - 1) / 2) * BOW
      const own = tie.from === from ? bow : -bow
      const curve = tie.from === from ? curveBetween(a, b, own) : curveBetween(b, a, own)
      yield { id: tie.id, curve, bow: own }
    }
  }
}

/** A line between two bodies, trimmed to their silhouettes; of bodies that overlap nothing but a point is left. */
export function curveBetween(from: Body, to: Body, bow: number): Curve {
  const whole = quadratic(from, controlPoint(from, to, bow), to)
  const beyond = (body: Body, gap: number) => (t: number) => {
    const p = pointAt(whole, t)
    const reach = reachAt(body.outline, Math.atan2(p.y - body.y, p.x - body.x)) * body.radius + gap
    return Math.hypot(p.x - body.x, p.y - body.y) > reach
  }
  const [free, home] = [beyond(from, GAP), beyond(to, GAP)]
  if (!free(0.5) || !home(0.5)) return piece(whole, 0.5, 0.5)
  return piece(whole, bisect(0, 0.5, free), bisect(1, 0.5, home))
}

/** The line without the place of its arrowhead, so that no shaft shows beside the point. */
export function shaftOf(curve: Curve, size = ARROW): Curve {
  const length = lengthOf(curve)
  return length <= size ? piece(curve, 0, 0) : piece(curve, 0, 1 - (size * 0.7) / length)
}

/** The slim solid arrowhead at the end of a curve: tip, wing, notch, wing. */
export function arrowOf(curve: Curve, size = ARROW): readonly Point[] {
  const length = lengthOf(curve)
  if (length === 0) return []
  const { x, y } = curve.to
  const back = pointAt(curve, Math.max(0, 1 - size / length))
  const angle = Math.atan2(y - back.y, x - back.x)
  const at = (along: number, aside: number): Point => ({
    x: x - along * Math.cos(angle) - aside * Math.sin(angle),
    y: y - along * Math.sin(angle) + aside * Math.cos(angle)
  })
  return [at(0, 0), at(size, size * 0.36), at(size * 0.76, 0), at(size, -size * 0.36)]
}

// Groups by pair of ends, whichever way round; inside a group by id, so that the same file always draws the same.
function grouped(ties: Iterable<Tie>): Iterable<readonly [Tie, ...Tie[]]> {
  const groups = new Map<string, Map<string, [Tie, ...Tie[]]>>()
  for (const tie of [...ties].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [low, high] = tie.from < tie.to ? [tie.from, tie.to] : [tie.to, tie.from]
    const row = groups.get(low) ?? new Map<string, [Tie, ...Tie[]]>()
    groups.set(low, row)
    const group = row.get(high)
    if (group) group.push(tie)
    else row.set(high, [tie])
  }
  return [...groups.values()].flatMap((row) => [...row.values()])
}

function controlPoint(from: Point, to: Point, bow: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  return { x: (from.x + to.x) / 2 - (dy / length) * bow, y: (from.y + to.y) / 2 + (dx / length) * bow }
}

const SHIFTS = [0, 34, -34, 60, -60, 90, -90, 130, -130]
const MOST_SHIFT = 130

/** Into how many pieces a bowed line is cut to see what it runs into. */
const PIECES = 16

/** How much looking for ways round symbols may cost in one drawing, in symbols held against pieces of lines; what comes later runs straight. */
const MOST_EFFORT = 15_000_000

/** Among this many symbols beside it no bundle finds a way round. */
const CROWD = 1000

interface Ground {
  readonly places: Places<Body>
  readonly largest: number
  /** What may still be spent. */
  readonly effort: { left: number }
}

/** How far to push a bundle aside so that it runs through the fewest other symbols; the least push wins. */
function clearest(a: Body, b: Body, { places, largest, effort }: Ground, count: number): number {
  const distance = Math.hypot(a.x - b.x, a.y - b.y)
  const room = distance * 0.3 + 10
  // A bowed line comes half as far aside as its control point.
  const aside = (Math.min(room, MOST_SHIFT) + ((count - 1) / 2) * BOW) / 2
  if (effort.left <= 0) return 0
  effort.left -= distance / CELL
  const near: Body[] = []
  let met = 0
  for (const body of places.beside(a, b, aside + largest + CLEARANCE)) {
    if (++met > CROWD) break
    if (body === a || body === b) continue
    const along = ((body.x - a.x) * (b.x - a.x) + (body.y - a.y) * (b.y - a.y)) / (distance * distance || 1)
    if (along <= 0 || along >= 1) continue
    const off = Math.abs((body.x - a.x) * (b.y - a.y) - (body.y - a.y) * (b.x - a.x)) / (distance || 1)
    if (off <= aside + body.radius + CLEARANCE) near.push(body)
  }
  effort.left -= met
  if (met > CROWD) return 0
  let best = { shift: 0, hits: Number.POSITIVE_INFINITY }
  for (const shift of near.length === 0 ? [0] : SHIFTS) {
    if (Math.abs(shift) > room) break
    let hits = 0
    for (let at = 0; at < count && hits < best.hits; at++) {
      const bow = shift + (at - (count - 1) / 2) * BOW
      const points = bow === 0 ? [a, b] : sampled(quadratic(a, controlPoint(a, b, bow), b), PIECES)
      for (const body of near) if (runsInto(points, body)) hits++
      effort.left -= near.length * points.length
    }
    if (hits < best.hits) best = { shift, hits }
    if (hits === 0) break
  }
  return best.shift
}

function runsInto(points: readonly Point[], { x, y, radius }: Body): boolean {
  const reach = radius + CLEARANCE
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1] as Point, points[at] as Point]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)
    const share = along < 0 ? 0 : along > 1 ? 1 : along
    const [ox, oy] = [a.x + dx * share - x, a.y + dy * share - y]
    if (ox * ox + oy * oy < reach * reach) return true
  }
  return false
}

/** A loop from a body to itself, up to the right; further ones round the clock, then larger. Wide enough to carry a word. */
function loop(body: Body, at: number): Curve {
  const middle = ((-50 + 72 * at) * Math.PI) / 180
  const far = body.radius + 2 * BOW + 16 * Math.floor(at / 5)
  const on = (angle: number, distance: number): Point => ({
    x: body.x + Math.cos(angle) * distance,
    y: body.y + Math.sin(angle) * distance
  })
  const edge = (angle: number) => reachAt(body.outline, angle) * body.radius + GAP
  const [start, end] = [middle - 0.5, middle + 0.5]
  return { from: on(start, edge(start)), c1: on(start - 0.2, far), c2: on(end + 0.2, far), to: on(end, edge(end)) }
}
