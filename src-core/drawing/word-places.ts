import { clipped, drawable, type Measure } from '../text/typesetting'
import type { Box } from './box'
import { type Curve, pointAt } from './curve'
import type { Candidate } from './name-places'
import type { Point } from './outline'

/** What stands on a line. */
export interface WordText {
  /** Empty where only the mark is shown. */
  readonly word: string
  readonly size: number
  readonly weight: number
  /** Side of the status mark left of the word, px; absent without one. */
  readonly mark?: number
  /** The relation's number in a figure, on a tab left of everything. */
  readonly tab?: string
  /** How wide the word may be, px, where it may be wider than others. */
  readonly widest?: number
}

/** A relation's word in its place on the line; what is drawn where, x of the left end and y of the baseline of texts. */
export interface PlacedWord {
  /** Place on the curve, 0–1. */
  readonly t: number
  readonly box: Box
  readonly word?: { readonly text: string; readonly x: number; readonly y: number; readonly width: number }
  /** Centre of the mark. */
  readonly mark?: Point
  readonly tab?: { readonly text: string; readonly box: Box; readonly x: number; readonly y: number }
}

/** Between tab, mark and word, px. */
const SPACE = 4

/** Widest word, px; beyond it the word is clipped. */
const WIDEST = 170

/** Widest word with its date, px; beyond it the date is left out. */
export const WIDEST_DATED = 240

/** Type size on a number tab, px, and the free space beside its figures. */
export const TAB_SIZE = 10
const TAB_PAD = 4

/** Places along the line, the middle first, then further and further out to 26 and 74 %. */
const PLACES: readonly number[] = Array.from({ length: 25 }, (_, at) => {
  const step = Math.ceil(at / 2) * 0.02
  return 0.5 + (at % 2 === 0 ? -step : step)
})

/** Every place for a word on its line. */
export function wordPlaces(
  text: WordText,
  curve: Curve,
  measure: Measure,
  keptPlace?: number
): readonly Candidate<PlacedWord>[] {
  const word = clipped(drawable(text.word), (part) => measure(part, text.size, text.weight) <= (text.widest ?? WIDEST))
  const width = word === '' ? 0 : measure(word, text.size, text.weight)
  const tab = text.tab === undefined ? 0 : measure(text.tab, TAB_SIZE, 700) + 2 * TAB_PAD
  const parts = [tab, text.mark ?? 0, width].filter((part) => part > 0)
  const whole = parts.reduce((sum, part) => sum + part, 0) + SPACE * Math.max(0, parts.length - 1)
  const height = Math.max(text.mark ?? 0, text.size * 1.3)
  return PLACES.map((t) => {
    const at = pointAt(curve, t)
    const box = { left: at.x - whole / 2, right: at.x + whole / 2, top: at.y - height / 2, bottom: at.y + height / 2 }
    const hidesEnd = holds(box, curve.to, 5) || holds(box, curve.from, 2)
    const stays = keptPlace !== undefined && Math.abs(t - keptPlace) < 0.011 ? -3 : 0
    const place = (): PlacedWord => ({ t, box, ...partsAt(text, box, at.y, tab, word, width) })
    return { box, cost: Math.abs(t - 0.5) * 14 + stays, hidesEnd, place }
  })
}

function partsAt(text: WordText, box: Box, y: number, tabWidth: number, word: string, wordWidth: number) {
  const tabEnd = text.tab === undefined ? box.left : box.left + tabWidth + SPACE
  const glyphEnd = text.mark === undefined ? tabEnd : tabEnd + text.mark + SPACE
  const tabBox = { left: box.left, right: box.left + tabWidth, top: y - 7, bottom: y + 7 }
  return {
    ...(text.tab !== undefined && {
      tab: { text: text.tab, box: tabBox, x: box.left + TAB_PAD, y: y + TAB_SIZE * 0.36 }
    }),
    ...(text.mark !== undefined && { mark: { x: tabEnd + text.mark / 2, y } }),
    ...(word !== '' && { word: { text: word, x: glyphEnd, y: y + text.size * 0.35, width: wordWidth } })
  }
}

const holds = (box: Box, p: Point, air: number) =>
  p.x > box.left - air && p.x < box.right + air && p.y > box.top - air && p.y < box.bottom + air
