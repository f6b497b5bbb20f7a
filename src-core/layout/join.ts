import { overlaps } from '../drawing/box'
import { Grid } from '../drawing/grid'
import { otherEnd } from '../records/relation-ends'
import type { Plane, Point, Tie } from './plane'
import { type Box, boxOf } from './separate'

/** Where a layout begins, and whom it tells how far it is. */
export interface LayoutOptions {
  /** Where a node goes that is tied to nothing that has a place; (0,0) unless told. */
  readonly centre?: Point
  /** Node → the node beside which it is put, whatever else it is tied to: what it was found from. */
  readonly beside?: ReadonlyMap<string, string>
  /** Told now and then how much is done, 0–1. */
  readonly progress?: (share: number) => void
}

/** How far from what it is tied to a new node is put first, px. */
const NEAR = 130
/** Side of a cell of the ground, px: about as large as a node with its name. */
const SIDE = 128
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** More nodes than this are not put in one by one, and not with more looking for free ground than this. */
const MOST_JOINED = 1_500
const MOST_STEPS = 300_000

/**
 * Gives places to the nodes that are not in `fixed`, the best tied first: near their neighbours, on free ground. Fixed nodes
 * do not move. Answers the nodes (indexes) that are too many for that and have no place yet.
 */
export function join(
  plane: Plane,
  fixed: ReadonlyMap<string, Point>,
  { centre, beside, progress }: LayoutOptions
): readonly number[] {
  const ground = new Ground(plane)
  const placed = new Set<number>()
  const tied = new Int32Array(plane.nodes.length)
  const indexOf = new Map(plane.nodes.map(({ id }, node) => [id, node]))
  const put = (node: number, { x, y }: Point) => {
    plane.x[node] = x
    plane.y[node] = y
    placed.add(node)
    ground.take(node)
    for (const other of neighbours(plane, node)) tied[other] = (tied[other] as number) + 1
  }
  plane.nodes.forEach(({ id }, node) => {
    const point = fixed.get(id)
    if (point) put(node, point)
  })
  const waiting = new Set([...plane.nodes.keys()].filter((node) => !placed.has(node)))
  const all = waiting.size
  if (all > MOST_JOINED) return [...waiting]
  while (waiting.size > 0 && ground.steps < MOST_STEPS) {
    const node = bestTied(waiting, tied)
    waiting.delete(node)
    const anchor = indexOf.get(beside?.get(plane.nodes[node]?.id ?? '') ?? '')
    if (anchor !== undefined && placed.has(anchor)) {
      put(node, ground.beside(node, anchor))
      progress?.((all - waiting.size) / all)
      continue
    }
    const near = neighbours(plane, node).filter((other) => placed.has(other))
    const start = near.length > 0 ? middleOf(plane, near) : (centre ?? middleOf(plane, [...placed]))
    put(node, ground.free(node, start, near.length === 1 ? NEAR : 0))
    progress?.((all - waiting.size) / all)
  }
  return [...waiting]
}

const neighbours = ({ ties, tiesOf }: Plane, node: number): readonly number[] =>
  (tiesOf[node] ?? []).map((tie) => otherEnd(ties[tie] as Tie, node))

/** The one that is tied to most that have a place. */
function bestTied(waiting: ReadonlySet<number>, tied: Int32Array): number {
  let best = { node: -1, tied: -1 }
  for (const node of waiting) {
    const now = tied[node] as number
    if (now > best.tied) best = { node, tied: now }
  }
  return best.node
}

const middleOf = ({ x, y }: Plane, nodes: readonly number[]): Point => ({
  x: nodes.reduce((sum, node) => sum + (x[node] as number), 0) / nodes.length,
  y: nodes.reduce((sum, node) => sum + (y[node] as number), 0) / nodes.length
})

/** Where nodes stand, and where there is room for another. */
class Ground {
  /** How many places have been tried. */
  steps = 0
  readonly #plane: Plane
  readonly #boxes: readonly Box[]
  readonly #taken = new Grid(SIDE)
  /** How far along its spiral the ground beside a node is taken. */
  readonly #reached = new Map<number, number>()

  constructor(plane: Plane) {
    this.#plane = plane
    this.#boxes = plane.nodes.map(boxOf)
  }

  take(node: number) {
    const { x, y } = this.#plane
    this.#taken.addBox(String(node), this.#at(node, { x: x[node] as number, y: y[node] as number }))
  }

  /**
   * A free place round another node. What is put beside the same one goes on where the last was put: hundreds that began
   * at the middle each would look at the same taken ground again and again.
   */
  beside(node: number, anchor: number): Point {
    const at = { x: this.#plane.x[anchor] as number, y: this.#plane.y[anchor] as number }
    const before = this.steps
    const from = this.#reached.get(anchor) ?? 0
    const point = this.free(node, at, NEAR, from)
    this.#reached.set(anchor, from + this.steps - before)
    return point
  }

  /** The first place on a spiral round the start whose box touches no other's. */
  free(node: number, start: Point, least: number, from = 0): Point {
    for (let step = from; ; step++) {
      const far = least + 14 * Math.sqrt(step)
      const point = {
        x: Math.round(start.x + far * Math.cos(step * GOLDEN_ANGLE)),
        y: Math.round(start.y + far * Math.sin(step * GOLDEN_ANGLE))
      }
      this.steps++
      const box = this.#at(node, point)
      if (!this.#taken.touching(box).some((other) => overlaps(box, other))) return point
    }
  }

  #at(node: number, { x, y }: Point) {
    const { halfWidth, up, down } = this.#boxes[node] as Box
    return { left: x - halfWidth, right: x + halfWidth, top: y - up, bottom: y + down }
  }
}
