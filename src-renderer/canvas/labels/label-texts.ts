import type { NameToPlace, WordToPlace } from '@core/drawing/label-tasks'
import { GLYPH_SIZE, STATUS_STYLES } from '@core/drawing/statuses'
import { HUB_RADIUS, nameSize, WINDOW_NAME_WEIGHTS, WORDS } from '@core/drawing/type-sizes'
import type { Emphasis } from '../layers/emphasis'
import type { DrawnEntity, DrawnRelation } from '../layers/picture'

/** Below these zooms no hub's name is written in its own script too, and no line at rest has a word. */
const NATIVE_FROM = 0.8
const WORDS_FROM = 0.55

/** An entity's name as it is to be written, and when it gets its place. */
export function nameOf(
  id: string,
  { entity, radius, native, aside }: DrawnEntity,
  emphasis: Emphasis,
  zoom: number
): NameToPlace {
  const [size, weight] = typeOf(radius, stepsBack(id, emphasis), emphasis.litEntities.has(id))
  const selected = emphasis.selectedEntities.has(id)
  // In two steps, as every new size has to be measured.
  const shrink = zoom < 0.75 ? 0.5 : zoom < 0.9 ? 0.25 : 0
  return {
    id,
    name: entity.name,
    size: size - shrink,
    weight,
    priority: rankOf(id, emphasis) + (30 - radius),
    ...(aside !== undefined && { aside }),
    ...(native !== undefined && (radius >= HUB_RADIUS ? zoom >= NATIVE_FROM || selected : selected) && { native })
  }
}

function typeOf(radius: number, dimmed: boolean, lit: boolean): readonly [size: number, weight: number] {
  const { plain, hub, lit: tied } = WINDOW_NAME_WEIGHTS
  return [nameSize(radius), dimmed ? plain : radius >= HUB_RADIUS ? hub : lit ? tied : plain]
}

const stepsBack = (id: string, { dimming, litEntities }: Emphasis) => dimming && !litEntities.has(id)

/** Rank of the names that step back. */
const DIMMED = 500

// Ranks lie 100 apart, so that the radius orders the hubs before the rest within one.
function rankOf(id: string, { dimming, selectedEntities, litEntities }: Emphasis): number {
  if (selectedEntities.has(id)) return 0
  if (litEntities.has(id)) return 100
  return dimming ? DIMMED : 300
}

/** Where dates are asked for, words stand on lines from further away: they are what one looks for. */
const DATED_WORDS_FROM = 0.3

/** What is to stand on a relation's line, if anything. */
export function wordOf(id: string, drawn: DrawnRelation, emphasis: Emphasis, zoom: number): readonly WordToPlace[] {
  const { keptWhenDimmed } = STATUS_STYLES[drawn.status]
  const chosen = emphasis.selectedRelation === id
  const lit = emphasis.litRelations.has(id)
  const mark = STATUS_STYLES[drawn.status].marked ? { mark: GLYPH_SIZE } : {}
  const type = chosen ? WORDS.selected : WORDS.window
  if (emphasis.dimming && !lit) return keptWhenDimmed ? [{ id, word: '', ...type, ...mark, priority: 450 }] : []
  const from = drawn.short === undefined ? WORDS_FROM : DATED_WORDS_FROM
  if (!lit && zoom < from) return keptWhenDimmed ? [{ id, word: '', ...type, ...mark, priority: 450 }] : []
  const words = { word: drawn.word, ...(drawn.short !== undefined && { short: drawn.short }) }
  return [{ id, ...words, ...type, ...mark, priority: chosen ? 50 : lit ? 200 : 400 }]
}
