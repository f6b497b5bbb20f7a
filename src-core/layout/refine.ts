import { otherEnd } from '../records/relation-ends'
import type { Plane, Tie } from './plane'
import { boxOf } from './separate'
import { areaFor, tieLength, unitOf } from './shape'

// What makes a picture hard to read, in the order of the look's aims; the numbers are what each is worth against the others.
const OVERLAP = 6
const THROUGH_NODE = 4
const THROUGH_NAME = 0.5
const CROSSING = 1.5
const NARROW = 0.7
const LENGTH = 2
const CROWD = 0.12
const EDGE_OF_PICTURE = 1.2

/** How far a line should pass from a symbol that is not its own, px, and below which angle two lines at one symbol run together, radians. */
const CLEARANCE = 14
const NARROW_BELOW = 0.42

/** How far a node is tried away from where it stands, px, from the first round to the last. */
const REACHES = [220, 150, 220, 110, 150, 80, 110, 50, 80, 30, 50, 18]
const DIRECTIONS = 8

/** A plane larger than this would take too long. */
export const MOST_REFINED = 300

/** The same of one whose ties, each looked at from both its ends, are held against more ties and nodes than this. */
const MOST_COMPARED = 2_000_000

/**
 * Moves nodes one by one to wherever they harm the picture least, over and over in ever smaller steps: a deterministic
 * local search over the criteria of Davidson and Harel (1996). `held` nodes stay.
 */
export function refine(plane: Plane, aspect: number, progress: (share: number) => void = () => {}): void {
  const { length } = plane.nodes
  if (length < 3 || length > MOST_REFINED || 2 * plane.ties.length * (plane.ties.length + length) > MOST_COMPARED)
    return
  const halfHeight = Math.sqrt(areaFor(plane) / aspect) / 2
  const cost = costOf(plane, halfHeight * aspect, halfHeight)
  REACHES.forEach((reach, round) => {
    for (const node of plane.nodes.keys()) improve(plane, node, reach, round, cost)
    progress((round + 1) / REACHES.length)
  })
}

type Cost = (node: number, limit: number) => number

function improve(plane: Plane, node: number, reach: number, round: number, cost: Cost) {
  const { x, y } = plane
  let best = { x: x[node] as number, y: y[node] as number, cost: cost(node, Infinity) }
  const consider = (px: number, py: number) => {
    x[node] = px
    y[node] = py
    const now = cost(node, best.cost)
    if (now < best.cost - 1e-9) best = { x: px, y: py, cost: now }
  }
  const { x: startX, y: startY } = best
  for (let turn = 0; turn < DIRECTIONS; turn++) {
    const angle = ((turn + (round % 2) / 2) * 2 * Math.PI) / DIRECTIONS
    consider(startX + reach * Math.cos(angle), startY + reach * Math.sin(angle))
  }
  // A leaf may go round to the other side of its hub, however far that is.
  const [only, ...more] = plane.tiesOf[node] ?? []
  if (only !== undefined && more.length === 0) {
    const tie = plane.ties[only] as Tie
    const hub = otherEnd(tie, node)
    const far = tieLength(tie, unitOf(plane)) * (1 + (round % 3) * 0.2)
    for (let turn = 0; turn < 2 * DIRECTIONS; turn++) {
      const angle = (turn * Math.PI) / DIRECTIONS
      consider((x[hub] as number) + far * Math.cos(angle), (y[hub] as number) + far * Math.sin(angle))
    }
  }
  x[node] = best.x
  y[node] = best.y
}

/** What a node costs where it stands: only what depends on its own place. Gives up once it is beyond the limit. */
function costOf(plane: Plane, halfWidth: number, halfHeight: number): Cost {
  const { nodes, ties, tiesOf, x, y } = plane
  const boxes = nodes.map(boxOf)
  const unit = unitOf(plane)
  // Hubs need room round them, for all that leads to them.
  const weights = tiesOf.map((own) => Math.min(3, 0.7 + own.length / 6))
  return (node, limit) => {
    const [px, py] = [x[node] as number, y[node] as number]
    const own = boxes[node] as (typeof boxes)[number]
    const out = (px / halfWidth) ** 2 + (py / halfHeight) ** 2
    const weight = weights[node] as number
    let total = EDGE_OF_PICTURE * out * out
    for (let other = 0; other < nodes.length; other++) {
      if (other === node) continue
      const [dx, dy] = [(x[other] as number) - px, (y[other] as number) - py]
      const far = Math.max(20, Math.hypot(dx, dy))
      if (far < 3 * unit) total += CROWD * weight * (weights[other] as number) * (unit / far) ** 2
      const box = boxes[other] as (typeof boxes)[number]
      const overX = own.halfWidth + box.halfWidth - Math.abs(dx)
      const overY = dy >= 0 ? own.down + box.up - dy : own.up + box.down + dy
      if (overX > 0 && overY > 0) total += OVERLAP * (0.2 + Math.min(1, overX / 40) * Math.min(1, overY / 20))
    }
    if (total >= limit) return total
    const mine = tiesOf[node] as readonly number[]
    for (const at of mine) {
      const tie = ties[at] as Tie
      const other = otherEnd(tie, node)
      const [qx, qy] = [x[other] as number, y[other] as number]
      const ideal = tieLength(tie, unit)
      const off = Math.hypot(qx - px, qy - py) / ideal - 1
      total += LENGTH * (off < 0 ? (3 + 2 * tie.relations) * off * off : Math.min(off * off, off))
      for (let third = 0; third < nodes.length; third++)
        if (third !== node && third !== other) total += through(px, py, qx, qy, third)
      for (const { from: a, to: b } of ties) {
        if (a === node || b === node || a === other || b === other) continue
        if (cross(px, py, qx, qy, x[a] as number, y[a] as number, x[b] as number, y[b] as number)) total += CROSSING
      }
      for (const next of tiesOf[other] as readonly number[]) {
        if (next === at) continue
        const end = otherEnd(ties[next] as Tie, other)
        total += narrow(qx, qy, px, py, x[end] as number, y[end] as number)
      }
      for (const next of mine) {
        if (next <= at) continue
        const end = otherEnd(ties[next] as Tie, node)
        total += narrow(px, py, qx, qy, x[end] as number, y[end] as number)
      }
      if (total >= limit) return total
    }
    for (const { from: a, to: b } of ties)
      if (a !== node && b !== node)
        total += through(x[a] as number, y[a] as number, x[b] as number, y[b] as number, node)
    return total
  }

  /** What it costs that a line passes a node that is not its own: near its symbol, or through the name below it. */
  function through(ax: number, ay: number, bx: number, by: number, node: number): number {
    const [px, py] = [x[node] as number, y[node] as number]
    const [dx, dy] = [bx - ax, by - ay]
    const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)
    if (along < -0.1 || along > 1.1) return 0
    const reach = (nodes[node]?.radius ?? 0) + CLEARANCE
    const [sx, sy] = [ax + along * dx - px, ay + along * dy - py]
    const far = Math.hypot(sx, sy)
    if (along > 0 && along < 1 && far < reach) return THROUGH_NODE * (1.25 - far / reach)
    const box = boxes[node] as (typeof boxes)[number]
    return sy > 0 && sy < box.down && Math.abs(sx) < box.halfWidth ? THROUGH_NAME : 0
  }
}

/** What it costs that two lines leave a place at almost the same angle. */
function narrow(hx: number, hy: number, ax: number, ay: number, bx: number, by: number): number {
  const [ux, uy, vx, vy] = [ax - hx, ay - hy, bx - hx, by - hy]
  const angle = Math.abs(Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy))
  return angle < NARROW_BELOW ? NARROW * (1 - angle / NARROW_BELOW) ** 2 : 0
}

function cross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number
): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
    (qx - px) * (ry - py) - (qy - py) * (rx - px)
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  )
}
