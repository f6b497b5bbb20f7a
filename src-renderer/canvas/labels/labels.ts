import { around, type Box, grown, overlaps } from '@core/drawing/box'
import { pointAt } from '@core/drawing/curve'
import type { Body } from '@core/drawing/geometry'
import { outlineOf, type Point, regular } from '@core/drawing/outline'
import { bodyBox, type Labelling, type Labels, placeLabels, placeLabelsSteps } from '@core/drawing/place-labels'
import { GREAT_HUB_RADIUS } from '@core/drawing/type-sizes'
import type { Measure } from '@core/text/typesetting'
import { hullOf } from '../input/hull'
import { type Emphasis, type Hover, neighboursOf } from '../layers/emphasis'
import type { Stage } from '../layers/stage'
import { DIMMED, nameOf, wordOf } from './label-texts'

/** How many great hubs are named in any case, those with most relations. */
const ALWAYS_NAMED = 12

/** Labels in their places, with where what they belong to stood then, so that they can follow it rigidly. */
export interface Placement {
  readonly labels: Labels
  readonly bodies: ReadonlyMap<string, Point>
  readonly spots: ReadonlyMap<string, Point>
  /** How many names and words one would expect to see and does not. */
  readonly hidden: number
}

export const NOTHING: Placement = {
  labels: placeLabels(
    { bodies: new Map(), curves: new Map(), names: [], words: [] },
    { measure: () => 0, crowded: 'drop' }
  ),
  bodies: new Map(),
  spots: new Map(),
  hidden: 0
}

/** Above so many lines the picture is scaled as a whole while it is zoomed, and only what is in sight is labelled. */
export const MANY_LINES = 600

/** How many names and words look for a place at most; what is further down the ranks has no room anyway. */
const MOST_LABELS = 160

/** How far round the sight labels are placed too, px. */
const AROUND_SIGHT = 150

/** What labels are placed among: everything, or in a large picture what is in sight. */
function ground(stage: Stage, sight: Box): Pick<Labelling, 'bodies' | 'curves'> {
  const { curves } = stage
  const bodies = stage.obstacles()
  if (curves.size <= MANY_LINES) return { bodies, curves }
  const near = grown(sight, AROUND_SIGHT)
  return {
    bodies: new Map([...bodies].filter(([, body]) => overlaps(bodyBox(body), near))),
    curves: new Map([...curves].filter(([, curve]) => overlaps(hullOf(curve), near)))
  }
}

/**
 * Places the names and words of what is on the stage: the selection first, then its neighbours, hubs, the rest. Label by
 * label; the stage must stay as it is until the last one stands.
 */
export function* placeSteps(
  stage: Stage,
  emphasis: Emphasis,
  sight: Box,
  measure: Measure,
  before: Placement
): Generator<void, Placement> {
  const { picture, zoom } = stage
  const { bodies, curves } = ground(stage, sight)
  const names = [...bodies.keys()].flatMap((id) => {
    const drawn = picture.entities.get(id)
    return drawn ? [nameOf(id, drawn, emphasis, zoom)] : []
  })
  const words = [...curves.keys()].flatMap((id) => {
    const drawn = picture.relations.get(id)
    return drawn ? wordOf(id, drawn, emphasis, zoom) : []
  })
  const work = thinned({ bodies, curves, names: foremost(names), words: foremost(words) })
  yield
  const roomy = yield* placeLabelsSteps(work, { measure, crowded: 'drop', before: before.labels, sight })
  const labels = yield* withHubs(stage, work, roomy, measure)
  const expected = emphasis.dimming ? emphasis.litRelations : curves.keys()
  const unsaid = [...expected].filter((id) => curves.has(id) && !labels.words.get(id)?.word)
  return { ...anchored(stage, labels), hidden: names.length - labels.names.size + unsaid.length }
}

/** A picture whose hubs have no names says nothing: where there is no free place, a large hub's name stands where it harms least. */
function* withHubs({ picture }: Stage, work: Labelling, labels: Labels, measure: Measure): Generator<void, Labels> {
  const tiesOf = ({ id }: { readonly id: string }) => picture.tiesOf.get(id)?.length ?? 0
  const names = work.names
    .filter(({ id, priority }) => priority < DIMMED && (picture.entities.get(id)?.radius ?? 0) >= GREAT_HUB_RADIUS)
    .toSorted((a, b) => tiesOf(b) - tiesOf(a))
    .slice(0, ALWAYS_NAMED)
    .filter(({ id }) => !labels.names.has(id))
  if (names.length === 0) return labels
  const bodies = new Map(work.bodies)
  for (const [id, { box }] of labels.names) bodies.set(`name ${id}`, boxBody(box, { x: 0, y: 0 }))
  const found = yield* placeLabelsSteps({ bodies, curves: new Map(), names, words: [] }, { measure, crowded: 'keep' })
  const covered = [...found.names.values()].map(({ box }) => box)
  // A hub's name may stand where another label stood; that one then goes, for half a name is worse than none.
  const isFree = ([, { box }]: readonly [string, { readonly box: Box }]) =>
    !covered.some((other) => overlaps(box, other))
  return {
    ...labels,
    names: new Map([...[...labels.names].filter(isFree), ...found.names]),
    words: new Map([...labels.words].filter(isFree))
  }
}

/** Among very many lines no place is free of them: then only those count on which a word is to stand. */
function thinned(work: Labelling): Labelling {
  if (work.curves.size <= MANY_LINES) return work
  const worded = new Set(work.words.map(({ id }) => id))
  return { ...work, curves: new Map([...work.curves].filter(([id]) => worded.has(id))) }
}

const foremost = <L extends { readonly priority: number }>(labels: readonly L[]): readonly L[] =>
  labels.length <= MOST_LABELS ? labels : labels.toSorted((a, b) => a.priority - b.priority).slice(0, MOST_LABELS)

/** The part of the sight that hovered lines run through. */
function hoveredPart({ curves }: Stage, { relations }: Hover, sight: Box): Box {
  const hulls = [...relations].flatMap((id) => {
    const curve = curves.get(id)
    return curve ? [hullOf(curve)] : []
  })
  const part = around(hulls) ?? sight
  return {
    left: Math.max(part.left, sight.left),
    top: Math.max(part.top, sight.top),
    right: Math.min(part.right, sight.right),
    bottom: Math.min(part.bottom, sight.bottom)
  }
}

/** Places the labels of what is hovered that found no room among the others, wherever there is some left. */
export function* hoveredSteps(
  stage: Stage,
  hover: Hover,
  sight: Box,
  measure: Measure,
  placed: Placement
): Generator<void, Placement> {
  if (hover.relations.size === 0 && hover.entity === undefined) return NOTHING
  const { picture } = stage
  const lit: Emphasis = {
    dimming: false,
    litEntities: new Set(),
    litRelations: hover.relations,
    selectedEntities: new Set()
  }
  const { curves, bodies: symbols } = ground(stage, hoveredPart(stage, hover, sight))
  const bodies = new Map(symbols)
  for (const [id, { box }] of placed.labels.names) bodies.set(`name ${id}`, boxBody(box, nameDrift(id, placed, stage)))
  for (const [id, { box }] of placed.labels.words) bodies.set(`word ${id}`, boxBody(box, wordDrift(id, placed, stage)))
  const near = hover.entity === undefined ? [] : [hover.entity, ...neighboursOf(picture, hover.entity)]
  const names = near.flatMap((id) => {
    const drawn = picture.entities.get(id)
    return drawn && !placed.labels.names.has(id) ? [nameOf(id, drawn, lit, stage.zoom)] : []
  })
  const words = [...hover.relations].flatMap((id) => {
    const drawn = picture.relations.get(id)
    return drawn && !placed.labels.words.has(id) ? wordOf(id, drawn, lit, stage.zoom) : []
  })
  yield
  const work = thinned({ bodies, curves, names, words })
  return anchored(stage, yield* placeLabelsSteps(work, { measure, crowded: 'drop' }))
}

function anchored({ bodies, curves }: Stage, labels: Labels): Placement {
  const spots = new Map<string, Point>()
  for (const [id, { t }] of labels.words) {
    const curve = curves.get(id)
    if (curve) spots.set(id, pointAt(curve, t))
  }
  const named = [...labels.names.keys()].flatMap((id): [string, Point][] => {
    const body = bodies.get(id)
    return body ? [[id, body]] : []
  })
  return { labels, bodies: new Map(named), spots, hidden: 0 }
}

const SQUARE = outlineOf(regular(4, 45, 0))

/** A label's box as something that takes room. */
const boxBody = ({ left, right, top, bottom }: Box, by: Point): Body => ({
  x: (left + right) / 2 + by.x,
  y: (top + bottom) / 2 + by.y,
  radius: 1,
  outline: {
    ...SQUARE,
    reach: {
      left: (right - left) / 2,
      right: (right - left) / 2,
      top: (bottom - top) / 2,
      bottom: (bottom - top) / 2
    }
  }
})

/** Those whose symbol or line is still there: what is gone must not be named until all have found new places. */
export const standing = (placement: Placement, { bodies, curves }: Stage): Placement => ({
  ...placement,
  labels: {
    ...placement.labels,
    names: new Map([...placement.labels.names].filter(([id]) => bodies.has(id))),
    words: new Map([...placement.labels.words].filter(([id]) => curves.has(id)))
  }
})

/** How far an entity's name has to move to stay with it. */
export function nameDrift(id: string, { bodies }: Placement, stage: Stage): Point {
  return between(bodies.get(id), stage.bodies.get(id))
}

/** How far a relation's word has to move to stay on its line. */
export function wordDrift(id: string, { labels, spots }: Placement, { curves }: Stage): Point {
  const curve = curves.get(id)
  return between(spots.get(id), curve && pointAt(curve, labels.words.get(id)?.t ?? 0.5))
}

const between = (then: Point | undefined, now: Point | undefined): Point =>
  then && now ? { x: now.x - then.x, y: now.y - then.y } : { x: 0, y: 0 }
