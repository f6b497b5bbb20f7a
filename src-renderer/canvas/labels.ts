import { pointAt } from '@core/scene/curve'
import type { Point } from '@core/scene/outline'
import { type Labels, type NameToPlace, placeLabels, type WordToPlace } from '@core/scene/place-labels'
import { MARK_SIZE, STATUS_STYLES } from '@core/scene/statuses'
import type { Measure } from '@core/scene/text'
import type { Emphasis } from './emphasis'
import type { DrawnEntity, DrawnRelation } from './picture'
import type { Stage } from './stage'

/** Below these zooms no name is written in its own script too, and no line at rest has a word. */
const NATIVE_FROM = 0.8
const WORDS_FROM = 0.55

/** Labels in their places, with where what they belong to stood then, so that they can follow it rigidly. */
export interface Placement {
  readonly labels: Labels
  readonly anchors: ReadonlyMap<string, Point>
}

export const NOTHING: Placement = {
  labels: placeLabels(
    { bodies: new Map(), curves: new Map(), names: [], words: [] },
    { measure: () => 0, crowded: 'drop' }
  ),
  anchors: new Map()
}

/** Places the names and words of what is on the stage: the selection first, then its neighbours, hubs, the rest. */
export function place(stage: Stage, emphasis: Emphasis, measure: Measure, before: Placement): Placement {
  const { picture, bodies, curves, zoom } = stage
  const names = [...bodies.keys()].flatMap((id) => {
    const drawn = picture.entities.get(id)
    return drawn ? [nameOf(id, drawn, emphasis, zoom)] : []
  })
  const words = [...curves.keys()].flatMap((id) => {
    const drawn = picture.relations.get(id)
    return drawn ? wordOf(id, drawn, emphasis, zoom) : []
  })
  const labels = placeLabels({ bodies, curves, names, words }, { measure, crowded: 'drop', before: before.labels })
  const anchors = new Map<string, Point>()
  for (const id of labels.names.keys()) anchors.set(id, bodies.get(id) ?? { x: 0, y: 0 })
  for (const [id, { t }] of labels.words) {
    const curve = curves.get(id)
    if (curve) anchors.set(id, pointAt(curve, t))
  }
  return { labels, anchors }
}

/** How far a label has to move to stay with what it belongs to. */
export function driftOf(id: string, { labels, anchors }: Placement, { bodies, curves }: Stage): Point {
  const then = anchors.get(id)
  const curve = curves.get(id)
  const now = labels.words.has(id) && curve ? pointAt(curve, labels.words.get(id)?.t ?? 0.5) : bodies.get(id)
  return then && now ? { x: now.x - then.x, y: now.y - then.y } : { x: 0, y: 0 }
}

function nameOf(id: string, { entity, radius, native }: DrawnEntity, emphasis: Emphasis, zoom: number): NameToPlace {
  const [size, weight] = typeOf(radius, stepsBack(id, emphasis), emphasis.litEntities.has(id))
  const shrink = Math.min(0.5, Math.max(0, 1 - zoom))
  return {
    id,
    name: entity.name,
    size: size - shrink,
    weight,
    priority: rankOf(id, emphasis) - radius,
    ...(native !== undefined && (zoom >= NATIVE_FROM || emphasis.selectedEntities.has(id)) && { native })
  }
}

function typeOf(radius: number, dimmed: boolean, lit: boolean): readonly [size: number, weight: number] {
  if (radius >= 23) return [13.5, dimmed ? 450 : 650]
  if (radius >= 19) return [12.5, dimmed ? 450 : 650]
  return [12, dimmed ? 450 : lit ? 600 : 500]
}

const stepsBack = (id: string, { dimming, litEntities }: Emphasis) => dimming && !litEntities.has(id)

// Ranks lie 100 apart, so that the radius orders the hubs before the rest within one.
function rankOf(id: string, { dimming, selectedEntities, litEntities }: Emphasis): number {
  if (selectedEntities.has(id)) return 0
  if (litEntities.has(id)) return 100
  return dimming ? 500 : 300
}

function wordOf(id: string, drawn: DrawnRelation, emphasis: Emphasis, zoom: number): readonly WordToPlace[] {
  const { marked, keptWhenDimmed } = STATUS_STYLES[drawn.status]
  const chosen = emphasis.selectedRelation === id
  const lit = emphasis.litRelations.has(id)
  const mark = marked ? { mark: MARK_SIZE } : {}
  const type = chosen ? { size: 12, weight: 650 } : { size: 11, weight: 450 }
  if (emphasis.dimming && !lit) return keptWhenDimmed ? [{ id, word: '', ...type, ...mark, priority: 450 }] : []
  if (!lit && zoom < WORDS_FROM) return keptWhenDimmed ? [{ id, word: '', ...type, ...mark, priority: 450 }] : []
  return [{ id, word: drawn.word, ...type, ...mark, priority: chosen ? 50 : lit ? 200 : 400 }]
}
