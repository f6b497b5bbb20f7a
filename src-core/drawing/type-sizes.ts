/** The radius from which an entity counts as a hub, and the one from which as a great hub, px at 100 %. */
export const HUB_RADIUS = 19
const GREAT_HUB_RADIUS = 23

/** Size of an entity's name by the radius of its symbol, px. */
export const nameSize = (radius: number): number =>
  radius >= GREAT_HUB_RADIUS ? 13.5 : radius >= HUB_RADIUS ? 12.5 : PLAIN_SIZE

const PLAIN_SIZE = 12

/** Name of an entity that is no hub: what the layout leaves room for. Size in px, weight as in CSS. */
export const PLAIN_NAME = { size: PLAIN_SIZE, weight: 500 } as const

/** Weights of names in the window, whose fonts have all of them: at rest, tied to the selection, a hub's. */
export const WINDOW_NAME_WEIGHTS = { plain: PLAIN_NAME.weight, lit: 600, hub: 650 } as const

/** Weights of names in a figure, whose fonts have 400, 500, 600 and 700. */
export const FIGURE_NAME_WEIGHTS = { plain: PLAIN_NAME.weight, hub: 600 } as const

/** Weight of a name in its own script below the name. */
export const NATIVE_WEIGHT = 400

/** The word on a line, in the window and in a figure, and on the selected one. Sizes in px. */
export const WORDS = {
  window: { size: 11, weight: 450 },
  selected: { size: 12, weight: 650 },
  figure: { size: 11, weight: 400 }
} as const

/** Text of a figure round its drawing. Sizes and leading in px. */
export const FIGURE_TEXT = {
  title: { size: 19, leading: 24, weight: 700 },
  line: { size: 12, leading: 18 },
  legend: { size: 11 },
  list: { size: 10 }
} as const
