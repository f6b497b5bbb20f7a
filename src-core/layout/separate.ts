import type { LayoutNode, Plane } from './plane'

/** The least distance between two centres, px. */
export const LEAST_DISTANCE = 60

/** Free room round a node and its name, px. */
const MARGIN = 10
const ROUNDS = 300

/** The box that a node takes with its name below it, from its centre. */
export interface Box {
  readonly halfWidth: number
  readonly up: number
  readonly down: number
}

/** The room that a node is given: symbol and name, never less than what keeps centres apart. */
export function boxOf({ radius, labelWidth, labelHeight }: LayoutNode): Box {
  return {
    halfWidth: Math.max(labelWidth / 2, radius, LEAST_DISTANCE / 2 - MARGIN / 2) + MARGIN / 2,
    up: radius + MARGIN / 2,
    down: radius + labelHeight + MARGIN / 2
  }
}

/** The sides of all that a plane's nodes and names take. */
export function sidesOf({ nodes, x, y }: Plane) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  nodes.forEach((node, at) => {
    const box = boxOf(node)
    left = Math.min(left, (x[at] as number) - box.halfWidth)
    right = Math.max(right, (x[at] as number) + box.halfWidth)
    top = Math.min(top, (y[at] as number) - box.up)
    bottom = Math.max(bottom, (y[at] as number) + box.down)
  })
  return { left, right, top, bottom }
}

/** How many pairs of nodes may be looked at before it is given up. */
const MOST_PAIRS = 20_000_000

/**
 * Pushes nodes whose boxes overlap apart along the shorter way, until none do; nodes that `held` names stay where they are.
 * False where that would take too long: then many still overlap.
 */
export function separate(plane: Plane, held: (node: number) => boolean = () => false): boolean {
  const boxes = plane.nodes.map(boxOf)
  const reach = Math.max(LEAST_DISTANCE, ...boxes.map(({ halfWidth, up, down }) => Math.max(2 * halfWidth, up + down)))
  const pairs = { left: MOST_PAIRS }
  for (let round = 0; round < ROUNDS && pairs.left > 0; round++)
    if (!pushApart(plane, boxes, reach, held, pairs)) return true
  return pairs.left > 0
}

function pushApart(
  plane: Plane,
  boxes: readonly Box[],
  reach: number,
  held: (node: number) => boolean,
  pairs: { left: number }
): boolean {
  const { x, y } = plane
  let moved = false
  for (const [p, q] of nearPairs(plane, reach)) {
    if (--pairs.left < 0) return true
    const [a, b] = [boxes[p] as Box, boxes[q] as Box]
    const dx = (x[q] as number) - (x[p] as number)
    const dy = (y[q] as number) - (y[p] as number)
    const overX = a.halfWidth + b.halfWidth - Math.abs(dx)
    const overY = dy >= 0 ? a.down + b.up - dy : a.up + b.down + dy
    if (overX <= 0.5 || overY <= 0.5) continue
    const [heldP, heldQ] = [held(p), held(q)]
    if (heldP && heldQ) continue
    const share = heldP || heldQ ? 1 : 0.5
    const sideways = overX < overY
    const line = sideways ? x : y
    const push = (sideways ? Math.sign(dx) * overX : (dy >= 0 ? 1 : -1) * overY) || overX
    if (!heldP) line[p] = (line[p] as number) - push * share
    if (!heldQ) line[q] = (line[q] as number) + push * share
    moved = true
  }
  return moved
}

/** More rows than any plane has. */
const ROWS = 2 ** 26

/** All pairs of nodes that are nearer than `reach` both ways, found through a grid. */
function* nearPairs({ nodes, x, y }: Plane, reach: number): Iterable<readonly [number, number]> {
  const cells = new Map<number, number[]>()
  const cell = (value: number | undefined) => Math.floor((value ?? 0) / reach)
  const keyOf = (column: number, row: number) => column * ROWS + row
  for (const node of nodes.keys()) {
    const key = keyOf(cell(x[node]), cell(y[node]))
    const members = cells.get(key)
    if (members) members.push(node)
    else cells.set(key, [node])
  }
  for (const node of nodes.keys()) {
    const [column, row] = [cell(x[node]), cell(y[node])]
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of cells.get(keyOf(column + dx, row + dy)) ?? []) if (other > node) yield [node, other]
  }
}
