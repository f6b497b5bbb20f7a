import { rounded } from './svg-element'

/** A place in the drawing: x to the right, y down, in pixels at 100 %. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A corner of a silhouette and the radius that rounds it off; 0 is sharp. */
type Corner = readonly [x: number, y: number, radius: number]

interface Bend {
  readonly from: Point
  readonly to: Point
  readonly radius: number
}

/** A closed silhouette round (0,0) whose area at radius 1 is π, so that all of them weigh the same beside a circle. */
export interface Outline {
  readonly bends: readonly Bend[]
  /** The silhouette as a polygon, clockwise, at radius 1. */
  readonly points: readonly Point[]
  /** Half-extents of the polygon: how far it reaches in each direction at radius 1, all positive. */
  readonly reach: Reach
  /** How far it reaches in each of 360 directions, one degree apart from the right, clockwise, at radius 1. */
  readonly rays: readonly number[]
}

/** How far something reaches from its centre to each side; all positive. */
interface Reach {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Steps in which a rounded corner is followed where a polygon is wanted. */
const STEPS = 12

/** An outline from corners given clockwise in any size; it is scaled to its area. */
export function outlineOf(corners: readonly Corner[]): Outline {
  const raw = corners.map((corner, at) => bendAt(corners, corner, at))
  const scale = Math.sqrt(Math.PI / areaOf(raw.flatMap(follow)))
  const scaled = (p: Point): Point => ({ x: p.x * scale, y: p.y * scale })
  const bends = raw.map(({ from, to, radius }) => ({ from: scaled(from), to: scaled(to), radius: radius * scale }))
  const points = raw.flatMap(follow).map(scaled)
  const xs = points.map((p) => p.x)
  const ys = points.map((p) => p.y)
  const reach = { left: -Math.min(...xs), right: Math.max(...xs), top: -Math.min(...ys), bottom: Math.max(...ys) }
  const rays = Array.from({ length: 360 }, (_, degree) => rayLength(points, (degree * Math.PI) / 180))
  return { bends, points, reach, rays }
}

/** A regular polygon's corners on a circle of radius 1; `turn` in degrees from a corner straight up. */
export function regular(sides: number, turn: number, radius: number): readonly Corner[] {
  return Array.from({ length: sides }, (_, at) => {
    const angle = ((at * 360) / sides + turn - 90) * (Math.PI / 180)
    return [Math.cos(angle), Math.sin(angle), radius] as const
  })
}

/** The silhouette as SVG path data at a radius and a centre. */
export function outlinePath(outline: Outline, radius: number, centre: Point = { x: 0, y: 0 }): string {
  const at = (p: Point) => `${rounded(centre.x + p.x * radius)} ${rounded(centre.y + p.y * radius)}`
  const parts = outline.bends.map((bend, index) => {
    const start = `${index === 0 ? 'M' : 'L'}${at(bend.from)}`
    const r = rounded(bend.radius * radius)
    return bend.radius === 0 ? start : `${start}A${r} ${r} 0 0 1 ${at(bend.to)}`
  })
  return `${parts.join('')}Z`
}

/** Area of a polygon (shoelace formula); positive whichever way round it is given. */
export function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, p, at) => {
    const next = points[(at + 1) % points.length] as Point
    return sum + p.x * next.y - next.x * p.y
  }, 0)
  return Math.abs(twice) / 2
}

/** How far the silhouette reaches from its centre in a direction (radians, 0 to the right, clockwise), at radius 1. */
export function reachAt({ rays }: Outline, angle: number): number {
  const degrees = ((((angle * 180) / Math.PI) % 360) + 360) % 360
  const below = Math.floor(degrees)
  const share = degrees - below
  return (rays[below % 360] as number) * (1 - share) + (rays[(below + 1) % 360] as number) * share
}

function rayLength(points: readonly Point[], angle: number): number {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  let far = 0
  points.forEach((a, at) => {
    const b = points[(at + 1) % points.length] as Point
    const [ex, ey] = [b.x - a.x, b.y - a.y]
    const cross = dx * ey - dy * ex
    if (Math.abs(cross) < 1e-12) return
    const along = (a.x * ey - a.y * ex) / cross
    const side = (a.x * dy - a.y * dx) / cross
    if (along > far && side >= -1e-9 && side <= 1 + 1e-9) far = along
  })
  return far
}

function bendAt(corners: readonly Corner[], [x, y, radius]: Corner, at: number): Bend {
  if (radius === 0) return { from: { x, y }, to: { x, y }, radius }
  const [px, py] = corners[(at + corners.length - 1) % corners.length] as Corner
  const [nx, ny] = corners[(at + 1) % corners.length] as Corner
  const before = Math.hypot(px - x, py - y)
  const after = Math.hypot(nx - x, ny - y)
  const angle = Math.acos(((px - x) * (nx - x) + (py - y) * (ny - y)) / (before * after))
  const cut = radius / Math.tan(angle / 2)
  return {
    from: { x: x + ((px - x) * cut) / before, y: y + ((py - y) * cut) / before },
    to: { x: x + ((nx - x) * cut) / after, y: y + ((ny - y) * cut) / after },
    radius
  }
}

function follow({ from, to, radius }: Bend): readonly Point[] {
  if (radius === 0) return [from]
  const [mx, my] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
  const half = Math.hypot(to.x - from.x, to.y - from.y) / 2
  const away = Math.sqrt(Math.max(0, radius * radius - half * half)) / (2 * half)
  // Clockwise with y down: the centre lies to the right of the way from → to.
  const centre = { x: mx - (to.y - from.y) * away, y: my + (to.x - from.x) * away }
  const start = Math.atan2(from.y - centre.y, from.x - centre.x)
  const turn = 2 * Math.asin(Math.min(1, half / radius))
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = start + (turn * step) / STEPS
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
  })
}
