import { type Face, type Measure, stretchesOf } from '@core/text/typesetting'
import { type Font, openSync } from 'fontkit'
import { fontFile, WEIGHTS, type Weight } from './fonts'

const fonts = new Map<string, Font>()

function fontOf(face: Face, weight: Weight): Font {
  const key = `${face} ${weight}`
  const known = fonts.get(key)
  if (known) return known
  const opened = openSync(fontFile(face, weight))
  if (!('layout' in opened)) throw new Error(`${key} is a collection, not a font`)
  fonts.set(key, opened)
  return opened
}

const KEPT = 20_000
const known = new Map<string, number>()

/** Widths of text in the bundled fonts, shaped as the rasteriser shapes it. */
export const measureText: Measure = (text, size, weight, rightToLeft) => {
  const key = `${weight} ${rightToLeft ?? ''} ${text}`
  let em = known.get(key)
  if (em === undefined) {
    const nearest = WEIGHTS.reduce((a, b) => (Math.abs(b - weight) < Math.abs(a - weight) ? b : a))
    em = stretchesOf(text, rightToLeft).reduce((sum, stretch) => sum + widthOf(stretch.text, stretch.face, nearest), 0)
    if (known.size >= KEPT) known.clear()
    known.set(key, em)
  }
  return em * size
}

/** Whether a sign, as a reader sees it, can be drawn in the bundled fonts. */
export const isHeld = (sign: string): boolean =>
  stretchesOf(sign).every(({ text, face }) => {
    const font = fontOf(face, 400)
    return [...text].every((char) => UNSEEN.test(char) || font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0))
  })

/** Signs that are not drawn themselves: blanks, joiners, what chooses a form or a direction. */
const UNSEEN = /\s|\p{Cf}|\p{Variation_Selector}/u

function widthOf(text: string, face: Face, weight: Weight): number {
  const font = fontOf(face, weight)
  return font.layout(text).advanceWidth / font.unitsPerEm
}
