import { type Box, grown } from '@core/drawing/box'
import type { Curve } from '@core/drawing/curve'
import type { Body } from '@core/drawing/geometry'
import type { Point } from '@core/drawing/outline'
import Flatbush from 'flatbush'
import type { Stage } from '../layers/stage'
import { hullOf } from './hull'

/** How near to a line the pointer has to be, px, and how far beyond its outline a symbol can be met, against its radius. */
export const LINE_REACH = 6
export const SYMBOL_REACH = 1.1

/** What lies near a point, in the order in which it is drawn. */
interface StageIndex {
  bodiesAt(point: Point): readonly (readonly [id: string, body: Body])[]
  curvesAt(point: Point): readonly (readonly [id: string, curve: Curve])[]
}

const indices = new WeakMap<Stage, { readonly version: number; readonly index: StageIndex }>()

/** Finds symbols and lines by place. Made anew for the first question after something has moved. */
export function stageIndex(stage: Stage): StageIndex {
  const known = indices.get(stage)
  if (known?.version === stage.version) return known.index
  const index = {
    bodiesAt: byPlace(stage.bodies, ({ x, y, radius }) => around({ x, y }, radius * SYMBOL_REACH)),
    curvesAt: byPlace(stage.curves, (curve) => grown(hullOf(curve), LINE_REACH))
  }
  indices.set(stage, { version: stage.version, index })
  return index
}

function byPlace<Thing>(
  things: ReadonlyMap<string, Thing>,
  boxOf: (thing: Thing) => Box
): (point: Point) => readonly (readonly [string, Thing])[] {
  if (things.size === 0) return () => []
  const all = [...things]
  const tree = new Flatbush(all.length)
  for (const [, thing] of all) {
    const { left, top, right, bottom } = boxOf(thing)
    tree.add(left, top, right, bottom)
  }
  tree.finish()
  return ({ x, y }) =>
    tree
      .search(x, y, x, y)
      .sort((a, b) => a - b)
      .flatMap((at) => all.slice(at, at + 1))
}

const around = ({ x, y }: Point, reach: number): Box => ({
  left: x - reach,
  right: x + reach,
  top: y - reach,
  bottom: y + reach
})
