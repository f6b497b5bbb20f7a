import { around, type Box, grown } from '../drawing/box'
import { type Curve, curveBox } from '../drawing/curve'
import { type Body, type Route, radiusOf, routesOf } from '../drawing/geometry'
import type { Line } from '../drawing/lines'
import type { Point } from '../drawing/outline'
import { bodyBox, type Labels, placeLabels } from '../drawing/place-labels'
import { GLYPH_SIZE } from '../drawing/statuses'
import { FIGURE_NAME_WEIGHTS, HUB_RADIUS, nameSize, WORDS } from '../drawing/type-sizes'
import { layoutInput } from '../layout/layout-input'
import { layoutOf } from '../layout/layouts'
import type { View } from '../records/records'
import type { Measure } from '../text/typesetting'
import { placesOf } from '../view/bounded-places'
import { MOST_LISTED, MOST_NAMES, MOST_WORDS } from './budget'
import type { FigureContent, FigureEntity, FigureRelation } from './figure-content'
import { isMany } from './quick-measure'

/** A graph with every symbol, line and label in its place. */
export interface Drawing {
  readonly bodies: ReadonlyMap<string, Body>
  readonly routes: ReadonlyMap<string, Route>
  readonly labels: Labels
  /** All of it, labels included. */
  readonly box: Box
}

/** Width that a drawing may have before it is drawn closer together, px. */
const COMFORTABLE = 668

/** How far positions are pushed together or apart to give each label its place; 1 is as the view has them. */
const CLOSER = [0.9, 0.82, 0.75, 0.68, 0.62, 0.56, 0.5]
const APART = [1.1, 1.22, 1.35, 1.5, 1.7, 1.9, 2.2]

/** How often a figure's labels are gone over. */
const SWEEPS = 4

/** Places everything that a figure draws. A wide view is drawn closer together while every label still has room, a crowded one apart. */
export function drawingOf(content: FigureContent, view: View, numbered: boolean, measure: Measure): Drawing {
  const positions = positionsOf(content, view)
  const at = (spread: number) => placed(content, positions, spread, numbered, measure)
  let best = at(1)
  if (isMany(content)) return best
  const width = Math.max(COMFORTABLE, widthOf(best))
  let least = badness(best, width)
  if (least === 0)
    for (const spread of CLOSER) {
      const closer = widthOf(best) > COMFORTABLE ? at(spread) : undefined
      if (!closer || badness(closer, width) > 0) break
      best = closer
    }
  for (const spread of APART) {
    if (least === 0) break
    const wider = at(spread)
    const bad = badness(wider, width)
    if (bad < least) [best, least] = [wider, bad]
    if (costOfWidth(wider, width) >= least) break
  }
  return best
}

/** What is wrong with a drawing: labels without a place weigh most, then words and dates left to the list, then a width beyond what it might have. */
function badness(drawing: Drawing, width: number): number {
  const { leftOutNames, leftOutWords, shortened, abridged } = drawing.labels
  return (
    (leftOutNames.length + leftOutWords.length) * 8 + shortened.length + abridged.length + costOfWidth(drawing, width)
  )
}

const costOfWidth = (drawing: Drawing, width: number) => Math.max(0, widthOf(drawing) / width - 1) * 24

const widthOf = ({ box }: Drawing) => box.right - box.left

function positionsOf({ entities, shown }: FigureContent, view: View): ReadonlyMap<string, Point> {
  const fixed = placesOf(view)
  if (entities.every(({ id }) => fixed.has(id))) return fixed
  const { nodes, edges } = layoutInput(shown)
  return layoutOf().run(nodes, edges, fixed)
}

function placed(
  { entities, lines }: FigureContent,
  positions: ReadonlyMap<string, Point>,
  spread: number,
  numbered: boolean,
  measure: Measure
): Drawing {
  const bodies = new Map<string, Body>()
  for (const { id, degree, symbol } of entities) {
    const { x, y } = positions.get(id) ?? { x: 0, y: 0 }
    bodies.set(id, { x: x * spread, y: y * spread, radius: radiusOf(degree), outline: symbol.outline })
  }
  const routes = routesOf(bodies, lines)
  const curves = new Map<string, Curve>([...routes].map(([id, { curve }]) => [id, curve]))
  const labels = placeLabels(
    {
      bodies,
      curves,
      names: foremost(entities, MOST_NAMES).map((entity) => ({
        ...{ id: entity.id, priority: -entity.degree },
        ...nameOf(entity)
      })),
      words: lines.slice(0, MOST_WORDS).map((line) => ({ id: line.id, ...wordOf(line, numbered), priority: 1 }))
    },
    // Going over very many names again has no room to find.
    { measure, sweeps: isMany({ entities, lines }) ? 1 : SWEEPS }
  )
  const box = around(boxesOf(bodies, curves, labels)) ?? { left: 0, top: 0, right: 0, bottom: 0 }
  return { bodies, routes, labels, box }
}

function* boxesOf(
  bodies: ReadonlyMap<string, Body>,
  curves: ReadonlyMap<string, Curve>,
  labels: Labels
): Generator<Box> {
  for (const body of bodies.values()) yield bodyBox(body)
  for (const curve of curves.values()) yield grown(curveBox(curve), 4)
  for (const { box } of labels.names.values()) yield box
  for (const { box } of labels.words.values()) yield box
}

/** Hubs are set a little larger and bolder, and carry their name in its own script. */
function nameOf({ name, native, aside, degree }: FigureEntity) {
  const radius = radiusOf(degree)
  const hub = radius >= HUB_RADIUS
  return {
    name,
    ...(hub && native !== undefined && { native }),
    ...(aside !== undefined && { aside }),
    size: nameSize(radius),
    weight: hub ? FIGURE_NAME_WEIGHTS.hub : FIGURE_NAME_WEIGHTS.plain
  }
}

/** Those with most relations, where there are more than can be named. */
const foremost = (entities: readonly FigureEntity[], most: number): readonly FigureEntity[] =>
  entities.length <= most ? entities : entities.toSorted((a, b) => b.degree - a.degree).slice(0, most)

function wordOf({ word, short, marked, members }: Line<FigureRelation>, numbered: boolean) {
  const tab = numbered ? tabOf(members) : undefined
  return {
    word,
    ...(short !== undefined && { short }),
    ...WORDS.figure,
    ...(marked && { mark: GLYPH_SIZE }),
    ...(tab !== undefined && { tab })
  }
}

/** Under which numbers a line's relations are listed, “7” or “7–31, 40–42”; undefined where the list does not come so far. */
function tabOf(members: readonly FigureRelation[]): string | undefined {
  const ranges: [number, number][] = []
  for (const number of members.map((member) => member.number).sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (number > MOST_LISTED) break
    if (last?.[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  const words = ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  return words.length === 0 ? undefined : words.join(', ')
}
