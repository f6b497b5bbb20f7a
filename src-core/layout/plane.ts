import { otherEnd } from '../records/relation-ends'

/** A place in the drawing: x to the right, y down, in pixels at 100 %. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** An entity as the layout sees it: its symbol's radius and the room that its name takes, in pixels at 100 %. */
export interface LayoutNode {
  readonly id: string
  readonly radius: number
  readonly labelWidth: number
  readonly labelHeight: number
}

/** A relation as the layout sees it; which way it points does not matter. */
export interface LayoutEdge {
  readonly from: string
  readonly to: string
}

/** Nodes by index, sorted by id, with their ties: what every step of the layout works on. Steps change `x` and `y` in place. */
export interface Plane {
  readonly nodes: readonly LayoutNode[]
  readonly x: Float64Array
  readonly y: Float64Array
  /** Distinct pairs of different nodes; parallel relations once, with how many they are. */
  readonly ties: readonly Tie[]
  /** For each node the indexes of its ties. */
  readonly tiesOf: readonly (readonly number[])[]
}

export interface Tie {
  readonly from: number
  readonly to: number
  readonly relations: number
}

/** A plane of these nodes, all at (0,0). The order in which nodes and edges come makes no difference; edges to nodes that are not there are left out. */
export function planeOf(nodes: Iterable<LayoutNode>, edges: Iterable<LayoutEdge>): Plane {
  const sorted = [...nodes].sort((p, q) => (p.id < q.id ? -1 : 1))
  const indexOf = new Map(sorted.map(({ id }, index) => [id, index]))
  const pairs = new Map<number, number>()
  for (const { from, to } of edges) {
    const f = indexOf.get(from)
    const t = indexOf.get(to)
    if (f === undefined || t === undefined || f === t) continue
    const key = Math.min(f, t) * sorted.length + Math.max(f, t)
    pairs.set(key, (pairs.get(key) ?? 0) + 1)
  }
  const ties = [...pairs]
    .sort(([p], [q]) => p - q)
    .map(([key, relations]) => ({ from: Math.floor(key / sorted.length), to: key % sorted.length, relations }))
  return {
    nodes: sorted,
    x: new Float64Array(sorted.length),
    y: new Float64Array(sorted.length),
    ties,
    tiesOf: index(sorted.length, ties)
  }
}

/** The part of a plane that these nodes (indexes) make up, with their places. */
export function partOf(plane: Plane, members: readonly number[]): Plane {
  const place = new Map(members.map((member, at) => [member, at]))
  const ties = plane.ties.flatMap(({ from, to, relations }) => {
    const [p, q] = [place.get(from), place.get(to)]
    return p === undefined || q === undefined ? [] : [{ from: p, to: q, relations }]
  })
  return {
    nodes: members.map((member) => plane.nodes[member] as LayoutNode),
    x: Float64Array.from(members, (member) => plane.x[member] as number),
    y: Float64Array.from(members, (member) => plane.y[member] as number),
    ties,
    tiesOf: index(members.length, ties)
  }
}

/** The nodes (indexes) of each connected part; the largest first, then by their first id. */
export function components({ nodes, ties, tiesOf }: Plane): readonly (readonly number[])[] {
  const seen = new Uint8Array(nodes.length)
  const found: number[][] = []
  for (let start = 0; start < nodes.length; start++) {
    if (seen[start]) continue
    seen[start] = 1
    const members = [start]
    for (let at = 0; at < members.length; at++)
      for (const tie of tiesOf[members[at] as number] ?? []) {
        const other = otherEnd(ties[tie] as Tie, members[at] as number)
        if (seen[other]) continue
        seen[other] = 1
        members.push(other)
      }
    found.push(members.sort((p, q) => p - q))
  }
  return found.sort((p, q) => q.length - p.length || (p[0] as number) - (q[0] as number))
}

/** The mean length of the ties; 0 where there are none. */
export function meanTieLength({ ties, x, y }: Plane): number {
  const lengths = ties.map(({ from, to }) =>
    Math.hypot((x[from] as number) - (x[to] as number), (y[from] as number) - (y[to] as number))
  )
  return lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1)
}

function index(size: number, ties: readonly Tie[]): readonly (readonly number[])[] {
  const tiesOf: number[][] = Array.from({ length: size }, () => [])
  ties.forEach(({ from, to }, at) => {
    tiesOf[from]?.push(at)
    tiesOf[to]?.push(at)
  })
  return tiesOf
}
