import { even } from './even'
import { forces } from './forces'
import { join, type LayoutOptions } from './join'
import { GUTTER, pack } from './pack'
import { pivotMds } from './pivot-mds'
import { components, type LayoutEdge, type LayoutNode, type Plane, type Point, partOf, planeOf } from './plane'
import { refine } from './refine'
import { separate, sidesOf } from './separate'
import { ASPECT, shape, stretch } from './shape'

/**
 * A place for every node, px at 100 %, whole numbers. Nodes in `fixed` stay where they are and the others go near what
 * they are tied to; with none fixed everything is placed anew round (0,0). The same graph always gives the same picture.
 */
export function layout(
  nodes: Iterable<LayoutNode>,
  edges: Iterable<LayoutEdge>,
  fixed: ReadonlyMap<string, Point> = new Map(),
  options: LayoutOptions = {}
): Map<string, Point> {
  const plane = planeOf(nodes, edges)
  if (!plane.nodes.some(({ id }) => fixed.has(id))) spread(plane, options)
  else {
    const left = join(plane, fixed, options)
    if (left.length > 0) beside(plane, left, options)
  }
  return new Map(
    plane.nodes.map(({ id }, node) => [
      id,
      fixed.get(id) ?? { x: Math.round(plane.x[node] as number), y: Math.round(plane.y[node] as number) }
    ])
  )
}

function spread(plane: Plane, { centre = { x: 0, y: 0 }, progress }: LayoutOptions) {
  let done = 0
  const parts = components(plane).map((members) => {
    const part = partOf(plane, members)
    place(part, (share) => progress?.((done + share * members.length) / plane.nodes.length))
    done += members.length
    return { members, plane: part }
  })
  pack(plane, parts)
  for (const node of plane.nodes.keys()) {
    plane.x[node] = (plane.x[node] as number) + centre.x
    plane.y[node] = (plane.y[node] as number) + centre.y
  }
}

/** Sets nodes (indexes) out by themselves, below all others. */
function beside(plane: Plane, members: readonly number[], options: LayoutOptions) {
  const own = new Set(members)
  const part = partOf(plane, members)
  spread(part, options)
  const { left, right, top } = sidesOf(part)
  const others = sidesOf(
    partOf(
      plane,
      [...plane.nodes.keys()].filter((node) => !own.has(node))
    )
  )
  const [dx, dy] = [(others.left + others.right - left - right) / 2, others.bottom + GUTTER - top]
  members.forEach((member, node) => {
    plane.x[member] = (part.x[node] as number) + dx
    plane.y[member] = (part.y[node] as number) + dy
  })
}

/** Larger parts of a graph are set out evenly: the forces in them would take too long. */
const MOST_FORCED = { nodes: 2_500, ties: 30_000 } as const

function place(part: Plane, progress: (share: number) => void) {
  pivotMds(part)
  progress(0.1)
  if (part.nodes.length > MOST_FORCED.nodes || part.ties.length > MOST_FORCED.ties) return even(part)
  forces(part)
  progress(0.4)
  shape(part)
  if (!separate(part)) return even(part)
  refine(part, ASPECT, (share) => progress(0.4 + 0.6 * share))
  stretch(part)
  if (!separate(part)) even(part)
  progress(1)
}
