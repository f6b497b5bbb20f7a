import type { Measure } from '../text/typesetting'
import { MOST_TRIED } from './budget'
import type { FigureContent } from './figure-content'

/** Whether a figure has more than is placed and shaped with all care. */
export const isMany = ({ entities, lines }: Pick<FigureContent, 'entities' | 'lines'>): boolean =>
  entities.length + lines.length > MOST_TRIED

/** Widths of Latin text as the sum of its letters, a little too wide: shaping very many names takes seconds. */
export function letterByLetter(measure: Measure): Measure {
  const known = new Map<string, number>()
  const widthOf = (letter: string, weight: number) => {
    const key = `${weight}${letter}`
    const width = known.get(key) ?? measure(letter, 1, weight)
    known.set(key, width)
    return width
  }
  return (text, size, weight, rightToLeft) => {
    if (!/^[ -\u024F\u2026]*$/.test(text)) return measure(text, size, weight, rightToLeft)
    let width = 0
    for (const letter of text) width += widthOf(letter, weight)
    return width * size
  }
}
