import { relationsFrom } from '@core/view/relations-of'
import type { App } from '../state/app.svelte'

/** Selects the relation after (or before) the selected one, among those of the entity that it was reached from; goes round. */
export function selectNextRelation(app: App, step: 1 | -1) {
  const { relations, from } = reachable(app)
  if (relations.length === 0) return
  const at = relations.indexOf(app.selection.relation ?? '')
  const start = at < 0 && step < 0 ? 0 : at
  const next = relations[(start + step + relations.length) % relations.length]
  if (next) app.selection.selectRelation(next, from)
}

/** Whether there is a relation to go to. */
export const hasNextRelation = (app: App): boolean => reachable(app).relations.length > 0

/** In the order of the inspector's list, so that “next” is the line below. */
function reachable({ document, selection, view }: App): {
  readonly relations: readonly string[]
  readonly from?: string
} {
  const selected = selection.relation === undefined ? undefined : document.graph.get('relation', selection.relation)
  const from = selection.entity ?? selected?.from
  if (from === undefined) return { relations: [] }
  const rows = relationsFrom(document.graph, view.shown.relations, from)
  return { relations: rows.map(({ relation }) => relation.id), from }
}
