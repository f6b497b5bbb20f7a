import { thousands } from '../drawing/lines'
import { PALETTES } from '../drawing/palette'
import type { SvgElement } from '../drawing/svg-element'
import type { AsOf } from '../evidence/asked'
import { STATUS_LABELS } from '../evidence/status-labels'
import type { Graph } from '../graph/graph'
import { dateProblem } from '../records/dates'
import type { View } from '../records/records'
import { drawable, type Measure } from '../text/typesetting'
import { viewDate } from '../view/view-date'
import { type Block, type BlockSpace, moved, rule } from './block'
import { MOST_ICONS, MOST_LISTED, MOST_SAID, MOST_SOURCES } from './budget'
import { dateLine } from './date-line'
import { drawingOf } from './drawing'
import { drawingElements } from './drawing-elements'
import { drawnPart } from './drawn-part'
import { type FigureContent, figureContent } from './figure-content'
import type { FigureOptions } from './figure-options'
import { figureGraph } from './figure-records'
import { header } from './header'
import { labelNotes } from './label-notes'
import { legend } from './legend'
import { isMany, letterByLetter } from './quick-measure'
import { relationList } from './relation-list'
import { sourceList } from './source-list'
import { type IsHeld, undrawableNotes } from './undrawable'

/** Everything that a picture needs, in its place. Sizes in whole pixels at scale 1. */
export interface Scene {
  readonly width: number
  readonly height: number
  /** For those who hear it: a name, and what it shows. */
  readonly title: string
  readonly description: string
  /** Colour of the page; absent where it is transparent. */
  readonly background?: string
  readonly elements: readonly SvgElement[]
  /** Which labels are cut, left out or left to the list, and which signs cannot be drawn, in sentences. */
  readonly notes: readonly string[]
}

/** Narrowest figure, px. */
const LEAST_WIDTH = 720

const PAD = 26
const AROUND_DRAWING = 24

/** The picture of a view of a graph. A title of '' shows none; without one the view's own title is used. Throws RangeError if a date is not EDTF. */
export function makeScene(
  whole: Graph,
  view: View,
  options: FigureOptions,
  exactly: Measure,
  isHeld: IsHeld = () => true
): Scene {
  const { theme } = options
  const colours = PALETTES[theme]
  const at = askedOf(view, options)
  const part = drawnPart(whole, options.dates === undefined ? view : { ...view, dates: options.dates })
  const graph = figureGraph(whole, part.view)
  const content = figureContent(graph, part.view, at)
  const measure = isMany(content) ? letterByLetter(exactly) : exactly
  const drawing = drawingOf(content, view, options.sources, measure)
  const drawn = { width: drawing.box.right - drawing.box.left, height: drawing.box.bottom - drawing.box.top }
  const width = Math.ceil(Math.max(LEAST_WIDTH, drawn.width + 2 * PAD))
  const scale = Math.round(Math.min(2, Math.max(1, Math.sqrt(width / 900))) * 100) / 100
  const space: BlockSpace = { width: (width - 2 * PAD) / scale, theme, measure }
  const title = options.title ?? view.title ?? ''
  const top = header(title, dateLine(at, content.sources.length, content.database), space)
  const elements: SvgElement[] = [moved(PAD, PAD, top.elements, scale)]
  let y = PAD + top.height * scale + AROUND_DRAWING
  elements.push(
    moved(
      (width - drawn.width) / 2 - drawing.box.left,
      y - drawing.box.top,
      drawingElements(content, drawing, theme, measure)
    )
  )
  y += drawn.height + AROUND_DRAWING
  footer(graph, content, options, space).forEach((block, index) => {
    const line = rule(space.width, 0, index === 0 ? colours.ink : colours.lineStrong, index === 0 ? 1.2 : 1)
    elements.push(moved(PAD, y, [line, moved(0, 8, block.elements)], scale))
    y += (block.height + 16) * scale
  })
  return {
    width,
    height: Math.ceil(y + PAD / 2),
    title: drawable(title || view.name),
    description: description(graph, view, content),
    ...(colours.page !== 'none' && { background: colours.page }),
    elements,
    notes: [
      ...part.notes,
      ...dateNotes(view, options),
      ...labelNotes(content, drawing.labels, options.sources),
      ...listNotes(content, options),
      ...iconNotes(content),
      ...undrawableNotes(title, content, isHeld)
    ]
  }
}

/** The dates that a figure is drawn for: those that are told, else the view's own. */
function askedOf(view: View, { asOf, clock, publishedBy, recordedBy }: FigureOptions): AsOf {
  const own = viewDate(view)
  return {
    ...own,
    ...(asOf !== undefined && { asOf, clock }),
    ...(publishedBy !== undefined && { publishedBy }),
    ...(recordedBy !== undefined && { recordedBy })
  }
}

function dateNotes({ asOf }: View, options: FigureOptions): readonly string[] {
  const problem = options.asOf === undefined && asOf !== undefined ? dateProblem(asOf) : undefined
  return problem === undefined ? [] : [`All claims are shown: the date of the view cannot be read. ${problem}`]
}

function footer(graph: Graph, content: FigureContent, options: FigureOptions, space: BlockSpace): readonly Block[] {
  const blocks: Block[] = []
  if (options.legend) blocks.push(legend(graph, content, space))
  if (options.sources) blocks.push(relationList(content.relations, space), sourceList(graph, content, space))
  return blocks.filter(({ height }) => height > 0)
}

/** What the lists below the drawing leave out. */
function listNotes({ relations, sources }: FigureContent, options: FigureOptions): readonly string[] {
  if (!options.sources) return []
  return [...cutList('relations', relations.length, MOST_LISTED), ...cutList('sources', sources.length, MOST_SOURCES)]
}

const iconNotes = ({ entities }: FigureContent): readonly string[] =>
  entities.length > MOST_ICONS
    ? [
        `Symbols have no icons: there are more than ${thousands(MOST_ICONS)}. Their outlines and colours tell the types.`
      ]
    : []

const cutList = (what: string, all: number, listed: number): readonly string[] =>
  all > listed ? [`The list has the first ${thousands(listed)} of ${thousands(all)} ${what}.`] : []

function description(graph: Graph, view: View, { entities, relations, at, sources, database }: FigureContent): string {
  const said = relations
    .slice(0, MOST_SAID)
    .map(({ sentence, status }) => `${sentence} (${STATUS_LABELS[status].toLowerCase()})`)
  if (relations.length > MOST_SAID) said.push(`and ${thousands(relations.length - MOST_SAID)} more`)
  const counts = `${entities.length} ${entities.length === 1 ? 'entity' : 'entities'} and ${relations.length} ${relations.length === 1 ? 'relation' : 'relations'}`
  const scope = `${drawable(graph.title)}, ${drawable(view.name)}: ${counts}. ${dateLine(at, sources.length, database)}.`
  return said.length === 0 ? scope : `${scope} ${said.join('; ')}.`
}
