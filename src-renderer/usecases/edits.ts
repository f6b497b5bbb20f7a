import type { Refusal } from '@core/change/refusal'
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

export const canMerge = ({ selection }: App): boolean =>
  selection.relation === undefined && [1, 2].includes(selection.entities.size)

export const mergeLabel = ({ selection }: App): string =>
  `Merge ${selection.entities.size === 2 ? 'these two entities' : 'with another entity'}…`

/** The selected entity with one that is still to be named, or the two that are selected. */
export function mergeSelected({ dialogs, selection }: App) {
  const [first, second] = selection.entities
  if (first !== undefined) dialogs.show({ kind: 'merge', ids: [first, second] })
}

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
