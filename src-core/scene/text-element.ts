import type { Palette } from './palette'
import { rounded, type SvgElement } from './svg-element'
import { type Face, isolated, runsOf } from './text'

/** Families of each face, the bundled one first; the variable ones are what the window has. */
const FAMILIES: Readonly<Record<Face, string>> = {
  latin: "Inter, 'Inter Variable', sans-serif",
  arabic: "'Noto Sans Arabic', 'Noto Sans Arabic Variable', sans-serif",
  hebrew: "'Noto Sans Hebrew', 'Noto Sans Hebrew Variable', sans-serif"
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
  /** Colour of a soft border that keeps lines off the letters; none on a transparent page. */
  readonly halo?: string
}

/** How far a halo reaches beyond its letters, px. */
const HALO = 1.75

/** A line of text as an element. The text must be drawable; names inside a sentence are isolated by the caller. */
export function textElement(text: string, place: TextPlace): SvgElement {
  const { x, y, size, fill, weight = 400, anchor = 'start', halo } = place
  const runs = runsOf(isolated(text))
  const attributes: SvgElement['attributes'] = {
    x: rounded(x),
    y: rounded(y),
    'font-size': size,
    ...(weight !== 400 && { 'font-weight': weight }),
    ...(anchor !== 'start' && { 'text-anchor': anchor }),
    fill,
    ...(halo !== undefined && {
      'paint-order': 'stroke',
      stroke: halo,
      'stroke-width': 2 * HALO,
      'stroke-linejoin': 'round'
    })
  }
  if (runs.every(({ face }) => face === 'latin')) return { tag: 'text', attributes, text: runs[0]?.text ?? '' }
  return { tag: 'text', attributes, children: runs.map(({ text, face }) => tspan(text, face)) }
}

function tspan(text: string, face: Face): SvgElement {
  return { tag: 'tspan', attributes: face === 'latin' ? {} : { 'font-family': FAMILIES[face] }, text }
}

/** The halo of labels on a palette's page. */
export const haloOf = (colours: Palette): string | undefined => (colours.page === 'none' ? undefined : colours.page)
