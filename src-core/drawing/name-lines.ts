import { clipped, drawable, graphemes, isRightToLeft, type Measure, wrapped } from '../text/typesetting'
import { NATIVE_WEIGHT } from './type-sizes'

/** One line of a name: its text, type size in px, weight, and width in px. */
export interface NameLine {
  readonly text: string
  readonly size: number
  readonly weight: number
  readonly width: number
  /** Direction of the name as a whole, in which each of its lines runs. */
  readonly rightToLeft: boolean
}

/** Characters near which a name is wrapped, and up to which it stays on one line. */
const NEAR = 22
const SHORT = 8

/** Widest line, in type sizes: beyond it a name is wrapped wherever it is, then clipped. */
const WIDEST = 15

/** What is written beside a symbol. */
export interface NameText {
  readonly name: string
  /** The name in its own script, written under the other. */
  readonly native?: string
  /** What tells it from others of that name, written last. */
  readonly aside?: string
  readonly size: number
  readonly weight: number
}

/** The ways in which a name may be set, the best first: at most two lines, then its native form and what tells it apart. */
export function nameSettings(text: NameText, measure: Measure): readonly (readonly NameLine[])[] {
  const { size, weight } = text
  const name = drawable(text.name)
  const line = liner(name, size, weight, measure)
  const fits = (words: string) => line(words).width <= WIDEST * size
  const more = [text.native, text.aside].flatMap((words) =>
    words === undefined ? [] : [lesserLine(drawable(words), size - 0.5, measure)]
  )
  const count = graphemes(name).length
  const balanced = count > SHORT ? inTwo(name, line) : undefined
  const wide = wrapped(name, 2, fits).map(line)
  const settings =
    count > NEAR ? [balanced ?? wide, wide] : [[line(clipped(name, fits))], ...(balanced ? [balanced] : [])]
  const fitting = settings.filter((lines) => lines.every(({ width }) => width <= WIDEST * size))
  return (fitting.length > 0 ? fitting : [wide]).map((lines) => [...lines, ...more])
}

/** Makes lines of parts of a name: all run in the direction of the whole, whatever letter a part begins with. */
function liner(name: string, size: number, weight: number, measure: Measure) {
  const rightToLeft = isRightToLeft(name)
  return (text: string): NameLine => ({
    text,
    size,
    weight,
    width: measure(text, size, weight, rightToLeft),
    rightToLeft
  })
}

function lesserLine(text: string, size: number, measure: Measure): NameLine {
  const line = liner(text, size, NATIVE_WEIGHT, measure)
  return line(clipped(text, (part) => line(part).width <= WIDEST * size))
}

/** The name broken at the space that leaves the shorter longest line. */
function inTwo(name: string, line: (text: string) => NameLine): readonly NameLine[] | undefined {
  const words = name.split(' ')
  if (words.length < 2 || words.length > 40) return undefined
  let best: readonly [NameLine, NameLine] | undefined
  for (let at = 1; at < words.length; at++) {
    const pair = [line(words.slice(0, at).join(' ')), line(words.slice(at).join(' '))] as const
    if (!best || longest(pair) < longest(best)) best = pair
  }
  return best
}

const longest = (lines: readonly NameLine[]) => Math.max(...lines.map(({ width }) => width))
