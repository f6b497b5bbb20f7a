import { z } from 'zod'
import { layout } from './layout'

// The table of layouts. The window, its worker and the figure read it: a new layout is one file and one row.

/** A way of giving every node a place. */
export interface Layout {
  readonly id: string
  /** What a menu calls it. */
  readonly label: string
  /** What can be set about it; an empty object stands for its defaults. */
  readonly options: z.ZodObject
  /** Places by id, px at 100 %. Nodes in `fixed` stay; the same input always gives the same picture. */
  readonly run: typeof layout
}

/** By ties: what is tied together stands together, on as little room as the names allow. */
const TIES: Layout = { id: 'ties', label: 'By ties', options: z.object({}), run: layout }

/** All layouts, in the order in which a menu shows them. */
export const LAYOUTS: readonly Layout[] = [TIES]

/** The layout of that id, or the first where there is none. */
export const layoutOf = (id?: string): Layout => LAYOUTS.find((each) => each.id === id) ?? TIES
