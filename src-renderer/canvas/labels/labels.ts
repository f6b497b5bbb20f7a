import { around, type Box, grown, overlaps } from '@core/drawing/box'
import { pointAt } from '@core/drawing/curve'
import type { Point } from '@core/drawing/outline'
import { bodyBox, type Labelling, type Labels, placeLabels, placeLabelsSteps } from '@core/drawing/place-labels'
import type { Measure } from '@core/text/typesetting'
import { hullOf } from '../input/hull'
import { type Emphasis, type Hover, neighboursOf } from '../layers/emphasis'
import type { Stage } from '../layers/stage'
import { nameOf, wordOf } from './label-texts'
import { placeOnCards } from './on-cards'

/** Labels in their places, with where what they belong to stood then, so that they can follow it rigidly. */
export interface Placement {
  readonly labels: Labels
  readonly bodies: ReadonlyMap<string, Point>
  readonly spots: ReadonlyMap<string, Point>
  /** How many names and words one would expect to see and does not. */
  readonly hidden: number
  /** What stands on a card over whatever is there, by id: asked for, and without a free place. */
  readonly cards: ReadonlySet<string>
}

export const NOTHING: Placement = {
  labels: placeLabels({ bodies: new Map(), curves: new Map(), names: [], words: [] }, { measure: () => 0, sweeps: 1 }),
  bodies: new Map(),
  spots: new Map(),
  hidden: 0,
  cards: new Set()
}

/** Above this many lines the picture is scaled as a whole while zooming, and only what is visible is labelled. */
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
  const labels = yield* placeLabelsSteps(work, { measure, sweeps: 1, before: before.labels, sight })
  const expected = emphasis.dimming ? emphasis.litRelations : curves.keys()
  const unsaid = [...expected].filter((id) => curves.has(id) && !labels.words.get(id)?.word)
  return { ...anchored(stage, labels), hidden: names.length - labels.names.size + unsaid.length }
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

/** Places the labels of what is hovered that found no room among the others: where there is some left, and its own in any case. */
export function* hoveredSteps(
  stage: Stage,
  hover: Hover,
  sight: Box,
  measure: Measure,
  placed: Placement
): Generator<void, Placement> {
  if (hover.relations.size === 0 && hover.entity === undefined) return NOTHING
  const { picture, zoom } = stage
  const lit: Emphasis = {
    dimming: false,
    litEntities: new Set(),
    litRelations: hover.relations,
    selectedEntities: new Set()
  }
  const { curves, bodies } = ground(stage, hoveredPart(stage, hover, sight))
  const nameToPlace = (id: string) => {
    const drawn = picture.entities.get(id)
    return drawn && !placed.labels.names.has(id) ? [nameOf(id, drawn, lit, zoom)] : []
  }
  const wordToPlace = (id: string) => {
    const drawn = picture.relations.get(id)
    return drawn && !placed.labels.words.get(id)?.word ? wordOf(id, drawn, lit, zoom) : []
  }
  const names = namedWith(picture, hover).flatMap(nameToPlace)
  const words = [...hover.relations].flatMap(wordToPlace)
  yield
  const work = thinned({ bodies, curves, names, words, taken: boxesOf(placed, stage, hover.relations) })
  const labels = yield* placeLabelsSteps(work, { measure, sweeps: 1 })
  const [only] = hover.entity === undefined && hover.relations.size === 1 ? hover.relations : []
  const asked = {
    bodies,
    curves,
    names: names.filter(({ id }) => id === hover.entity && !labels.names.has(id)),
    words: words.filter(({ id }) => id === only && !labels.words.get(id)?.word)
  }
  return withCards(anchored(stage, labels), placeOnCards(asked, sight, measure))
}

/** Whose names belong to what is hovered: an entity with its neighbours, or the ends of a relation. */
function namedWith(picture: Stage['picture'], { entity, relations }: Hover): readonly string[] {
  if (entity !== undefined) return [entity, ...neighboursOf(picture, entity)]
  const ends = [...relations].flatMap((id) => {
    const drawn = picture.relations.get(id)
    return drawn ? [drawn.relation.from, drawn.relation.to] : []
  })
  return [...new Set(ends)]
}

function withCards(placement: Placement, { names, words }: Pick<Labels, 'names' | 'words'>): Placement {
  const { labels } = placement
  return {
    ...placement,
    labels: { ...labels, names: new Map([...labels.names, ...names]), words: new Map([...labels.words, ...words]) },
    cards: new Set([...names.keys(), ...words.keys()])
  }
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
  return { labels, bodies: new Map(named), spots, hidden: 0, cards: new Set() }
}

/** The room that labels take where they stand now. Marks without a word give way to mark and word, of the relations that are to have theirs. */
const boxesOf = (placement: Placement, stage: Stage, worded: ReadonlySet<string>): readonly Box[] => [
  ...[...placement.labels.names].map(([id, { box }]) => moved(box, nameDrift(id, placement, stage))),
  ...[...placement.labels.words].flatMap(([id, { box, word }]) =>
    word || !worded.has(id) ? [moved(box, wordDrift(id, placement, stage))] : []
  )
]

const moved = ({ left, right, top, bottom }: Box, { x, y }: Point): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y
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
