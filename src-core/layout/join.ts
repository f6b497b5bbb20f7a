import { otherEnd } from '../records/relation-ends'
import type { Plane, Point, Tie } from './plane'
import { boxOf } from './separate'

/** Where a layout begins, and whom it tells how far it is. */
export interface LayoutOptions {
  /** Where a node goes that is tied to nothing that has a place; (0,0) unless told. */
  readonly centre?: Point
  /** Told now and then how much is done, 0–1. */
  readonly progress?: (share: number) => void
}

/** How far from what it is tied to a new node is put first, px. */
const NEAR = 130
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Gives places to the nodes that are not in `fixed`, the best tied first: near their neighbours, on free ground. Fixed nodes do not move. */
export function join(plane: Plane, fixed: ReadonlyMap<string, Point>, { centre, progress }: LayoutOptions): void {
  const placed = new Set<number>()
  plane.nodes.forEach(({ id }, node) => {
    const point = fixed.get(id)
    if (point) put(plane, placed, node, point)
  })
  const waiting = new Set([...plane.nodes.keys()].filter((node) => !placed.has(node)))
  const all = waiting.size
  while (waiting.size > 0) {
    const node = bestTied(plane, waiting, placed)
    waiting.delete(node)
    const near = neighbours(plane, node).filter((other) => placed.has(other))
    const start = near.length > 0 ? middleOf(plane, near) : (centre ?? middleOf(plane, [...placed]))
    put(plane, placed, node, freeGround(plane, placed, node, start, near.length === 1 ? NEAR : 0))
    progress?.((all - waiting.size) / all)
  }
}

function put(plane: Plane, placed: Set<number>, node: number, { x, y }: Point) {
  plane.x[node] = x
  plane.y[node] = y
  placed.add(node)
}

const neighbours = ({ ties, tiesOf }: Plane, node: number): readonly number[] =>
  (tiesOf[node] ?? []).map((tie) => otherEnd(ties[tie] as Tie, node))

function bestTied(plane: Plane, waiting: ReadonlySet<number>, placed: ReadonlySet<number>): number {
  let best = { node: -1, tied: -1 }
  for (const node of waiting) {
    const tied = neighbours(plane, node).filter((other) => placed.has(other)).length
    if (tied > best.tied) best = { node, tied }
  }
  return best.node
}

const middleOf = ({ x, y }: Plane, nodes: readonly number[]): Point => ({
  x: nodes.reduce((sum, node) => sum + (x[node] as number), 0) / nodes.length,
  y: nodes.reduce((sum, node) => sum + (y[node] as number), 0) / nodes.length
})

/** The first place on a spiral round the start whose box touches no other's. */
function freeGround(plane: Plane, placed: ReadonlySet<number>, node: number, start: Point, least: number): Point {
  const others = [...placed]
  for (let step = 0; ; step++) {
    const far = least + 14 * Math.sqrt(step)
    const point = {
      x: Math.round(start.x + far * Math.cos(step * GOLDEN_ANGLE)),
      y: Math.round(start.y + far * Math.sin(step * GOLDEN_ANGLE))
    }
    if (others.every((other) => apart(plane, node, point, other))) return point
  }
}

function apart({ nodes, x, y }: Plane, node: number, point: Point, other: number): boolean {
  const [a, b] = [boxOf(nodes[node] as Plane['nodes'][number]), boxOf(nodes[other] as Plane['nodes'][number])]
  const dx = Math.abs((x[other] as number) - point.x)
  const dy = (y[other] as number) - point.y
  return dx >= a.halfWidth + b.halfWidth || (dy >= 0 ? dy >= a.down + b.up : -dy >= a.up + b.down)
}
