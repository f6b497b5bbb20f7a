import type { Status } from '../evidence/status'
import { type DrawingTheme, PALETTES, type Palette } from './palette'
import { rounded, type SvgElement } from './svg-element'

/** A status that a drawn relation can have. */
export type DrawnStatus = Exclude<Status, 'not-at-date'>

/** How a line of that status is drawn, besides its mark; px at 100 %. */
interface LineStyle {
  readonly width: number
  /** SVG dash array; absent when solid. */
  readonly dash?: readonly number[]
}

/** The look of a status: its line, and whether its mark stands on the drawing or in lists and legends only. */
export interface StatusStyle {
  readonly line: LineStyle
  readonly marked: boolean
  /** Stays visible out of focus, so that doubt is never hidden. */
  readonly keptWhenDimmed: boolean
}

/** Side of a mark in the drawing, px at 100 %. */
export const GLYPH_SIZE = 15

/** Share of its ink that a mark keeps out of focus. */
export const DIMMED_GLYPH = 0.62

const solid: LineStyle = { width: 1.25 }

/** Status → look. */
export const STATUS_STYLES: Readonly<Record<DrawnStatus, StatusStyle>> = {
  corroborated: { line: { width: 1.7 }, marked: false, keptWhenDimmed: false },
  'single-source': { line: solid, marked: true, keptWhenDimmed: false },
  disputed: { line: solid, marked: true, keptWhenDimmed: true },
  // The history is told by the mark; the line is there at all dates together.
  changed: { line: solid, marked: true, keptWhenDimmed: true },
  'last-known': { line: { width: 1.25, dash: [5, 3] }, marked: true, keptWhenDimmed: false },
  denied: { line: { width: 1.25, dash: [9, 5] }, marked: true, keptWhenDimmed: true },
  uncertain: { line: { width: 1.25, dash: [1.5, 4] }, marked: true, keptWhenDimmed: true },
  // No doubt needs to stand at each line of what a database states.
  database: { line: solid, marked: false, keptWhenDimmed: false },
  unsourced: { line: solid, marked: true, keptWhenDimmed: false }
}

/** Where and how a mark is drawn: centre and side in pixels. */
export interface GlyphOptions {
  readonly theme: DrawingTheme
  readonly size?: number
  readonly x?: number
  readonly y?: number
  /** What an outlined mark is filled with; nothing unless told. */
  readonly background?: string
  /** One side of a dispute is weak: its mark is outlined. */
  readonly weak?: boolean
}

/** A status mark as elements. Its glyph is a path, not text, so that it looks the same whatever fonts there are. */
export function drawGlyph(status: DrawnStatus, options: GlyphOptions): SvgElement {
  const { theme, size = GLYPH_SIZE, x = 0, y = 0, background = 'none', weak = false } = options
  const scale = Math.round((size / GLYPH_SIZE) * 10_000) / 10_000
  return {
    tag: 'g',
    attributes: {
      transform: `translate(${rounded(x)} ${rounded(y)})${scale === 1 ? '' : ` scale(${scale})`}`,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round'
    },
    children:
      weak && status === 'disputed'
        ? weakDispute(PALETTES[theme], background)
        : parts(status, PALETTES[theme], background)
  }
}

const ring = (c: Palette, fill: string) => ({ fill, stroke: c.edgeHi, 'stroke-width': 1.3 })
const glyph = (d: string, stroke: string, width = 1.5): SvgElement => ({
  tag: 'path',
  attributes: { d, fill: 'none', stroke, 'stroke-width': width }
})

const DISPUTE = {
  box: { x: -6.9, y: -6.9, width: 13.8, height: 13.8, rx: 2.6 },
  sign: 'M-3.2-1.5H3.2M-3.2 1.7H3.2M1.9-4.2-1.9 4.4'
}

const weakDispute = (c: Palette, background: string): readonly SvgElement[] => [
  { tag: 'rect', attributes: { ...DISPUTE.box, fill: background, stroke: c.disputedBorder, 'stroke-width': 1.2 } },
  glyph(DISPUTE.sign, c.disputedBorder)
]

// Every mark is drawn round (0,0) in a square of 15.
function parts(status: DrawnStatus, c: Palette, background: string): readonly SvgElement[] {
  switch (status) {
    case 'corroborated':
      return [{ tag: 'circle', attributes: { r: 7, fill: c.ink2 } }, glyph('M-3 .2-.9 2.4 3.2-2.2', c.icon, 1.7)]
    case 'single-source':
      return [{ tag: 'circle', attributes: { r: 6.8, ...ring(c, background) } }, glyph('M-1.7-2.2.4-3.5V3.5', c.ink)]
    case 'disputed':
      return [
        {
          tag: 'rect',
          attributes: {
            ...DISPUTE.box,
            ...{ fill: c.disputedFill, stroke: c.disputedBorder, 'stroke-width': 1.2 }
          }
        },
        glyph(DISPUTE.sign, c.disputedGlyph)
      ]
    case 'changed':
      return [
        {
          tag: 'rect',
          attributes: { x: -6.7, y: -6.7, width: 13.4, height: 13.4, rx: 6.7, ...ring(c, background) }
        },
        glyph('M-3.6 0H3.2M.6-2.8 3.4 0 .6 2.8', c.ink)
      ]
    case 'last-known':
      return [{ tag: 'circle', attributes: { r: 6.8, ...ring(c, background) } }, glyph('M0-3.8V0L2.7 1.7', c.ink)]
    case 'denied':
      return [
        {
          tag: 'path',
          attributes: { d: 'M-3-7.2H3L7.2-3V3L3 7.2H-3L-7.2 3V-3Z', fill: c.denies }
        },
        glyph('M-2.4-2.4 2.4 2.4M2.4-2.4-2.4 2.4', c.icon, 1.8)
      ]
    case 'uncertain':
      return [
        { tag: 'path', attributes: { d: 'M0-7.9 7.9 0 0 7.9-7.9 0Z', ...ring(c, background) } },
        glyph('M-1.8-1.7A1.85 1.85 0 0 1 1.8-1.2C1.8 0 0 .2 0 1.4M0 3.6V3.65', c.ink, 1.4)
      ]
    case 'database':
      return [
        {
          tag: 'path',
          attributes: { d: 'M-5.2-4.3A5.2 2.3 0 0 1 5.2-4.3V4.3A5.2 2.3 0 0 1-5.2 4.3Z', ...ring(c, background) }
        },
        glyph('M-5.2-4.3A5.2 2.3 0 0 0 5.2-4.3M-5.2 0A5.2 2.3 0 0 0 5.2 0', c.edgeHi, 1.2)
      ]
    case 'unsourced':
      return [
        { tag: 'circle', attributes: { r: 6.6, ...ring(c, background), 'stroke-dasharray': '3.1 2.08' } },
        glyph('M-2.4 0H2.4', c.ink3)
      ]
  }
}
