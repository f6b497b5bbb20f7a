import { shownAt } from '@core/view/shown'
import type { App } from '../state/app.svelte'

export const selectAll = ({ selection, view }: App) => selection.selectEntities(view.shown.entities.map(({ id }) => id))
export const clearSelection = ({ selection }: App) => selection.clear()
export const selectNextRelation = (app: App) => selectRelationAfter(app, 1)
export const selectPreviousRelation = (app: App) => selectRelationAfter(app, -1)

/** Selects the relation after (or before) the selected one, among those of the entity that it was reached from; goes round. */
function selectRelationAfter(app: App, step: 1 | -1) {
  const { listed, selection } = app
  const from = startOf(app)
  if (from === undefined) return
  // In the order of the inspector's list, so that “next” is the line below.
  listed.of(from, ({ rows }) => {
    if (rows.length === 0 || startOf(app) !== from) return
    const at = rows.findIndex(({ relation }) => relation.id === selection.relation)
    const start = at < 0 && step < 0 ? 0 : at
    const next = rows[(start + step + rows.length) % rows.length]
    if (next) selection.selectRelation(next.relation.id, from)
  })
}

/** Whether there is a relation to go to. */
export function hasNextRelation(app: App): boolean {
  const from = startOf(app)
  return from !== undefined && shownAt(app.doc.graph, app.view.filtered, from).next().done !== true
}

function startOf({ doc, selection }: App): string | undefined {
  const selected = selection.relation === undefined ? undefined : doc.graph.get('relation', selection.relation)
  return selection.entity ?? selected?.from
}
