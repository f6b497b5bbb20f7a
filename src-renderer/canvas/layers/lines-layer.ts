import type { Box } from '@core/drawing/box'
import { overlaps } from '@core/drawing/box'
import type { Curve } from '@core/drawing/curve'
import { arrowOf, shaftOf } from '@core/drawing/geometry'
import type { Palette } from '@core/drawing/palette'
import { STATUS_STYLES } from '@core/drawing/statuses'
import { hullOf } from '../input/hull'
import { MANY_LINES, type Placement, wordDrift } from '../labels/labels'
import type { Emphasis, Hover } from './emphasis'
import { HALO, RING, ringRadius } from './rings'
import type { Stage } from './stage'

/** What the layers draw, and the part of it that is in sight, in px as drawn. */
export interface Sight {
  readonly stage: Stage
  readonly emphasis: Emphasis
  readonly hover: Hover
  /** All labels, and those of what is hovered. */
  readonly placements: readonly Placement[]
  readonly palette: Palette
  readonly box: Box
}

const SELECTED_WIDTH = 2.5
const DIM_WIDTH = 1.25

/** Draws what lies under the symbols: lines, the gaps of their words, and the halo of the selection. */
export function drawLines(context: CanvasRenderingContext2D, sight: Sight): void {
  const { stage, emphasis, palette } = sight
  const visible = [...stage.curves].filter(([, curve]) => overlaps(hullOf(curve), sight.box))
  const level = (id: string) => levelOf(id, sight)
  // As thin as a line can be: without a graphics card it is drawn four times as fast.
  const thinnest = visible.length > MANY_LINES ? 1 : DIM_WIDTH
  for (const of of LEVELS)
    for (const [id, curve] of visible) if (level(id) === of) drawLine(context, id, curve, of, sight, thinnest)
  for (const placement of sight.placements) drawGaps(context, placement, sight)
  for (const id of emphasis.selectedEntities) {
    const body = stage.bodies.get(id)
    if (!body) continue
    disc(context, body.x, body.y, ringRadius(body) + HALO, palette.accentSoft)
    disc(context, body.x, body.y, ringRadius(body), palette.canvas)
    context.lineWidth = RING
    context.strokeStyle = palette.accent
    context.stroke()
  }
}

type Level = 'dim' | 'rest' | 'lit' | 'selected'
const LEVELS: readonly Level[] = ['dim', 'rest', 'lit', 'selected']

function levelOf(id: string, { emphasis, hover }: Sight): Level {
  if (id === emphasis.selectedRelation) return 'selected'
  if (emphasis.litRelations.has(id) || hover.relations.has(id)) return 'lit'
  return emphasis.dimming ? 'dim' : 'rest'
}

function drawLine(
  context: CanvasRenderingContext2D,
  id: string,
  curve: Curve,
  level: Level,
  { stage, palette }: Sight,
  thinnest: number
) {
  const drawn = stage.picture.relations.get(id)
  if (!drawn) return
  const { line } = STATUS_STYLES[drawn.status]
  const colour = { dim: palette.dimEdge, rest: palette.edge, lit: palette.edgeHi, selected: palette.accent }[level]
  const size = level === 'selected' ? 10 : 8
  const { shaft, head } = pathsOf(curve, size, drawn.symmetric)
  context.strokeStyle = colour
  const width = level === 'selected' ? SELECTED_WIDTH : level === 'dim' ? DIM_WIDTH : line.width
  context.lineWidth = width > DIM_WIDTH ? width : thinnest
  context.setLineDash(line.dash ? [...line.dash] : [])
  context.stroke(shaft)
  if (!head) return
  context.fillStyle = colour
  context.fill(head)
}

interface Paths {
  readonly size: number
  readonly shaft: Path2D
  readonly head?: Path2D
}

/** The paths of each curve, which is drawn on many frames before it changes. */
const KNOWN = new WeakMap<Curve, Paths>()

function pathsOf(curve: Curve, size: number, symmetric: boolean): Paths {
  const known = KNOWN.get(curve)
  if (known && known.size === size) return known
  const { from, c1, c2, to } = symmetric ? curve : shaftOf(curve, size)
  const shaft = new Path2D()
  shaft.moveTo(from.x, from.y)
  shaft.bezierCurveTo(c1.x, c1.y, c2.x, c2.y, to.x, to.y)
  const head = symmetric ? undefined : new Path2D()
  if (head) for (const { x, y } of arrowOf(curve, size)) head.lineTo(x, y)
  const paths = { size, shaft, ...(head && { head }) }
  KNOWN.set(curve, paths)
  return paths
}

function drawGaps(context: CanvasRenderingContext2D, placement: Placement, { stage, palette, box }: Sight) {
  context.fillStyle = palette.canvas
  for (const [id, word] of placement.labels.words) {
    const { x, y } = wordDrift(id, placement, stage)
    const { left, top, right, bottom } = word.box
    if (!overlaps({ left: left + x, top: top + y, right: right + x, bottom: bottom + y }, box)) continue
    context.beginPath()
    context.roundRect(left + x - 2, top + y, right - left + 4, bottom - top, 3)
    context.fill()
  }
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string) {
  context.setLineDash([])
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}
