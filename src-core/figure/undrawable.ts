import { clipped, drawable, graphemes } from '../text/typesetting'
import type { FigureContent } from './figure-content'

/** Whether a sign, as a reader sees it, is in the fonts that a picture is drawn with. */
export type IsHeld = (sign: string) => boolean

/** How many signs of a text are named. */
const MOST = 8

/** The texts of a figure that hold signs which no bundled font has, in sentences that name the signs. */
export function undrawableNotes(title: string, { entities, relations, sources }: FigureContent, isHeld: IsHeld) {
  const known = new Map<string, boolean>()
  const missing = (text: string) =>
    [...new Set(graphemes(drawable(text)))].filter((sign) => {
      const held = known.get(sign) ?? isHeld(sign)
      known.set(sign, held)
      return !held
    })
  const note = (what: string, texts: readonly (string | undefined)[]): readonly string[] => {
    const signs = missing(texts.join(' '))
    if (signs.length === 0) return []
    const more = signs.length > MOST ? ` and ${signs.length - MOST} more` : ''
    return [`${what} is drawn with boxes, as no font here has ${signs.slice(0, MOST).join(' ')}${more}.`]
  }
  const words = new Map(relations.map(({ word }) => [word, `The word “${short(word)}”`]))
  return [
    ...note('The title', [title]),
    ...entities.flatMap(({ name, native, aside }) => note(`The name of ${short(name)}`, [name, native, aside])),
    ...[...words].flatMap(([word, what]) => note(what, [word])),
    ...sources.flatMap(({ number, source }) => note(`Source S${number}`, [source.title, source.publisher]))
  ]
}

const short = (text: string) => clipped(drawable(text), (part) => graphemes(part).length <= 80)
