import { PANEL_WIDTHS } from '@core/contract/contract'

/** What the user has asked for. */
export interface Requests {
  readonly sidebarWidth: number
  readonly inspectorWidth: number
  readonly sidebarOpen: boolean
  readonly inspectorOpen: boolean
  /** The sidebar laid over the graph where there is no room beside it. */
  readonly sidebarOver: boolean
}

/** How the window is divided; widths in pixels. */
export interface Panes {
  /** Whether the toolbar has room for words beside its icons. */
  readonly words: boolean
  /** `over`: above the graph. */
  readonly sidebar: 'wide' | 'narrow' | 'over'
  readonly sidebarWidth: number
  /** `over`: above the graph, because there is no room beside it. */
  readonly inspector: 'beside' | 'over' | 'away'
  readonly inspectorWidth: number
  /** The widest that each panel may be made. */
  readonly sidebarMost: number
  readonly inspectorMost: number
}

/** The width of a window from which the sidebar stands beside the graph. */
export const SIDEBAR_BESIDE = 1120
/** The width of a window from which the toolbar has room for words. */
export const WORDS_FROM = 1280
const { sidebar: SIDEBAR, inspector: INSPECTOR } = PANEL_WIDTHS
const CANVAS_LEAST = 480

/** Divides a window of that width. What there is no room for gives way in this order: words, sidebar, inspector. */
export function panes(width: number, requests: Requests): Panes {
  const sidebar =
    width < SIDEBAR_BESIDE ? (requests.sidebarOver ? 'over' : 'narrow') : requests.sidebarOpen ? 'wide' : 'narrow'
  const inspector = !requests.inspectorOpen ? 'away' : width < 900 ? 'over' : 'beside'
  const inspectorRequest = width < 1080 ? Math.min(312, requests.inspectorWidth) : requests.inspectorWidth
  const taken = inspector === 'beside' ? INSPECTOR.least : 0
  const sidebarMost = between(SIDEBAR.least, width - CANVAS_LEAST - taken, SIDEBAR.most)
  const sidebarWidth =
    sidebar === 'narrow' ? SIDEBAR.narrow : between(SIDEBAR.least, requests.sidebarWidth, sidebarMost)
  const inspectorMost = between(
    INSPECTOR.least,
    width - CANVAS_LEAST - (sidebar === 'wide' ? sidebarWidth : SIDEBAR.narrow),
    INSPECTOR.most
  )
  return {
    words: width >= WORDS_FROM,
    sidebar,
    sidebarWidth,
    inspector,
    inspectorWidth: between(INSPECTOR.least, inspectorRequest, inspectorMost),
    sidebarMost,
    inspectorMost
  }
}

const between = (least: number, wanted: number, most: number) => Math.max(least, Math.min(wanted, most))
