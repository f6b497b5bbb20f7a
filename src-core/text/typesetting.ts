// What of a name can be drawn, in which font and in which direction. Shared by the figure and the window.

import { type Run, visualRuns } from './visual-runs'

/** The bundled families, by the scripts that they hold; `latin` also holds Cyrillic and Greek. */
export type Face = 'latin' | 'arabic' | 'hebrew' | 'emoji'

/** A piece of a line in one family and one direction; the pieces of a line stand side by side from left to right. */
export interface Stretch {
  readonly text: string
  readonly face: Face
  readonly rightToLeft: boolean
}

/** Advance width of a line, in pixels at a size in pixels; weight 400–700. It runs as its first letter does, unless told. */
export type Measure = (text: string, size: number, weight: number, rightToLeft?: boolean) => number

/** Marks on one letter beyond which a picture would only smear; UAX 15 lets text hold any number. */
const MARKS = 4

/** A name as it can be drawn on one line: no control or direction characters, white space as single spaces, no towers of marks. */
export function drawable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu, '')
    .replace(TOWER, '$1')
    .trim()
}

const TOWER = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, 'gu')

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether the first letter of a text belongs to a script that runs from right to left (UAX 9, P2–P3). */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)
  return first !== null && RTL.test(first[0])
}

/** The text in directional isolates where it holds right-to-left letters, so that it turns nothing round it (UAX 9). */
export function isolated(text: string): string {
  if (!RTL.test(text)) return text
  return `${isRightToLeft(text) ? '\u2067' : '\u2066'}${text}\u2069`
}

/** A name in isolates of its own direction (FSI, UAX 9): for text that is read on the screen, whatever stands round it. */
export const setApart = (text: string): string => `\u2068${text}\u2069`

const ARABIC = /[\u0600-\u06FF\u0750-\u077F\u0870-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/
const HEBREW = /[\u0591-\u05F4\uFB1D-\uFB4F]/
/** Little pictures; those that a family of letters holds are set in that. */
const EMOJI = /(?![#*0-9©®‼⁉™ℹ↔-↪])\p{Emoji}/u
const FOLLOWS = /[\p{M}\u200C-\u200F]/u

/** What all three families hold. */
const SHARED =
  /[ -~\xA0-\xA3\xA7-\xAB\xB0\xB4\xB6-\xB8\xBA\xBB\xBF-\u0107\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026]/

/**
 * A line as stretches, each of which one family can set: a rasteriser that is left to find a fallback takes it for the
 * whole line, weight and all. The line runs as its first letter does, unless told; one with isolates (see isolated) from
 * left to right.
 */
export function stretchesOf(line: string, rightToLeft?: boolean): readonly Stretch[] {
  const hasIsolates = /[\u2066-\u2069]/.test(line)
  if (!RTL.test(line) && !EMOJI.test(line) && !hasIsolates && !rightToLeft)
    return [{ text: line, face: 'latin', rightToLeft: false }]
  const joined: Stretch[] = []
  for (const run of visualRuns(line, rightToLeft ?? (!hasIsolates && isRightToLeft(line))))
    for (const stretch of stretchesOfRun(run)) {
      const last = joined.at(-1)
      if (last?.face === stretch.face && !last.rightToLeft && !stretch.rightToLeft)
        joined.splice(-1, 1, { ...last, text: last.text + stretch.text })
      else joined.push(stretch)
    }
  return joined
}

function stretchesOfRun({ text, rightToLeft }: Run): readonly Stretch[] {
  const pieces: { text: string; face: Face | undefined }[] = []
  for (const char of text) {
    const last = pieces.at(-1)
    const face = faceOf(char)
    // Little pictures come in a family that holds nothing else.
    const isShared = face === undefined ? last?.face !== 'emoji' : last?.face === undefined && face !== 'emoji'
    if (last && (isShared || last.face === face || FOLLOWS.test(char))) {
      last.text += char
      last.face ??= face
    } else pieces.push({ text: char, face })
  }
  const stretches = pieces.map(({ text, face = 'latin' }) => ({ text, face, rightToLeft }))
  return rightToLeft ? stretches.reverse() : stretches
}

/** The only family that holds a character; undefined for what all hold. */
function faceOf(char: string): Face | undefined {
  if (ARABIC.test(char)) return 'arabic'
  if (HEBREW.test(char)) return 'hebrew'
  if (EMOJI.test(char)) return 'emoji'
  return SHARED.test(char) ? undefined : 'latin'
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A text's user-perceived characters (UAX 29). */
export const graphemes = (text: string): readonly string[] =>
  // Each of the plain characters is one, which most names are made of; segmenting takes a hundred times as long.
  /^[ -~]*$/.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment)

/** As much of a text as fits, with an ellipsis if something is left out. */
export function clipped(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text
  const parts = graphemes(text)
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(`${parts.slice(0, middle).join('').trimEnd()}…`)) low = middle
    else high = middle - 1
  }
  return `${parts.slice(0, low).join('').trimEnd()}…`
}

/** A text on at most n lines, broken at spaces where possible, clipped with an ellipsis where not. */
export function wrapped(text: string, most: number, fits: (text: string) => boolean): readonly string[] {
  const lines: string[] = []
  let rest = text
  while (lines.length < most - 1 && !fits(rest)) {
    const words = rest.split(' ')
    let taken = 0
    while (taken < words.length && fits(words.slice(0, taken + 1).join(' '))) taken++
    const line = taken > 0 ? words.slice(0, taken).join(' ') : broken(rest, fits)
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  if (rest !== '') lines.push(clipped(rest, fits))
  return lines
}

/** The longest start of a text that fits, at least one character: for a word that no line can hold. */
function broken(text: string, fits: (text: string) => boolean): string {
  const parts = graphemes(text)
  let [low, high] = [1, parts.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(parts.slice(0, middle).join(''))) low = middle
    else high = middle - 1
  }
  return parts.slice(0, low).join('')
}
