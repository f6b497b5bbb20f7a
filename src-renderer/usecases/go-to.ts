import { shows } from '@core/view/shown'
import { tick } from 'svelte'
import type { App } from '../state/app.svelte'

/** Selects an entity, or adds it to the selection, and brings it into sight: out of a filter or into another view if it must. */
export async function goTo(app: App, id: string, more = false) {
  const { camera, doc, selection, view } = app
  const entity = doc.graph.get('entity', id)
  if (!entity) return
  if (view.hiddenTypes.has(entity.type)) view.toggle('hiddenTypes', entity.type)
  if (!shows(view.filtered)(entity)) {
    const views = [...doc.graph.all('view').values()]
    const other = views.find(({ entities }) => entities === undefined || entities.includes(id))
    if (other) view.show(other.id)
    if (view.hiddenTypes.has(entity.type)) view.toggle('hiddenTypes', entity.type)
  }
  view.include([id])
  selection.selectEntities(more ? [...selection.entities, id] : [id])
  // The graph draws what has just come into the view before it can be brought into sight.
  await tick()
  camera.reveal([id])
}
