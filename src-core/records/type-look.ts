import type { EntityType } from './records'
import { COLOUR_IDS, OTHER_ID, OWN_COLOURS, SYMBOL_IDS } from './symbol-ids'

/** How the entities of a type are drawn, by the ids of symbol and colour; without a colour in the symbol's own. */
export type Look = Pick<EntityType, 'symbol' | 'colour'>

/** What tells the look of a type from that of any other: its symbol and colour, as they are drawn. */
export function lookOf({ id, symbol, colour }: Pick<EntityType, 'id' | 'symbol' | 'colour'>): string {
  const drawn = [symbol, id].find((one) => one !== undefined && OWN_COLOURS.has(one)) ?? OTHER_ID
  const isOurs = COLOUR_IDS.some((one) => one === colour)
  return `${drawn} ${isOurs ? colour : OWN_COLOURS.get(drawn)}`
}

/**
 * A look that no other type has: the symbol that is meant in its own colour or, where that is taken, in another; where none is
 * meant, the next symbol that is free. Colours that nobody has yet come first. When all are taken, the neutral one.
 */
export function ownLook(meant: string | undefined, taken: ReadonlySet<string>): Look {
  // A symbol says something: of those that nobody means the last ones say least that is wrong.
  const symbols: readonly string[] = meant === undefined ? SYMBOL_IDS.toReversed() : [meant]
  const own = symbols.find((symbol) => !taken.has(`${symbol} ${OWN_COLOURS.get(symbol)}`))
  if (own !== undefined) return { symbol: own }
  const used = new Set([...taken].map((look) => look.split(' ')[1]))
  const colours = COLOUR_IDS.toSorted((a, b) => Number(used.has(a)) - Number(used.has(b)))
  for (const symbol of [...symbols, OTHER_ID])
    for (const colour of colours) if (!taken.has(`${symbol} ${colour}`)) return { symbol, colour }
  return { symbol: meant ?? OTHER_ID }
}

/** Words that names of types are made of, and the symbol that they mean. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    state: 'state country nation government',
    person:
      'person people user actor director author customer employee member player officer human individual contact suspect',
    'armed-group': 'army militia brigade group unit battalion force gang',
    organisation:
      'organisation organization company org business firm institution agency bank team party supplier ngo studio',
    facility: 'facility building site base airport port station plant factory hospital prison warehouse',
    place: 'place location city town village region area address district province street continent',
    event: 'event incident attack meeting crime transaction payment visit call match trip flight',
    agreement:
      'agreement treaty contract document filing form record report article paper law file page post message email tweet order invoice',
    'media-outlet': 'media outlet newspaper channel publisher journal blog website book movie film genre series show',
    equipment: 'equipment vehicle weapon device product phone computer server machine tank aircraft ship vessel item'
  }).flatMap(([symbol, words]) => words.split(' ').map((word) => [word, symbol] as const))
)

/** The symbol that the words of a type's name mean (“ArmedGroup”, “media outlet”); undefined where none is known. */
export function meantSymbol(label: string): string | undefined {
  const words = label.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? []
  for (const word of words.map((each) => each.toLowerCase()).reverse()) {
    const meant = WORDS.get(word) ?? WORDS.get(word.replace(/s$/, ''))
    if (meant) return meant
  }
  return undefined
}
