import { thousands } from '../drawing/lines'
import { PALETTES } from '../drawing/palette'
import { type DrawnStatus, drawGlyph } from '../drawing/statuses'
import type { SvgElement } from '../drawing/svg-element'
import { drawSymbol, type EntitySymbol, OTHER, SYMBOLS } from '../drawing/symbols'
import { FIGURE_TEXT } from '../drawing/type-sizes'
import { WEAK_DISPUTE } from '../evidence/drawn-evidence'
import { STATUS_LABELS, STATUSES } from '../evidence/status-labels'
import type { Graph } from '../graph/graph'
import { byOrder } from '../records/type-order'
import { clipped, drawable } from '../text/typesetting'
import { type Block, type BlockSpace, flow, type Item, moved } from './block'
import { MOST_EXPLAINED } from './budget'
import type { FigureContent } from './figure-content'
import { textElement } from './text-element'

const SIZE = FIGURE_TEXT.legend.size
const ROW = 25
const SYMBOL_RADIUS = 7.5
const MARK = 14

const NOTHING: SvgElement = { tag: 'g', attributes: {} }

/** What the shapes and marks mean: only those that the figure shows. */
export function legend(graph: Graph, content: FigureContent, space: BlockSpace): Block {
  const types = new Map(content.entities.map(({ type, symbol }) => [type, symbol]))
  const placed = (a: string, b: string) => byOrder(graph.get('entityType', a), graph.get('entityType', b))
  const sorted = [...types].sort(([a, one], [b, other]) => placed(a, b) || rank(one) - rank(other) || (a < b ? -1 : 1))
  const symbols = sorted
    .slice(0, MOST_EXPLAINED)
    .map(([type, symbol]) => symbolItem(graph.get('entityType', type)?.label ?? type, symbol, space))
  const more = sorted.length - symbols.length
  if (more > 0) symbols.push(item(`… and ${thousands(more)} more types`, space, 0, () => NOTHING))
  const isDrawn = (status: DrawnStatus, isWeak: boolean) =>
    content.relations.some((relation) => relation.status === status && relation.weak === isWeak)
  const marks = STATUSES.flatMap((status) => [
    ...(isDrawn(status, false) ? [glyphItem(legendLabel(status, content.database), status, false, space)] : []),
    ...(isDrawn(status, true) ? [glyphItem(WEAK_DISPUTE, status, true, space)] : [])
  ])
  const upper = flow(symbols, space.width, 20, ROW)
  const lower = flow(marks, space.width, 20, ROW)
  return { elements: [...upper.elements, moved(0, upper.height, lower.elements)], height: upper.height + lower.height }
}

const rank = ({ id }: EntitySymbol) => (id === OTHER.id ? SYMBOLS.length : SYMBOLS.findIndex((one) => one.id === id))

function symbolItem(label: string, symbol: EntitySymbol, space: BlockSpace): Item {
  return item(label, space, 9, (x, y) => drawSymbol(symbol, { theme: space.theme, radius: SYMBOL_RADIUS, x, y }))
}

function glyphItem(label: string, status: DrawnStatus, weak: boolean, space: BlockSpace): Item {
  const background = PALETTES[space.theme].page
  return item(label, space, 8, (x, y) => drawGlyph(status, { theme: space.theme, weak, size: MARK, x, y, background }))
}

function legendLabel(status: DrawnStatus, database = 'a database'): string {
  if (status === 'corroborated') return 'Corroborated by two or more sources (no mark in the drawing)'
  return status === 'database' ? `Stated by ${database} (no mark in the drawing)` : STATUS_LABELS[status]
}

function item(
  label: string,
  { width, theme, measure }: BlockSpace,
  half: number,
  picture: (x: number, y: number) => ReturnType<typeof drawGlyph>
): Item {
  const start = 2 * half + 5
  const text = clipped(drawable(label), (part) => start + measure(part, SIZE, 400) <= width)
  return {
    width: start + measure(text, SIZE, 400),
    at: (x, y) => [
      picture(x + half, y),
      textElement(text, { x: x + start, y: y + SIZE * 0.36, size: SIZE, fill: PALETTES[theme].ink2 }, measure)
    ]
  }
}
