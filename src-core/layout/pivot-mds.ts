import { otherEnd } from '../records/relation-ends'
import { meanTieLength, type Plane, type Tie } from './plane'

/** How many nodes distances are measured from, and how often the directions are refined; less in a large plane. */
const PIVOTS = 50
const POWER_STEPS = 100
const LARGE = { nodes: 2_500, pivots: 16, steps: 25 } as const

/**
 * Places a connected plane by Pivot MDS (Brandes and Pich, 2007): distances on the picture follow distances in the graph.
 * The distance between neighbours comes out near 1.
 */
export function pivotMds(plane: Plane): void {
  const size = plane.nodes.length
  if (size < 2) return
  const rows = pivotDistances(plane)
  centre(rows, size)
  const first = axis(rows, [])
  const second = axis(rows, [first])
  plane.x.set(coordinates(rows, first, size))
  plane.y.set(coordinates(rows, second, size))
  const unit = meanTieLength(plane) || 1
  for (let node = 0; node < size; node++) {
    // Nodes with the same distances to every pivot (leaves of one hub) would fall on one point; a spiral sets them apart.
    const turn = node * GOLDEN_ANGLE
    plane.x[node] = (plane.x[node] as number) / unit + Math.cos(turn) / 4
    plane.y[node] = (plane.y[node] as number) / unit + Math.sin(turn) / 4
  }
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** For each pivot the squared graph distances to all nodes; each pivot is as far from the ones before as can be, the first is the largest hub. */
function pivotDistances(plane: Plane): readonly Float64Array[] {
  const size = plane.nodes.length
  const nearest = new Float64Array(size).fill(Infinity)
  const rows: Float64Array[] = []
  let pivot = argMax(size, (node) => plane.tiesOf[node]?.length ?? 0)
  while (rows.length < Math.min(size > LARGE.nodes ? LARGE.pivots : PIVOTS, size)) {
    const far = distancesFrom(plane, pivot)
    far.forEach((distance, node) => {
      nearest[node] = Math.min(nearest[node] as number, distance)
    })
    rows.push(far.map((distance) => distance * distance))
    pivot = argMax(size, (node) => nearest[node] as number)
  }
  return rows
}

function distancesFrom({ nodes, ties, tiesOf }: Plane, start: number): Float64Array {
  const distance = new Float64Array(nodes.length).fill(-1)
  distance[start] = 0
  const queue = [start]
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] as number
    for (const tie of tiesOf[node] ?? []) {
      const other = otherEnd(ties[tie] as Tie, node)
      if ((distance[other] as number) >= 0) continue
      distance[other] = (distance[node] as number) + 1
      queue.push(other)
    }
  }
  return distance
}

/** Double centring, as in classical scaling. */
function centre(rows: readonly Float64Array[], size: number) {
  const columns = new Float64Array(size)
  const means = rows.map((row) => row.reduce((sum, value) => sum + value, 0) / size)
  for (const row of rows)
    for (let node = 0; node < size; node++)
      columns[node] = (columns[node] as number) + (row[node] as number) / rows.length
  const all = means.reduce((sum, mean) => sum + mean, 0) / rows.length
  rows.forEach((row, at) => {
    for (let node = 0; node < size; node++)
      row[node] = -((row[node] as number) - (columns[node] as number) - (means[at] as number) + all) / 2
  })
}

/** The strongest direction in pivot space that is at right angles to those already taken (power iteration). */
function axis(rows: readonly Float64Array[], taken: readonly Float64Array[]): Float64Array {
  let vector = Float64Array.from(rows, (_, at) => Math.cos(at + 1))
  const steps = (rows[0]?.length ?? 0) > LARGE.nodes ? LARGE.steps : POWER_STEPS
  for (let step = 0; step < steps; step++) {
    for (const other of taken) {
      const share = dot(vector, other)
      vector = vector.map((value, at) => value - share * (other[at] as number))
    }
    const onNodes = project(rows, vector, rows[0]?.length ?? 0)
    const next = Float64Array.from(rows, (row) => dot(row, onNodes))
    const length = Math.hypot(...next)
    if (length < 1e-9) return next.fill(0)
    vector = next.map((value) => value / length)
  }
  return vector
}

function coordinates(rows: readonly Float64Array[], vector: Float64Array, size: number): Float64Array {
  const out = project(rows, vector, size)
  // The rows hold squares, so the length along each axis is one too.
  const length = Math.sqrt(Math.hypot(...out)) || 1
  return out.map((value) => value / length)
}

function project(rows: readonly Float64Array[], vector: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size)
  rows.forEach((row, at) => {
    for (let node = 0; node < size; node++)
      out[node] = (out[node] as number) + (vector[at] as number) * (row[node] as number)
  })
  return out
}

const dot = (p: Float64Array, q: Float64Array) => p.reduce((sum, value, at) => sum + value * (q[at] as number), 0)

function argMax(size: number, value: (at: number) => number): number {
  let best = 0
  for (let at = 1; at < size; at++) if (value(at) > value(best)) best = at
  return best
}
