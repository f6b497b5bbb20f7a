import { thousands } from '../drawing/lines'
import { PALETTES } from '../drawing/palette'
import { FIGURE_TEXT } from '../drawing/type-sizes'
import type { Graph } from '../graph/graph'
import { basisOf } from '../records/basis'
import { dateInWords } from '../records/date-labels'
import { isDate } from '../records/dates'
import type { Source } from '../records/records'
import { clipped, drawable, isolated } from '../text/typesetting'
import { type Block, type BlockSpace, flow, type Item, moved } from './block'
import { MOST_SOURCES } from './budget'
import type { FigureContent, FigureSource } from './figure-content'
import { textElement } from './text-element'

const SIZE = FIGURE_TEXT.list.size
const ROW = 16
const BOX = 12

/** Longest title or publisher that is given whole, px. */
const LONG = 440

/** The sources that the relations name: S1 …, publisher, date, reliability in a box; D, the database that states some of them. */
export function sourceList(
  graph: Graph,
  { sources, database }: Pick<FigureContent, 'sources' | 'database'>,
  space: BlockSpace
): Block {
  const items = sources.slice(0, MOST_SOURCES).map((source) => sourceItem(graph, source, space))
  const more = sources.length - MOST_SOURCES
  if (more > 0) items.push(wordsItem(`… and ${thousands(more)} more sources, which are not listed`, space))
  if (database !== undefined) items.push(databaseItem(database, space))
  const list = flow(items, space.width, 18, ROW)
  const note = textElement(
    'Letters: source reliability, A to E; F cannot be judged.',
    {
      x: 0,
      y: 11,
      size: SIZE,
      fill: PALETTES[space.theme].ink2
    },
    space.measure
  )
  return sources.length === 0
    ? list
    : { elements: [...list.elements, moved(0, list.height, [note])], height: list.height + ROW }
}

function sourceItem(graph: Graph, { number, source }: FigureSource, { width, theme, measure }: BlockSpace): Item {
  const colours = PALETTES[theme]
  const label = `S${number}`
  const start = measure(label, SIZE, 700) + 4
  const short = (text: string) => isolated(clipped(drawable(text), (part) => measure(part, SIZE, 400) <= LONG))
  const fits = (part: string) => start + measure(part, SIZE, 400) + 5 + BOX <= width
  const text = clipped(described(graph, source, short), fits)
  const end = start + measure(text, SIZE, 400) + 5
  return {
    width: end + BOX,
    at: (x, y) => [
      textElement(label, { x, y: y + 3.6, size: SIZE, weight: 700, fill: colours.ink }, measure),
      textElement(text, { x: x + start, y: y + 3.6, size: SIZE, fill: colours.ink2 }, measure),
      {
        tag: 'rect',
        attributes: {
          ...{ x: Math.round((x + end) * 100) / 100, y: y - BOX / 2, width: BOX, height: BOX, rx: 2 },
          ...{ fill: 'none', stroke: colours.ink3, 'stroke-width': 0.9 }
        }
      },
      textElement(
        source.reliability,
        {
          x: x + end + BOX / 2,
          y: y + 3.3,
          anchor: 'middle',
          size: 9,
          weight: 600,
          fill: colours.ink2
        },
        measure
      )
    ]
  }
}

function wordsItem(words: string, { theme, measure }: BlockSpace): Item {
  const place = { size: SIZE, fill: PALETTES[theme].ink2 }
  return {
    width: measure(words, SIZE, 400),
    at: (x, y) => [textElement(words, { x, y: y + 3.6, ...place }, measure)]
  }
}

/** A database has no grade: nobody has judged it. */
function databaseItem(database: string, { width, theme, measure }: BlockSpace): Item {
  const colours = PALETTES[theme]
  const start = measure('D', SIZE, 700) + 4
  const words = `the Neo4j database ${isolated(drawable(database))}, as it was read`
  const text = clipped(words, (part) => start + measure(part, SIZE, 400) <= width)
  return {
    width: start + measure(text, SIZE, 400),
    at: (x, y) => [
      textElement('D', { x, y: y + 3.6, size: SIZE, weight: 700, fill: colours.ink }, measure),
      textElement(text, { x: x + start, y: y + 3.6, size: SIZE, fill: colours.ink2 }, measure)
    ]
  }
}

/** A publisher that is left open in words, as in “[not named]”. */
const isNamed = (publisher: string | undefined): publisher is string =>
  publisher !== undefined && !/^\[.*\]$/.test(publisher)

function described(graph: Graph, source: Source, short: (text: string) => string): string {
  const { publisher, published } = source
  const date = published === undefined ? 'undated' : dated(published)
  const who = isNamed(publisher) ? short(publisher) : `${quoted(source, short)}, no publisher given`
  const roots = basisOf(source).flatMap((id) => graph.get('source', id) ?? [])
  const names = roots.map((root) => (isNamed(root.publisher) ? short(root.publisher) : quoted(root, short)))
  const after = names.length > 0 ? `; after ${names.join(' and ')}` : ''
  return `${who}, ${date}${after}`
}

/** A date in words; what cannot be read stands as it is, and turns nothing round it. */
const dated = (published: unknown) =>
  isDate(published) ? dateInWords(published) : isolated(drawable(`“${dateInWords(published)}”`))

/** A title; one that we had to give ourselves stands in brackets, not in quotation marks. */
const quoted = ({ title }: Source, short: (text: string) => string) =>
  /^\[.*\]$/.test(title) ? short(title) : `“${short(title)}”`
