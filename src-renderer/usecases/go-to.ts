import type { Entity, View } from '@core/records/records'
import { otherEnd } from '@core/records/relation-ends'
import { shows, viewsOf } from '@core/view/shown'
import { tick } from 'svelte'
import { freePlace } from '../forms/free-place'
import type { App } from '../state/app.svelte'
import type { Point } from '../state/shown-view.svelte'

/** Goes to an entity: selects it, or adds it to the selection, and brings it into sight. Where the view does not show it, the user is asked how. */
export async function goTo(app: App, id: string, more = false): Promise<void> {
  const { camera, dialogs, doc, selection, view } = app
  const entity = doc.graph.get('entity', id)
  if (!entity) return
  if (!shows(view.filtered)(entity)) return dialogs.show({ kind: 'outside', id, more })
  view.include([id])
  selection.selectEntities(more ? [...selection.entities, id] : [id])
  // The graph draws what has just come into the view before it can be brought into sight.
  await tick()
  camera.reveal([id])
}

/** Why the view as it is now does not show an entity, in a sentence. */
export function whyOutside({ doc, view }: App, { id, type }: Entity): string {
  const { entities, hiddenEntities, name, onlyEntities } = view.filtered
  const word = doc.graph.get('entityType', type)?.label ?? type
  if (view.hiddenTypes.has(type)) return `“${name}” hides the type ${word}.`
  if (hiddenEntities?.includes(id)) return `It was hidden in “${name}”.`
  if (onlyEntities && onlyEntities.length > 0 && !onlyEntities.includes(id))
    return `“${name}” shows only what was picked for it.`
  if (entities && !entities.includes(id)) return `“${name}” has a list of its own entities, and it is not among them.`
  return `“${name}” filters it out.`
}

/** Lets the view show it, as one step of the history, and goes there. */
export function showHere(app: App, entity: Entity, more = false): Promise<void> {
  const { view } = app
  if (!shows(view.filtered)(entity))
    view.admit(entity, placeFor(app, entity), `Show ${entity.name} in ${view.record.name}`)
  return goTo(app, entity.id, more)
}

/** The view in which one would look for what is not in this one: the whole graph, else the first that shows it. */
export function viewWith({ doc, view }: App, entity: Entity): View | undefined {
  const others = viewsOf(doc.graph).filter((other) => other.id !== view.record.id && shows(other)(entity))
  return others.find(({ entities, onlyEntities }) => !entities && !onlyEntities?.length) ?? others[0]
}

/** Goes to it in another view. */
export function showIn(app: App, { id }: View, entity: Entity, more = false): Promise<void> {
  app.view.show(id)
  return goTo(app, entity.id, more)
}

/** Where it stood, else near what it is tied to, else in the middle of what is in sight. */
function placeFor({ camera, doc, view }: App, { id }: Entity): Point {
  const before = view.positions.get(id)
  if (before) return before
  const shown = new Set(view.shown.entities.map((entity) => entity.id))
  for (const at of doc.graph.relationsOf(id)) {
    const relation = doc.graph.get('relation', at)
    const other = relation && otherEnd(relation, id)
    const near = other !== undefined && shown.has(other) ? view.positions.get(other) : undefined
    if (near) return freePlace(view.positions.values(), near, camera.zoom)
  }
  return freePlace(view.positions.values(), camera.centre(), camera.zoom)
}
