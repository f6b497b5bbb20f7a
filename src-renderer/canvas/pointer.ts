import type { App } from '../state/app.svelte'
import type { Point } from '../state/shown-view.svelte'
import type { Drawing } from './drawing'
import { entityAt, near, onHandle, relationAt } from './hit'

/** What one turn of the wheel zooms by; a pinch on a touchpad comes as a wheel with Ctrl and in smaller steps. */
const WHEEL = 0.0016
const PINCH = 0.01

/** Follows the pointer: what it hovers, the handle from which a relation is dragged, and the wheel. Returns how to let go. */
export function followPointer(root: HTMLElement, drawing: Drawing, app: App, onPointed: () => void): () => void {
  const { cy, stage } = drawing
  const { selection, dialogs, document } = app
  const ends = new AbortController()
  let dragFrom: string | undefined

  const at = (event: MouseEvent): Point => {
    const { left, top } = root.getBoundingClientRect()
    const { x, y } = cy.pan()
    return { x: event.clientX - left - x, y: event.clientY - top - y }
  }

  /** The entity whose handle is offered: the hovered one, else the selected one. */
  const offering = (): string | undefined => {
    if (document.readOnly !== undefined) return undefined
    const { hovered } = selection
    return hovered !== undefined && stage.bodies.has(hovered) ? hovered : selection.entity
  }

  const handleUnder = (point: Point): string | undefined => {
    const id = offering()
    const body = id === undefined ? undefined : stage.bodies.get(id)
    return body && onHandle(body, point) ? id : undefined
  }

  const hover = (point: Point) => {
    const { hovered } = selection
    const body = hovered === undefined ? undefined : stage.bodies.get(hovered)
    const entity = entityAt(stage, point)
    selection.hovered = entity ?? (body && near(body, point) ? hovered : relationAt(stage, drawing.placement, point))
    root.style.cursor =
      handleUnder(point) !== undefined ? 'crosshair' : selection.hovered !== undefined ? 'pointer' : 'default'
  }

  const moved = (event: PointerEvent) => {
    const point = at(event)
    if (dragFrom !== undefined) {
      const to = entityAt(stage, point)
      drawing.mark({ drag: { from: dragFrom, at: point, ...(to !== undefined && { to }) } })
    } else if (event.buttons === 0) hover(point)
    const handle = dragFrom ?? offering()
    if (handle !== drawing.marks.handle) drawing.mark({ handle })
  }

  const pressed = (event: PointerEvent) => {
    root.focus({ preventScroll: true })
    onPointed()
    dragFrom = event.button === 0 ? handleUnder(at(event)) : undefined
    if (dragFrom === undefined) return
    // Cytoscape listens to the mouse events that would follow, and would take this for a drag of the background.
    event.preventDefault()
    event.stopPropagation()
    root.setPointerCapture(event.pointerId)
  }

  const released = (event: PointerEvent) => {
    if (dragFrom === undefined) return
    const point = at(event)
    const to = entityAt(stage, point)
    const body = stage.bodies.get(dragFrom)
    // A press on the handle without a drag asks for a relation too.
    const from = dragFrom
    abandon()
    if (to === from && body && !onHandle(body, point)) return
    dialogs.show({ kind: 'relation', from, ...(to !== undefined && to !== from && { to }) })
  }

  const abandon = () => {
    dragFrom = undefined
    drawing.mark({ drag: undefined })
  }

  const left = () => {
    if (dragFrom !== undefined) return
    selection.hovered = undefined
    drawing.mark({ handle: offering() })
  }

  const wheeled = (event: WheelEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const { left, top, height } = root.getBoundingClientRect()
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : height
    const by = Math.max(-120, Math.min(120, event.deltaY * unit)) * (event.ctrlKey ? PINCH : WHEEL)
    const level = cy.zoom() * Math.exp(-by)
    cy.zoom({ level, renderedPosition: { x: event.clientX - left, y: event.clientY - top } })
  }

  const { signal } = ends
  root.addEventListener('pointermove', moved, { signal })
  root.addEventListener('pointerdown', pressed, { signal, capture: true })
  root.addEventListener('pointerup', released, { signal })
  root.addEventListener('pointercancel', abandon, { signal })
  root.addEventListener('pointerleave', left, { signal })
  root.addEventListener('wheel', wheeled, { signal, capture: true, passive: false })
  return () => ends.abort()
}
