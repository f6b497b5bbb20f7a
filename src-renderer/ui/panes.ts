/** What the user has asked for. */
export interface Wishes {
  readonly railWidth: number
  readonly inspectorWidth: number
  readonly railOpen: boolean
  readonly inspectorOpen: boolean
  /** The rail laid over the graph where there is no room beside it. */
  readonly railOver: boolean
}

/** How the window is divided; widths in pixels. */
export interface Panes {
  /** Whether the toolbar has room for words beside its icons. */
  readonly words: boolean
  /** `over`: above the graph. */
  readonly rail: 'wide' | 'narrow' | 'over'
  readonly railWidth: number
  /** `over`: above the graph, because there is no room beside it. */
  readonly inspector: 'beside' | 'over' | 'away'
  readonly inspectorWidth: number
  /** The widest that each panel may be made. */
  readonly railMost: number
  readonly inspectorMost: number
}

/** The width of a window from which the rail stands beside the graph. */
export const RAIL_BESIDE = 1120
const NARROW_RAIL = 48
export const RAIL_LEAST = 200
export const INSPECTOR_LEAST = 300
const RAIL_MOST = 320
const INSPECTOR_MOST = 480
const CANVAS_LEAST = 480

/** Divides a window of that width. What there is no room for gives way in this order: words, rail, inspector. */
export function panes(width: number, wishes: Wishes): Panes {
  const rail = width < RAIL_BESIDE ? (wishes.railOver ? 'over' : 'narrow') : wishes.railOpen ? 'wide' : 'narrow'
  const inspector = !wishes.inspectorOpen ? 'away' : width < 900 ? 'over' : 'beside'
  const inspectorWish = width < 1080 ? Math.min(312, wishes.inspectorWidth) : wishes.inspectorWidth
  const taken = inspector === 'beside' ? INSPECTOR_LEAST : 0
  const railMost = between(RAIL_LEAST, width - CANVAS_LEAST - taken, RAIL_MOST)
  const railWidth = rail === 'narrow' ? NARROW_RAIL : between(RAIL_LEAST, wishes.railWidth, railMost)
  const inspectorMost = between(
    INSPECTOR_LEAST,
    width - CANVAS_LEAST - (rail === 'wide' ? railWidth : NARROW_RAIL),
    INSPECTOR_MOST
  )
  return {
    words: width >= 1280,
    rail,
    railWidth,
    inspector,
    inspectorWidth: between(INSPECTOR_LEAST, inspectorWish, inspectorMost),
    railMost,
    inspectorMost
  }
}

const between = (least: number, wanted: number, most: number) => Math.max(least, Math.min(wanted, most))
