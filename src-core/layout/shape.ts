import { meanTieLength, type Plane, type Tie } from './plane'
import { LEAST_DISTANCE, sidesOf } from './separate'

/** Width to height that a picture aims at: between a window with panels on both sides and a figure across a page. */
export const ASPECT = 1.2

/** The canvas that a node with its name needs, and that a node and a relation with its word read well in, px². */
const NODE_ROOM = 15_000
const NODE_COMFORT = 9_000
const RELATION_COMFORT = 6_000

/** As far as a picture is spread out for comfort: what a window shows at 100 %, px². */
const MOST_COMFORT = 600_000

/** A line that carries a word and a mark, from centre to centre, px; parallel ones bow apart and need more. */
const TIE_LENGTH = 140
const EACH_PARALLEL = 14

/** The area that a plane should take, px². */
export function areaFor({ nodes, ties }: Plane): number {
  const relations = ties.reduce((sum, tie) => sum + tie.relations, 0)
  const comfort = nodes.length * NODE_COMFORT + relations * RELATION_COMFORT
  return Math.max(nodes.length * NODE_ROOM, Math.min(comfort, MOST_COMFORT))
}

/** How far apart neighbouring places are where nodes fill the area evenly, px. */
export const unitOf = (plane: Plane): number => Math.sqrt(areaFor(plane) / plane.nodes.length)

/** How long a tie should be so that it can be read, px. */
export const tieLength = ({ relations }: Tie, unit: number): number =>
  Math.max(TIE_LENGTH, unit) + EACH_PARALLEL * Math.min(8, relations - 1)

const STEPS = 36
const MOST_STRETCH = 1.35

/** Turns and stretches a plane until it suits the aspect, has room for its names, and lies round (0,0). */
export function shape(plane: Plane): void {
  const { nodes, x, y } = plane
  if (nodes.length < 2) return
  turn(plane, bestTurn(plane))
  const [width, height] = [extent(x), extent(y)]
  const scale = Math.max(
    Math.sqrt(areaFor(plane) / Math.max(width * height, (width * width) / 6, (height * height) / 6)),
    TIE_LENGTH / 2 / (meanTieLength(plane) || 1),
    LEAST_DISTANCE / Math.max(width, height)
  )
  // A long thin graph stays long: half of the way to the aspect, as otherwise its lines would be torn.
  const squeeze = Math.min(1.35, Math.max(1 / 1.35, (ASPECT * height) / width)) ** 0.5
  const [middleX, middleY] = [middle(x), middle(y)]
  for (const node of nodes.keys()) {
    x[node] = ((x[node] as number) - middleX) * scale * squeeze
    y[node] = ((y[node] as number) - middleY) * (scale / squeeze)
  }
}

/** Draws the shorter side out until the picture with its names has the aspect: room that a window has anyway. */
export function stretch(plane: Plane): void {
  const { nodes, x, y } = plane
  if (nodes.length < 3) return
  const { top, bottom } = sidesOf(plane)
  // At the sides names mostly stand outside, beside their symbols.
  const beside = nodes.map(({ radius, labelWidth }) => radius + labelWidth)
  const left = Math.min(
    ...nodes.map((_, node) => (x[node] as number) - ((x[node] as number) < 0 ? (beside[node] as number) : 0))
  )
  const right = Math.max(
    ...nodes.map((_, node) => (x[node] as number) + ((x[node] as number) > 0 ? (beside[node] as number) : 0))
  )
  const by = (right - left) / (bottom - top) / ASPECT
  const line = by > 1 ? y : x
  const factor = Math.min(MOST_STRETCH, Math.max(by, 1 / by))
  for (const node of nodes.keys()) line[node] = (line[node] as number) * factor
}

/** The turn (radians) after which the plane comes nearest to the aspect. */
function bestTurn({ x, y }: Plane): number {
  let best = { turn: 0, miss: Infinity }
  for (let step = 0; step < STEPS; step++) {
    const turn = (step * Math.PI) / STEPS
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    const width = extent(x.map((value, node) => value * cos - (y[node] as number) * sin))
    const height = extent(x.map((value, node) => value * sin + (y[node] as number) * cos))
    const miss = Math.abs(Math.log(Math.max(width, 1e-6) / Math.max(height, 1e-6) / ASPECT))
    if (miss < best.miss - 1e-9) best = { turn, miss }
  }
  return best.turn
}

function turn({ nodes, x, y }: Plane, angle: number) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const node of nodes.keys()) {
    const [p, q] = [x[node] as number, y[node] as number]
    x[node] = p * cos - q * sin
    y[node] = p * sin + q * cos
  }
}

const least = (values: Float64Array) => values.reduce((low, value) => Math.min(low, value), Infinity)
const most = (values: Float64Array) => values.reduce((high, value) => Math.max(high, value), -Infinity)
const extent = (values: Float64Array) => most(values) - least(values)
const middle = (values: Float64Array) => (most(values) + least(values)) / 2
