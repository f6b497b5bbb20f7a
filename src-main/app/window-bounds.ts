/** A rectangle on the desktop, in pixels independent of the display's scale. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The smallest window: a bit less than the smallest layout that shows everything, 1024 × 640. */
export const MIN_SIZE = { width: 900, height: 560 } as const
const FIRST_SIZE = { width: 1440, height: 900 } as const

/** How much of the title bar must be visible so that the window can be dragged. */
const GRIP = { width: 120, height: 40 } as const

/** The window's last bounds if it can still be dragged there, else the middle of the first display. */
export function windowBounds(saved: Bounds | undefined, displays: readonly Bounds[]): Bounds {
  const first = displays[0] ?? { x: 0, y: 0, ...FIRST_SIZE }
  const home = saved && displays.find((display) => canBeDragged(saved, display))
  if (saved && home) return { ...saved, ...within(saved, home) }
  const size = within(saved ?? FIRST_SIZE, first)
  return {
    x: Math.round(first.x + (first.width - size.width) / 2),
    y: Math.round(first.y + (first.height - size.height) / 2),
    ...size
  }
}

const within = ({ width, height }: Pick<Bounds, 'width' | 'height'>, display: Bounds) => ({
  width: Math.max(MIN_SIZE.width, Math.min(width, display.width)),
  height: Math.max(MIN_SIZE.height, Math.min(height, display.height))
})

function canBeDragged(window: Bounds, display: Bounds): boolean {
  const width = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  return width >= GRIP.width && window.y >= display.y && window.y + GRIP.height <= display.y + display.height
}
