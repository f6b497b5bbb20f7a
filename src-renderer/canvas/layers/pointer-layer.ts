import type { Point } from '@core/drawing/outline'
import { HANDLE, handleOf } from '../input/hit'
import type { Sight } from './lines-layer'
import { ringRadius } from './rings'

/** What the pointer and the keyboard are at. */
export interface PointerMarks {
  /** The entity that has the key focus. */
  readonly focused?: string | undefined
  /** The entity whose handle is offered. */
  readonly handle?: string | undefined
  /** A relation that is being dragged out of an entity: to an entity, or to a point, px as drawn. */
  readonly drag?: undefined | { readonly from: string; readonly to?: string; readonly at: Point }
}

/** Draws the rings of hover and key focus, the handle, and a relation that is being dragged. */
export function drawPointer(context: CanvasRenderingContext2D, sight: Sight, marks: PointerMarks): void {
  const { stage, emphasis, hover, palette } = sight
  context.setLineDash([])
  const hovered = hover.entity
  if (hovered !== undefined && !emphasis.selectedEntities.has(hovered))
    ring(context, sight, hovered, 1.25, palette.edgeHi)
  if (marks.focused !== undefined) square(context, sight, marks.focused)
  if (marks.drag) {
    const { from, to, at } = marks.drag
    const start = stage.bodies.get(from)
    if (start) dragged(context, start, (to && stage.bodies.get(to)) || at, palette.accent)
    if (to !== undefined) ring(context, sight, to, 2.25, palette.accent)
  }
  const body = marks.handle === undefined ? undefined : stage.bodies.get(marks.handle)
  if (body) plus(context, handleOf(body), palette.accent, palette.canvas)
}

function ring(context: CanvasRenderingContext2D, { stage }: Sight, id: string, width: number, colour: string) {
  const body = stage.bodies.get(id)
  if (!body) return
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  context.arc(body.x, body.y, ringRadius(body), 0, 2 * Math.PI)
  context.stroke()
}

/** Square, so that focus and selection differ in shape. */
function square(context: CanvasRenderingContext2D, { stage, palette }: Sight, id: string) {
  const body = stage.bodies.get(id)
  if (!body) return
  const half = ringRadius(body) + 3
  context.strokeStyle = palette.accent
  context.lineWidth = 2
  context.beginPath()
  context.roundRect(body.x - half, body.y - half, 2 * half, 2 * half, 6)
  context.stroke()
}

function dragged(context: CanvasRenderingContext2D, from: Point, to: Point, colour: string) {
  context.strokeStyle = colour
  context.lineWidth = 2
  context.setLineDash([5, 4])
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.stroke()
  context.setLineDash([])
}

function plus(context: CanvasRenderingContext2D, { x, y }: Point, colour: string, ground: string) {
  context.fillStyle = colour
  context.strokeStyle = ground
  context.lineWidth = 1.5
  context.beginPath()
  context.arc(x, y, HANDLE, 0, 2 * Math.PI)
  context.fill()
  context.stroke()
  context.lineWidth = 1.75
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(x - 3.5, y)
  context.lineTo(x + 3.5, y)
  context.moveTo(x, y - 3.5)
  context.lineTo(x, y + 3.5)
  context.stroke()
}
