import { PALETTES } from '../drawing/palette'
import { FIGURE_TEXT } from '../drawing/type-sizes'
import { drawable, wrapped } from '../text/typesetting'
import type { Block, BlockSpace } from './block'
import { textElement } from './text-element'

const { title: TITLE, line: LINE } = FIGURE_TEXT

/** Title, on three lines at most, and the line that says what the figure holds for. */
export function header(title: string, line: string, { width, theme, measure }: BlockSpace): Block {
  const colours = PALETTES[theme]
  const fits = (text: string) => measure(text, TITLE.size, TITLE.weight) <= width
  const words = drawable(title)
  const lines = words === '' ? [] : wrapped(words, 3, fits)
  const top = lines.length * TITLE.leading
  return {
    elements: [
      ...lines.map((text, at) =>
        textElement(
          text,
          {
            x: 0,
            y: at * TITLE.leading + 17,
            size: TITLE.size,
            weight: TITLE.weight,
            fill: colours.ink
          },
          measure
        )
      ),
      textElement(line, { x: 0, y: top + 14, size: LINE.size, fill: colours.ink2 }, measure)
    ],
    height: top + LINE.leading
  }
}
