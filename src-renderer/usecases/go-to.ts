import type { Entity, View } from '@core/records/records'
import { otherEnd } from '@core/records/relation-ends'
import { withoutLegend } from '@core/view/filters'
import { shows, viewsOf } from '@core/view/shown'
import { strongestNeighbours } from '@core/view/working-set'
import { Bookmark, Plus } from 'lucide'
import { tick } from 'svelte'
import { freePlace } from '../forms/free-place'
import type { App } from '../state/app.svelte'
import type { Point } from '../state/shown-view.svelte'
import { count, plural } from '../ui/count'
import type { MenuEntry } from '../ui/menu-entry'

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

/** So many are added to a view at once; who wants more looks at the whole graph. */
const MOST_ADDED = 60

/** What can be done about relations of an entity that lie outside the view: their other ends added to it, or gone to where all are. */
export function outsideEntries(app: App, entity: Entity): readonly MenuEntry[] {
  const { doc, view } = app
  const isShown = shows(withoutLegend(view.filtered, ['types']))
  const isIn = (id: string) => {
    const other = doc.graph.get('entity', id)
    return other !== undefined && isShown(other)
  }
  const others = strongestNeighbours(doc.graph, entity.id, Number.POSITIVE_INFINITY, isIn)
  const added = [...(isIn(entity.id) ? [] : [entity.id]), ...others.slice(0, MOST_ADDED)]
  const whole = viewWith(app, entity)
  const label =
    others.length > MOST_ADDED
      ? `Add the ${count(MOST_ADDED)} best supported to this view`
      : `Add ${others.length === 1 ? 'it' : 'them'} to this view`
  return [
    ...(added.length > 0 ? [{ label, icon: Plus, onselect: () => addHere(app, added) }] : []),
    ...(whole
      ? [{ label: `Go to “${whole.name}”`, icon: Bookmark, onselect: () => void showIn(app, whole, entity) }]
      : [])
  ]
}

/** Lets the view show entities, as one step, near what they are tied to. */
function addHere(app: App, ids: readonly string[]) {
  const { camera, doc, preferences, view } = app
  const places = new Map<string, Point>()
  for (const id of ids) {
    const entity = doc.graph.get('entity', id)
    if (entity) places.set(id, placeFor(app, entity, places))
  }
  const label = `Show ${plural(places.size, 'entity', 'entities')} in ${view.record.name}`
  const refusal = view.admitAll(places, label)
  if (refusal) preferences.notice = refusal.refused
  else void tick().then(() => camera.reveal([...places.keys()]))
}

/** Where it stood, else near what it is tied to, else in the middle of what is in sight. */
function placeFor({ camera, doc, view }: App, { id }: Entity, beside: ReadonlyMap<string, Point> = new Map()): Point {
  const before = view.positions.get(id)
  if (before) return before
  const taken = [...view.positions.values(), ...beside.values()]
  const shown = new Set(view.shown.entities.map((entity) => entity.id))
  for (const at of doc.graph.relationsOf(id)) {
    const relation = doc.graph.get('relation', at)
    const other = relation && otherEnd(relation, id)
    const near = other !== undefined && shown.has(other) ? view.positions.get(other) : undefined
    if (near) return freePlace(taken, near, camera.zoom)
  }
  return freePlace(taken, camera.centre(), camera.zoom)
}
