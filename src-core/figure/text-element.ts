import type { Palette } from '../drawing/palette'
import { rounded, type SvgElement } from '../drawing/svg-element'
import { type Face, type Measure, type Stretch, stretchesOf } from '../text/typesetting'

/** Families of each face, the bundled one first; the variable ones are what the window has. */
const FAMILIES: Readonly<Record<Face, string>> = {
  latin: "Inter, 'Inter Variable', sans-serif",
  arabic: "'Noto Sans Arabic', 'Noto Sans Arabic Variable', sans-serif",
  hebrew: "'Noto Sans Hebrew', 'Noto Sans Hebrew Variable', sans-serif",
  emoji: "'Noto Emoji', sans-serif"
}

/** The font of a drawing's root: what text without a run of its own is set in. */
export const ROOT_FAMILY = FAMILIES.latin

/** How a piece of text stands: x of its anchor, y of its baseline, size in px. */
export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly weight?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Direction of the line, where it is not that of its first letter: as of one that is part of a name. */
  readonly rightToLeft?: boolean
  /** Colour of a soft border that keeps lines off the letters; none on a transparent page. */
  readonly halo?: string
}

/** How far a halo reaches beyond its letters, px. */
const HALO = 2.5

/** A line of text as an element. The text must be drawable; names inside a sentence are isolated by the caller. */
export function textElement(text: string, place: TextPlace, measure: Measure): SvgElement {
  const stretches = stretchesOf(text, place.rightToLeft)
  const [only] = stretches
  if (stretches.length === 1 && only) return stretchElement(only, place)
  const { size, weight = 400, anchor = 'start' } = place
  const widths = stretches.map((stretch) => measure(stretch.text, size, weight))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  let x = place.x - (anchor === 'end' ? whole : anchor === 'middle' ? whole / 2 : 0)
  const children = stretches.flatMap((stretch, at): readonly SvgElement[] => {
    const { text, rightToLeft } = stretch
    // Spaces at an end are left free rather than written: on which side of an isolate they stand, renderers disagree.
    const [before, after] = [text.trimStart(), text.trimEnd()]
    const leftmost = rightToLeft ? text.slice(after.length) : text.slice(0, text.length - before.length)
    const start = x + (leftmost === '' ? 0 : measure(leftmost, size, weight))
    x += widths[at] as number
    const words = text.trim()
    return words === '' ? [] : [stretchElement({ ...stretch, text: words }, { ...place, x: start, anchor: 'start' })]
  })
  return { tag: 'g', attributes: {}, children }
}

function stretchElement({ text, face, rightToLeft }: Stretch, place: TextPlace): SvgElement {
  const { x, y, size, fill, weight = 400, anchor = 'start', halo } = place
  const attributes: SvgElement['attributes'] = {
    x: rounded(x),
    y: rounded(y),
    ...(face !== 'latin' && { 'font-family': FAMILIES[face] }),
    'font-size': size,
    ...(weight !== 400 && { 'font-weight': weight }),
    ...(anchor !== 'start' && { 'text-anchor': anchor }),
    ...(text !== text.trim() && { 'xml:space': 'preserve' }),
    fill,
    ...(halo !== undefined && {
      'paint-order': 'stroke',
      stroke: halo,
      'stroke-width': 2 * HALO,
      'stroke-linejoin': 'round'
    })
  }
  // The paragraph runs from left to right, as anchors are meant so; an isolate turns what is inside.
  return { tag: 'text', attributes, text: rightToLeft ? `\u2067${text}\u2069` : text }
}

/** The halo of labels on a palette's page. */
export const haloOf = (colours: Palette): string | undefined => (colours.page === 'none' ? undefined : colours.page)
