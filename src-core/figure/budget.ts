// What one figure may cost. Whatever is beyond is left out, and the figure's notes say so.

/** A view with more than this is drawn in part: the best connected entities, until there are this many relations between them. */
export const MOST_DRAWN = { entities: 12_000, relations: 20_000 } as const

/** Above this many symbols and lines a figure is placed once, as the view has it, not closer together and further apart as well. */
export const MOST_TRIED = 1_500

/** How many names and how many words look for a place. */
export const MOST_NAMES = 1_500
export const MOST_WORDS = 1_500

/** Above this many symbols each is drawn as its outline alone: nobody could see the icons. */
export const MOST_ICONS = 3_000

/** How many relations and how many sources are listed under a figure, and how many things its legend explains. */
export const MOST_LISTED = 500
export const MOST_SOURCES = 500
export const MOST_EXPLAINED = 200

/** How many relations the description says one by one, and how many notes are given on single labels. */
export const MOST_SAID = 500
export const MOST_NOTED = 20
