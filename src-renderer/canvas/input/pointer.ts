import { relationLine } from '@core/queries/relation-labels'
import { isByKey } from '../../state/context-menu.svelte'
import type { Point } from '../../state/shown-view.svelte'
import type { CanvasState } from '../canvas-state.svelte'
import type { Drawing } from '../layers/drawing'
import { entityAt, nameAt, near, onHandle, relationAt } from './hit'

/** The part of the drawing that the pointer works on. */
type Surface = Pick<Drawing, 'viewport' | 'stage' | 'placement' | 'mark'>

/** Follows the pointer: what it hovers, and the relation that is dragged out of an entity by its handle. */
export function followPointer(root: HTMLElement, drawing: Surface, canvas: CanvasState, signal: AbortSignal): void {
  const { viewport, stage } = drawing
  const { selection, dialogs } = canvas.app
  let dragFrom: string | undefined

  const at = (event: MouseEvent): Point => {
    const { left, top } = root.getBoundingClientRect()
    const { x, y } = viewport.pan
    return { x: event.clientX - left - x, y: event.clientY - top - y }
  }

  const handleUnder = (point: Point): string | undefined => {
    const body = canvas.offered === undefined ? undefined : stage.bodies.get(canvas.offered)
    return body && onHandle(body, point) ? canvas.offered : undefined
  }

  /** A symbol stays hovered while the pointer is on its way to the handle. */
  const hoveredAt = (point: Point): string | undefined => {
    const { hovered } = selection
    const body = hovered === undefined ? undefined : stage.bodies.get(hovered)
    const entity = entityAt(stage, point)
    if (entity !== undefined) return entity
    if (body && near(body, point)) return hovered
    return nameAt(stage, drawing.placement, point) ?? relationAt(stage, drawing.placement, point)
  }

  const moved = (event: PointerEvent) => {
    const point = at(event)
    if (dragFrom !== undefined) {
      const to = entityAt(stage, point)
      drawing.mark({ drag: { from: dragFrom, at: point, ...(to !== undefined && { to }) } })
    } else if (event.buttons === 0) {
      selection.hovered = hoveredAt(point)
      const overHandle = handleUnder(point) !== undefined
      root.style.cursor = overHandle ? 'crosshair' : selection.hovered !== undefined ? 'pointer' : 'default'
    }
  }

  const pressed = (event: PointerEvent) => {
    canvas.focused = undefined
    dragFrom = event.button === 0 ? handleUnder(at(event)) : undefined
    if (dragFrom === undefined) return
    // Cytoscape listens to the mouse events that would follow, and would take this for a drag of the background.
    event.preventDefault()
    event.stopPropagation()
    root.setPointerCapture(event.pointerId)
  }

  const released = (event: PointerEvent) => {
    const from = dragFrom
    if (from === undefined) return
    abandon()
    const point = at(event)
    const to = entityAt(stage, point)
    // Back at where it came from it is no relation; a press on the handle without a drag asks for one.
    if (to === from) return
    if (to !== undefined) return dialogs.show({ kind: 'relation', from, to })
    // Let go over the ground: what it leads to may be new, and then stands there.
    const { zoom } = viewport
    dialogs.show({ kind: 'relation', from, at: { x: Math.round(point.x / zoom), y: Math.round(point.y / zoom) } })
  }

  const abandon = () => {
    dragFrom = undefined
    drawing.mark({ drag: undefined })
  }

  /** Selects what the menu is about: an entity, several that are selected already, a relation, or nothing. */
  const menu = (event: MouseEvent) => {
    const { app } = canvas
    const byKey = isByKey(event)
    const point = at(event)
    const { graph } = app.doc
    const entity = byKey
      ? (canvas.focused ?? selection.entity)
      : (entityAt(stage, point) ?? nameAt(stage, drawing.placement, point))
    if (entity !== undefined) {
      if (!selection.entities.has(entity)) selection.selectEntities([entity])
      const { size } = selection.entities
      const name = size > 1 ? `${size} entities` : (graph.get('entity', entity)?.name ?? entity)
      return app.contextMenu.show(event, name, size > 1 ? 'several' : 'entity', onScreen(entity))
    }
    const relation = byKey ? selection.relation : relationAt(stage, drawing.placement, point)
    const record = relation === undefined ? undefined : graph.get('relation', relation)
    if (!record) return app.contextMenu.show(event, 'The picture', 'canvas')
    if (selection.relation !== relation) selection.selectRelation(record.id)
    app.contextMenu.show(event, relationLine(graph, record), 'relation')
  }

  /** Where an entity stands in the window. */
  const onScreen = (id: string): Point | undefined => {
    const body = stage.bodies.get(id)
    const { left, top } = root.getBoundingClientRect()
    const { x, y } = viewport.pan
    return body && { x: left + x + body.x, y: top + y + body.y }
  }

  const left = () => {
    if (dragFrom === undefined) selection.hovered = undefined
  }

  const escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || dragFrom === undefined) return
    event.preventDefault()
    abandon()
  }

  root.addEventListener('pointermove', moved, { signal })
  root.addEventListener('pointerdown', pressed, { signal, capture: true })
  root.addEventListener('pointerup', released, { signal })
  root.addEventListener('pointercancel', abandon, { signal })
  root.addEventListener('pointerleave', left, { signal })
  root.addEventListener('contextmenu', menu, { signal })
  addEventListener('keydown', escaped, { signal, capture: true })
}
