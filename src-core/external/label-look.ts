import type { EntityType } from '../records/records'
import { COLOUR_IDS, OTHER_ID, OWN_COLOURS, SYMBOL_IDS } from '../records/symbol-ids'

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
