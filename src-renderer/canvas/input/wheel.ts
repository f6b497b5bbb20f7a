import type { Viewport } from '../viewport/viewport'

/** What one pixel of the wheel zooms by; a pinch on a touchpad comes as a wheel with Ctrl and in smaller steps. */
const WHEEL = 0.0016
const PINCH = 0.01

/** More than one notch at a time is a free wheel: it would throw the camera out of the picture. */
const MOST = 120

/** Lets the wheel zoom round the pointer. Cytoscape's own wheel is left out: it guesses the device, and its steps change while it learns. */
export function followWheel(root: HTMLElement, viewport: Viewport, signal: AbortSignal): void {
  const wheeled = (event: WheelEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const { left, top } = root.getBoundingClientRect()
    const by = Math.max(-MOST, Math.min(MOST, event.deltaY * pixelsPerUnit(event, root)))
    const factor = Math.exp(-by * (event.ctrlKey ? PINCH : WHEEL))
    viewport.zoomRound({ x: event.clientX - left, y: event.clientY - top }, factor)
  }
  root.addEventListener('wheel', wheeled, { signal, capture: true, passive: false })
}

function pixelsPerUnit({ deltaMode }: WheelEvent, { clientHeight }: HTMLElement): number {
  if (deltaMode === WheelEvent.DOM_DELTA_PIXEL) return 1
  return deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : clientHeight
}
