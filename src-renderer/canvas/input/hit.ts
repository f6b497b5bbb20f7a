import type { Box } from '@core/drawing/box'
import { sampled } from '@core/drawing/curve'
import type { Body } from '@core/drawing/geometry'
import type { Point } from '@core/drawing/outline'
import { nameDrift, type Placement, wordDrift } from '../labels/labels'
import { ringRadius } from '../layers/rings'
import type { Stage } from '../layers/stage'
import { LINE_REACH, SYMBOL_REACH, stageIndex } from './stage-index'

/** Radius of the handle beside a symbol from which a relation is dragged, and how far beyond it the symbol stays hovered, px. */
export const HANDLE = 8
const GRACE = 8

/** Where the handle of a symbol stands: up to the right, on its ring. */
export function handleOf(body: Body): Point {
  const far = (ringRadius(body) + HANDLE) * Math.SQRT1_2
  return { x: body.x + far, y: body.y - far }
}

/** Whether a point is on the handle of a symbol. */
export const onHandle = (body: Body, point: Point): boolean => distance(handleOf(body), point) <= HANDLE + 2

/** Whether a point is so near a symbol that its handle must not go away under the pointer. */
export const near = (body: Body, point: Point): boolean =>
  distance(body, point) <= ringRadius(body) + GRACE || distance(handleOf(body), point) <= HANDLE + GRACE

/** The entity whose symbol is under a point; the last one drawn where several are. */
export function entityAt(stage: Stage, point: Point): string | undefined {
  return stageIndex(stage)
    .bodiesAt(point)
    .findLast(([, body]) => distance(body, point) <= body.radius * SYMBOL_REACH)?.[0]
}

/** The entity whose name is under a point. */
export function nameAt(stage: Stage, placement: Placement, point: Point): string | undefined {
  for (const [id, { box }] of placement.labels.names)
    if (inside(box, back(point, nameDrift(id, placement, stage)))) return id
  return undefined
}

/** The relation whose word or line is under a point, the nearest line first. */
export function relationAt(stage: Stage, placement: Placement, point: Point): string | undefined {
  for (const [id, { box }] of placement.labels.words)
    if (inside(box, back(point, wordDrift(id, placement, stage)))) return id
  let best: { readonly id: string; readonly far: number } | undefined
  for (const [id, curve] of stageIndex(stage).curvesAt(point)) {
    const far = distanceToLine(point, sampled(curve, 24))
    if (far <= LINE_REACH && (!best || far < best.far)) best = { id, far }
  }
  return best?.id
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

const inside = ({ left, right, top, bottom }: Box, { x, y }: Point) =>
  x >= left && x <= right && y >= top && y <= bottom

const back = ({ x, y }: Point, by: Point): Point => ({ x: x - by.x, y: y - by.y })

function distanceToLine(point: Point, line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  line.slice(1).forEach((b, at) => {
    const a = line[at] as Point
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1)
    const t = Math.min(1, Math.max(0, along))
    least = Math.min(least, Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy))
  })
  return least
}
