/** The symbols that an entity type can be drawn with, in the order in which lists and legends show them. */
export const SYMBOL_IDS = [
  'state',
  'person',
  'armed-group',
  'organisation',
  'facility',
  'place',
  'event',
  'agreement',
  'media-outlet',
  'equipment'
] as const

/** The colours that an entity type can be drawn in: those of the symbols, in the same order, and the neutral one. */
export const COLOUR_IDS = [
  'indigo',
  'teal',
  'red',
  'violet',
  'brown',
  'green',
  'pink',
  'blue',
  'slate',
  'sand',
  'grey'
] as const

/** One of the colours. */
export type ColourId = (typeof COLOUR_IDS)[number]

/** One of the built-in symbols. */
export type SymbolId = (typeof SYMBOL_IDS)[number]

/** The symbol of what has none of its own. */
export const OTHER_ID = 'other'

/** The colour of each symbol as long as no other is chosen. */
export const OWN_COLOURS: ReadonlyMap<string, ColourId> = new Map(
  [...SYMBOL_IDS, OTHER_ID].map((id, at) => [id, COLOUR_IDS[at] ?? 'grey'])
)
