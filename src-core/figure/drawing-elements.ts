import { type Box, grown } from '../drawing/box'
import { type Curve, OUTSIDE_STEPS, outside, sampled } from '../drawing/curve'
import { arrowOf, shaftOf } from '../drawing/geometry'
import { Grid } from '../drawing/grid'
import type { Line, Tied } from '../drawing/lines'
import type { PlacedName } from '../drawing/name-places'
import type { Point } from '../drawing/outline'
import { type DrawingTheme, PALETTES, type Palette } from '../drawing/palette'
import { drawGlyph, STATUS_STYLES } from '../drawing/statuses'
import { rounded, type SvgElement } from '../drawing/svg-element'
import { drawSymbol } from '../drawing/symbols'
import { WORDS } from '../drawing/type-sizes'
import { type PlacedWord, TAB_SIZE } from '../drawing/word-places'
import type { Measure } from '../text/typesetting'
import { MOST_ICONS } from './budget'
import type { Drawing } from './drawing'
import type { FigureContent } from './figure-content'
import { haloOf, textElement } from './text-element'

/** Free space between a line and its word, px. */
const GAP = 2

/** More than a curve bows off between two of its steps, px. */
const REACH = 2

/** The elements of a placed drawing, from the lines at the bottom to the names at the top. */
export function drawingElements(
  content: FigureContent,
  drawing: Drawing,
  theme: DrawingTheme,
  measure: Measure
): readonly SvgElement[] {
  const colours = PALETTES[theme]
  const { bodies, routes, labels } = drawing
  // On paper a halo keeps lines off the letters. Nothing can be painted over on a transparent page: there lines stop.
  const gaps = haloOf(colours) === undefined ? gridOf(allBoxes(drawing)) : undefined
  const lines = content.lines.flatMap((each) => {
    const curve = routes.get(each.id)?.curve
    const word = labels.words.get(each.id)
    if (!curve) return []
    const boxes = gaps?.beside(sampled(curve, OUTSIDE_STEPS), REACH) ?? []
    return lineElements(each, curve, word ? [...boxes, grown(word.box, GAP)] : boxes, colours)
  })
  const bare = content.entities.length > MOST_ICONS
  const symbols = content.entities.flatMap(({ id, symbol }) => {
    const body = bodies.get(id)
    return body ? [drawSymbol(symbol, { theme, radius: body.radius, x: body.x, y: body.y, bare })] : []
  })
  const names = content.entities.flatMap(({ id }) => {
    const name = labels.names.get(id)
    return name ? nameElements(name, colours, measure) : []
  })
  const words = content.lines.flatMap((each) => {
    const word = labels.words.get(each.id)
    return word ? wordElements(word, each, theme, measure) : []
  })
  return [...lines, ...symbols, ...words, ...names]
}

function allBoxes({ labels }: Drawing): readonly Box[] {
  const lineBoxes = [...labels.names.values()].flatMap(({ lines }) =>
    lines.map(({ x, y, width, size, anchor }): Box => {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      return { left: left - GAP, right: left + width + GAP, top: y - size * 0.85, bottom: y + size * 0.3 }
    })
  )
  return [...lineBoxes, ...[...labels.words.values()].map(({ box }) => grown(box, GAP))]
}

function gridOf(boxes: readonly Box[]): Grid {
  const grid = new Grid()
  boxes.forEach((box, at) => {
    grid.addBox(String(at), box)
  })
  return grid
}

function lineElements(
  { status, symmetric }: Tied,
  curve: Curve,
  gaps: readonly Box[],
  colours: Palette
): readonly SvgElement[] {
  const { width, dash } = STATUS_STYLES[status].line
  const pieces = outside(symmetric ? curve : shaftOf(curve), gaps)
  const shaft: SvgElement = {
    tag: 'path',
    attributes: {
      d: pieces.map(pathOf).join(''),
      fill: 'none',
      stroke: colours.edge,
      'stroke-width': width,
      ...(dash && { 'stroke-dasharray': dash.join(' ') })
    }
  }
  const head = symmetric ? [] : arrowOf(curve)
  const points = head.map(at).join(' ')
  return [
    ...(pieces.length > 0 ? [shaft] : []),
    ...(head.length > 0 ? [{ tag: 'polygon' as const, attributes: { points, fill: colours.edge } }] : [])
  ]
}

const at = ({ x, y }: Point) => `${rounded(x)} ${rounded(y)}`

const pathOf = ({ from, c1, c2, to }: Curve) => `M${at(from)}C${at(c1)} ${at(c2)} ${at(to)}`

function nameElements({ lines }: PlacedName, colours: Palette, measure: Measure): readonly SvgElement[] {
  return lines.map(({ text, x, y, anchor, size, weight, rightToLeft }) =>
    textElement(text, { x, y, anchor, size, weight, rightToLeft, fill: colours.ink, halo: haloOf(colours) }, measure)
  )
}

function wordElements({ word, mark, tab }: PlacedWord, line: Line<Tied>, theme: DrawingTheme, measure: Measure) {
  const colours = PALETTES[theme]
  const elements: SvgElement[] = []
  if (tab) elements.push(...tabElements(tab.text, tab.box, colours, measure))
  if (mark)
    elements.push(drawGlyph(line.status, { theme, ...mark, weak: line.weak === true, background: colours.page }))
  if (word)
    elements.push(
      textElement(
        word.text,
        { ...word, size: WORDS.figure.size, fill: colours.edgeLabel, halo: haloOf(colours) },
        measure
      )
    )
  return elements
}

/** A relation's number on its tab of ink: nothing else in a figure looks like it. */
function tabElements(
  text: string,
  { left, top, right, bottom }: Box,
  colours: Palette,
  measure: Measure
): readonly SvgElement[] {
  const width = rounded(right - left)
  const height = rounded(bottom - top)
  return [
    { tag: 'rect', attributes: { x: rounded(left), y: rounded(top), width, height, rx: 2.5, fill: colours.ink } },
    textElement(
      text,
      {
        x: (left + right) / 2,
        y: (top + bottom) / 2 + TAB_SIZE * 0.36,
        anchor: 'middle',
        size: TAB_SIZE,
        weight: 700,
        fill: colours.icon
      },
      measure
    )
  ]
}
