import { thousands } from '../drawing/lines'
import { PALETTES } from '../drawing/palette'
import { drawGlyph } from '../drawing/statuses'
import type { SvgElement } from '../drawing/svg-element'
import { FIGURE_TEXT } from '../drawing/type-sizes'
import { wrapped } from '../text/typesetting'
import { type Block, type BlockSpace, moved } from './block'
import { MOST_LISTED } from './budget'
import type { FigureRelation } from './figure-content'
import { textElement } from './text-element'

const SIZE = FIGURE_TEXT.list.size
const LEADING = 14.5
const COLUMN = 305
const SPACE = 30

/** Where in a column things begin: number (its right end), middle of the mark, sentence. */
const NUMBER = 14
const MARK = 25
const SENTENCE = 35

/** Every relation by its number, up to as many as a list has, with its mark and what supports or denies it; in columns, read downwards. */
export function relationList(relations: readonly FigureRelation[], space: BlockSpace): Block {
  const columns = Math.max(1, Math.floor((space.width + SPACE) / (COLUMN + SPACE)))
  const width = (space.width - SPACE * (columns - 1)) / columns
  const entries = relations.slice(0, MOST_LISTED).map((relation) => entry(relation, { ...space, width }))
  const more = relations.length - entries.length
  if (more > 0) entries.push(lastEntry(`… and ${thousands(more)} more relations, which are not listed.`, space))
  const elements: SvgElement[] = []
  let [column, y, height] = [0, 0, 0]
  const share = fairShare(
    entries.map((each) => each.height),
    columns
  )
  for (const each of entries) {
    if (y > 0 && y + each.height > share + 0.01 && column < columns - 1) {
      column++
      y = 0
    }
    elements.push(moved(column * (width + SPACE), y, each.elements))
    y += each.height
    height = Math.max(height, y)
  }
  return { elements, height }
}

/** The least height at which n columns hold everything in order. */
function fairShare(heights: readonly number[], columns: number): number {
  const needed = (limit: number) => {
    let [count, filled] = [1, 0]
    for (const height of heights) {
      if (filled > 0 && filled + height > limit + 0.01) {
        count++
        filled = 0
      }
      filled += height
    }
    return count
  }
  let limit = heights.reduce((sum, height) => sum + height, 0) / columns
  while (needed(limit) > columns) limit += LEADING
  return limit
}

/** What is said in the place of those that are left out. */
const lastEntry = (words: string, { theme, measure }: BlockSpace): Block => ({
  elements: [textElement(words, { x: SENTENCE, y: 10.5, size: SIZE, fill: PALETTES[theme].ink2 }, measure)],
  height: LEADING
})

function entry(
  { number, status, weak, sentence, references }: FigureRelation,
  { width, theme, measure }: BlockSpace
): Block {
  const colours = PALETTES[theme]
  const room = width - SENTENCE
  const refs = measure(references, SIZE, 400)
  const fits = (text: string) => measure(text, SIZE, 400) <= room
  const oneLine = measure(sentence, SIZE, 400) + 8 + refs <= room
  const lines = oneLine ? [sentence] : wrapped(sentence, 2, fits)
  const last = measure(lines.at(-1) ?? '', SIZE, 400)
  const below = oneLine || last + 8 + refs <= room ? [references] : wrapped(references, 4, fits)
  const start = oneLine || (below.length === 1 && last + 8 + refs <= room) ? lines.length - 1 : lines.length
  const count = Math.max(lines.length, start + below.length)
  const baseline = (row: number) => row * LEADING + 10.5
  return {
    elements: [
      textElement(
        String(number),
        {
          x: NUMBER,
          y: baseline(0),
          anchor: 'end',
          size: SIZE,
          weight: 700,
          fill: colours.ink
        },
        measure
      ),
      drawGlyph(status, { theme, weak, size: 10.5, x: MARK, y: baseline(0) - 3.5, background: colours.page }),
      ...lines.map((text, row) =>
        textElement(text, { x: SENTENCE, y: baseline(row), size: SIZE, fill: colours.ink }, measure)
      ),
      ...below.map((text, row) =>
        textElement(
          text,
          { x: width, y: baseline(start + row), anchor: 'end', size: SIZE, fill: colours.ink3 },
          measure
        )
      )
    ],
    height: count * LEADING
  }
}
