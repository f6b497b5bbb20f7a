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

/** One of the built-in symbols. */
export type SymbolId = (typeof SYMBOL_IDS)[number]
