import { isBundle } from '@core/drawing/lines'
import type { EventObject, NodeSingular } from 'cytoscape'
import type { App } from '../../state/app.svelte'
import type { Point } from '../../state/shown-view.svelte'
import type { Drawing } from '../layers/drawing'
import type { Framing } from '../viewport/framing'
import { nameAt, relationAt } from './hit'

/** How far apart the two taps of a double tap may be, px. */
const SAME_PLACE = 8

const NOWHERE: Point = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY }

/** The part of the drawing that gestures work on. */
type Surface = Pick<Drawing, 'cy' | 'viewport' | 'stage' | 'placement' | 'move'>

/** What the mouse and touch do on the picture: select, move, add. Ends with the drawing. */
export function attachGestures(drawing: Surface, framing: Framing, app: App, onAddAt: (point: Point) => void): void {
  const { cy } = drawing
  const { selection, dialogs, view, doc } = app

  let taps: readonly [before: Point, last: Point] = [NOWHERE, NOWHERE]
  const tapped = (event: EventObject) => {
    taps = [taps[1], drawnPoint(event)]
    const toggling = isToggling(event.originalEvent)
    const entity = entityUnder(event)
    if (entity !== undefined) {
      if (toggling) selection.toggleEntity(entity)
      else selection.selectEntities([entity])
      return
    }
    const relation = relationAt(drawing.stage, drawing.placement, drawnPoint(event))
    if (relation !== undefined) select(relation)
    else if (!toggling) selection.clear()
  }

  /** A bundle is no relation that could be looked at: its ends are, between which all of them are listed. */
  const select = (line: string) => {
    if (!isBundle(line)) return selection.selectRelation(line, cameFrom(line))
    const { from, to } = drawing.stage.picture.relations.get(line)?.relation ?? {}
    selection.selectEntities([from, to].filter((end) => end !== undefined))
  }

  const entityUnder = (event: EventObject): string | undefined =>
    event.target === cy ? nameAt(drawing.stage, drawing.placement, drawnPoint(event)) : event.target.id()

  const drawnPoint = ({ position }: EventObject): Point => drawing.viewport.drawn(position)

  // The inspector goes back to the entity that was selected, if the relation is one of its own.
  const cameFrom = (id: string): string | undefined => {
    const relation = drawing.stage.picture.relations.get(id)?.relation
    return [...selection.entities].find((entity) => entity === relation?.from || entity === relation?.to)
  }

  const doubleTapped = (event: EventObject) => {
    // Cytoscape takes any two quick taps for one double tap, even at both ends of the window.
    if (Math.hypot(taps[0].x - taps[1].x, taps[0].y - taps[1].y) > SAME_PLACE) return
    const entity = entityUnder(event)
    if (entity !== undefined) return framing.reveal([entity, ...neighbourhood(entity)])
    if (relationAt(drawing.stage, drawing.placement, drawnPoint(event)) !== undefined) return
    if (doc.readOnly !== undefined) return
    onAddAt({ x: Math.round(event.position.x), y: Math.round(event.position.y) })
    dialogs.show({ kind: 'entity' })
  }

  const neighbourhood = (id: string) =>
    (drawing.stage.picture.tiesOf.get(id) ?? []).flatMap((tie) => {
      const relation = drawing.stage.picture.relations.get(tie)?.relation
      return relation ? [relation.from, relation.to] : []
    })

  let before: Point | undefined
  const dragged = ({ target }: { readonly target: NodeSingular }) => {
    const now = { ...target.position() }
    const last = before ?? now
    before = now
    drawing.move(moved(target, now, { x: now.x - last.x, y: now.y - last.y }))
  }

  /** The dragged entity and, if it is one of several that are selected, the others as far. */
  const moved = (target: NodeSingular, now: Point, by: Point): Map<string, Point> => {
    const places = new Map([[target.id(), now]])
    if (!selection.entities.has(target.id())) return places
    for (const id of selection.entities) {
      const other = cy.getElementById(id)
      if (id === target.id() || other.empty()) continue
      const { x, y } = other.position()
      places.set(id, { x: x + by.x, y: y + by.y })
    }
    return places
  }

  const dropped = ({ target }: { readonly target: NodeSingular }) => {
    before = undefined
    const ids = selection.entities.has(target.id()) ? [...selection.entities] : [target.id()]
    const places = ids.flatMap((id): [string, Point][] => {
      const node = cy.getElementById(id)
      return node.empty() ? [] : [[id, { x: Math.round(node.position().x), y: Math.round(node.position().y) }]]
    })
    view.place(new Map(places), true)
  }

  let boxed: string[] = []
  cy.on('tap', tapped)
  cy.on('dbltap', doubleTapped)
  cy.on('grab', 'node', ({ target }) => {
    before = { ...target.position() }
  })
  cy.on('drag', 'node', dragged)
  cy.on('dragfree', 'node', dropped)
  cy.on('boxstart', () => {
    boxed = []
  })
  cy.on('box', 'node', ({ target }) => {
    boxed.push(target.id())
  })
  // Cytoscape tells of the nodes in the box after it tells of its end.
  cy.on('boxend', () => queueMicrotask(() => selection.selectEntities([...selection.entities, ...boxed])))
}

const isToggling = (event: Event): boolean =>
  event instanceof MouseEvent && (event.shiftKey || event.ctrlKey || event.metaKey)
