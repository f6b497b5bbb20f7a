import { meanTieLength, type Plane, type Tie } from './plane'
import { LEAST_DISTANCE } from './separate'

/** Width to height that the symbols' centres aim at. With the names beside them a picture comes out nearer to 3:2. */
export const ASPECT = 1.25

/** The canvas that one node with its name is given, px²: close enough to read as one picture, far enough for words on the lines. */
const ROOM = 15_000

/** A line that carries a word and a mark, from centre to centre, px; parallel ones bow apart and need more. */
const TIE_LENGTH = 140
const EACH_PARALLEL = 14

/** How long a tie should be so that it can be read, px. */
export const tieLength = ({ relations }: Tie): number => TIE_LENGTH + EACH_PARALLEL * Math.min(8, relations - 1)

/** The area that the picture of so many nodes should take, px². */
export const areaFor = (nodes: number): number => ROOM * nodes

const STEPS = 36

/** Turns and stretches a plane until it suits the aspect, has room for its names, and lies round (0,0). */
export function shape(plane: Plane): void {
  const { nodes, x, y } = plane
  if (nodes.length < 2) return
  turn(plane, bestTurn(plane))
  const [width, height] = [extent(x), extent(y)]
  const scale = Math.max(
    Math.sqrt(areaFor(nodes.length) / Math.max(width * height, (width * width) / 6, (height * height) / 6)),
    TIE_LENGTH / 2 / (meanTieLength(plane) || 1),
    LEAST_DISTANCE / Math.max(width, height)
  )
  // A long thin graph stays long: half of the way to the aspect, as otherwise its lines would be torn.
  const stretch = Math.min(1.35, Math.max(1 / 1.35, (ASPECT * height) / width)) ** 0.5
  const [middleX, middleY] = [middle(x), middle(y)]
  for (const node of nodes.keys()) {
    x[node] = ((x[node] as number) - middleX) * scale * stretch
    y[node] = ((y[node] as number) - middleY) * (scale / stretch)
  }
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
