import { type Box, contains, grown, sharedArea } from '@core/drawing/box'
import { nameSettings } from '@core/drawing/name-lines'
import { type Candidate, namePlaces } from '@core/drawing/name-places'
import { bodyBox, type Labelling, type Labels } from '@core/drawing/place-labels'
import { wordPlaces } from '@core/drawing/word-places'
import type { Measure } from '@core/text/typesetting'

/** Free space between a label and the border of its card, px. */
export const CARD_PAD = 5

/** What it costs, in covered square pixels, that a card is cut by the border of what is in sight. */
const CUT = 1e6

/** Names and words where their cards cover least of the symbols, whatever else is there. */
export function placeOnCards(
  { bodies, curves, names, words }: Labelling,
  sight: Box,
  measure: Measure
): Pick<Labels, 'names' | 'words'> {
  const symbols = names.length + words.length > 0 ? [...bodies.values()].map(bodyBox) : []
  const least = <P>(places: Iterable<Candidate<P>>): P | undefined => {
    let best: { readonly place: () => P; readonly harm: number } | undefined
    for (const { box, cost, place } of places) {
      const card = grown(box, CARD_PAD)
      const covered = symbols.reduce((sum, symbol) => sum + sharedArea(card, symbol), 0)
      const harm = covered + cost + (contains(sight, card) ? 0 : CUT)
      if (!best || harm < best.harm) best = { place, harm }
    }
    return best?.place()
  }
  return {
    names: new Map(
      names.flatMap((name) => {
        const body = bodies.get(name.id)
        const place = body && least(namePlaces(body, nameSettings(name, measure)))
        return place ? [[name.id, place] as const] : []
      })
    ),
    words: new Map(
      words.flatMap((word) => {
        const curve = curves.get(word.id)
        const place = curve && least(wordPlaces(word, curve, measure))
        return place ? [[word.id, place] as const] : []
      })
    )
  }
}
