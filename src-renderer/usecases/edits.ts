import type { Refusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import { relationsBetween } from '@core/queries/neighbours'
import type { Relation } from '@core/records/records'
import type { App } from '../state/app.svelte'

export const undo = (app: App) => tell(app, app.doc.undo())
export const redo = (app: App) => tell(app, app.doc.redo())
export const undoLabel = ({ doc }: App): string => (doc.undoLabel ? `Undo: ${doc.undoLabel}` : 'Undo')
export const redoLabel = ({ doc }: App): string => (doc.redoLabel ? `Redo: ${doc.redoLabel}` : 'Redo')

/** Tries once more to save what was refused and taken back; answers why it cannot be done again. */
export function saveAgain({ doc }: App): Refusal | undefined {
  for (const change of doc.unsaved) {
    const refusal = doc.run(change)
    if (refusal) return refusal
  }
  return undefined
}

export function editSelected({ dialogs, selection }: App) {
  if (selection.relation !== undefined) dialogs.show({ kind: 'relation', id: selection.relation })
  else if (selection.entity !== undefined) dialogs.show({ kind: 'entity', id: selection.entity })
}

/** Begins an entity like the selected one: the same in all but its names and what it is told apart by. */
export function addLikeSelected({ dialogs, doc, selection }: App) {
  const like = doc.graph.get('entity', selection.entity ?? '')
  if (!like) return
  const { type, properties = {} } = like
  // Values may be the other one's alone: the names of the properties are offered, to be filled in.
  const empty = Object.fromEntries(Object.keys(properties).map((name) => [name, '']))
  dialogs.show({ kind: 'entity', typed: { type, name: '', properties: empty } })
}

export function removeSelected({ dialogs, selection }: App) {
  if (selection.relation !== undefined)
    return dialogs.show({ kind: 'remove', record: 'relation', id: selection.relation })
  const [id, ...others] = selection.entities
  if (id !== undefined) dialogs.show({ kind: 'remove', record: 'entity', id, others })
}

export const canMerge = ({ selection }: App): boolean => selection.relation === undefined && selection.entities.size > 0

export const mergeLabel = ({ selection }: App): string =>
  `Merge ${selection.entities.size > 2 ? 'these entities' : selection.entities.size === 2 ? 'these two entities' : 'with another entity'}…`

/** The selected entity with one that is still to be named, or all that are selected. */
export function mergeSelected({ dialogs, selection }: App) {
  const [first, second, ...others] = selection.entities
  if (others.length > 0) dialogs.show({ kind: 'merge-several', ids: [...selection.entities] })
  else if (first !== undefined) dialogs.show({ kind: 'merge', ids: [first, second] })
}

/** The other relations between the two that a relation joins. */
export function relationsBeside(graph: Graph, id: string): readonly Relation[] {
  const relation = graph.get('relation', id)
  return relation ? relationsBetween(graph, relation.from, relation.to).filter((other) => other.id !== id) : []
}

export const canMergeRelation = ({ doc, selection }: App): boolean =>
  selection.relation !== undefined && relationsBeside(doc.graph, selection.relation).length > 0

export function mergeRelation({ dialogs, selection }: App) {
  if (selection.relation !== undefined) dialogs.show({ kind: 'merge-relations', id: selection.relation })
}

export function splitSelected({ dialogs, selection }: App) {
  if (selection.entity !== undefined) dialogs.show({ kind: 'split', id: selection.entity })
}

export const changeSelected = ({ dialogs, selection }: App) =>
  dialogs.show({ kind: 'many', entities: [...selection.entities] })

/** A relation begins at the selected entity (or the one that a relation was reached from), and ends at the second if two are selected. */
export function addRelation({ dialogs, selection }: App) {
  const [from, to] = selection.entities.size <= 2 ? selection.entities : []
  dialogs.show({ kind: 'relation', ...(from && { from }), ...(to && { to }) })
}

export function addClaim({ dialogs, selection }: App) {
  if (selection.relation !== undefined) dialogs.show({ kind: 'claim', about: selection.relation })
}

function tell(app: App, refusal: Refusal | undefined) {
  if (refusal) app.preferences.notice = refusal.refused
}
