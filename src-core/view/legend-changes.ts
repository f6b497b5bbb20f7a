import type { Change } from '../change/change'
import { changeOf, named } from '../commands/change-of'
import { STATUS_LABELS, STATUSES } from '../evidence/status-labels'
import type { Graph } from '../graph/graph'
import type { View } from '../records/records'
import { fieldLabel } from './field-labels'
import { withoutLegend } from './filters'

/** A filter of the legends that lists what is hidden, by id. */
export type ListFilter = 'hiddenTypes' | 'hiddenRelationTypes' | 'hiddenStatuses'

/** The change that hides one row of a legend in a view, or shows it again. The view need not be in the graph yet. */
export function toggledInLegend(graph: Graph, view: View, field: ListFilter, id: string): Change {
  const ids = view[field] ?? []
  const others = ids.filter((other) => other !== id)
  // What is merely denied is drawn only where that is asked for: a field of its own says so.
  const isDenied = field === 'hiddenStatuses' && id === 'denied'
  const isHidden = ids.includes(id) || (isDenied && view.denials !== true)
  const after = {
    ...view,
    [field]: isHidden || isDenied ? others : [...ids, id],
    ...(isDenied && { denials: isHidden })
  }
  return written(graph, `${isHidden ? 'Show' : 'Hide'} ${named(rowLabel(graph, field, id))} in`, after)
}

/** The change that takes off what one legend hides in a view, or all of them. */
export function shownAllInLegend(graph: Graph, view: View, field?: ListFilter): Change {
  if (!field) return written(graph, 'Take off the filters of', withoutLegend(view))
  const denials = field === 'hiddenStatuses' ? { denials: true } : {}
  return written(graph, `Show all of the ${fieldLabel(field).toLowerCase()} in`, { ...view, [field]: [], ...denials })
}

function rowLabel(graph: Graph, field: ListFilter, id: string): string {
  if (field === 'hiddenTypes') return graph.get('entityType', id)?.label ?? id
  if (field === 'hiddenRelationTypes') return graph.get('relationType', id)?.label ?? id
  const status = STATUSES.find((each) => each === id)
  return status ? STATUS_LABELS[status] : id
}

function written(
  graph: Graph,
  label: string,
  { hiddenTypes, hiddenRelationTypes, hiddenStatuses, denials, ...rest }: View
) {
  const lists = { hiddenTypes, hiddenRelationTypes, hiddenStatuses }
  // What hides nothing is not written.
  const used = Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids && ids.length > 0))
  const before = graph.get('view', rest.id)
  const after: View = { ...rest, ...used, ...(denials && { denials }) }
  return changeOf(`${label} ${named(rest.name)}`, [{ ...(before && { before }), after }])
}
