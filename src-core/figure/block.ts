import type { DrawingTheme } from '../drawing/palette'
import { rounded, type SvgElement } from '../drawing/svg-element'
import type { Measure } from '../text/typesetting'

/** A part of a figure under or over the drawing, from (0,0) down. */
export interface Block {
  readonly elements: readonly SvgElement[]
  readonly height: number
}

/** What every block is made for: the width that it may take, px, the colours and the type. */
export interface BlockSpace {
  readonly width: number
  readonly theme: DrawingTheme
  readonly measure: Measure
}

/** Elements moved by so much, and enlarged. */
export function moved(x: number, y: number, children: readonly SvgElement[], scale = 1): SvgElement {
  const transform = `translate(${rounded(x)} ${rounded(y)})${scale === 1 ? '' : ` scale(${scale})`}`
  return { tag: 'g', attributes: { transform }, children }
}

/** A level line. */
export const rule = (width: number, y: number, stroke: string, thickness: number): SvgElement => ({
  tag: 'path',
  attributes: { d: `M0 ${rounded(y)}H${rounded(width)}`, stroke, 'stroke-width': thickness, fill: 'none' }
})

/** Something as wide as it is, that stands in a row. */
export interface Item {
  readonly width: number
  readonly at: (x: number, y: number) => readonly SvgElement[]
}

/** Items in rows from the left, a new row where the next one does not fit; y of an item is the middle of its row. */
export function flow(items: readonly Item[], width: number, space: number, rowHeight: number): Block {
  const elements: SvgElement[] = []
  let [x, row] = [0, 0]
  for (const item of items) {
    if (x > 0 && x + item.width > width) {
      x = 0
      row++
    }
    elements.push(...item.at(x, row * rowHeight + rowHeight / 2))
    x += item.width + space
  }
  return { elements, height: items.length === 0 ? 0 : (row + 1) * rowHeight }
}
