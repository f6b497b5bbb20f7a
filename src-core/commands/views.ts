import type { Change } from '../change/change'
import type { Refusal } from '../change/refusal'
import type { Graph } from '../graph/graph'
import type { View } from '../records/records'
import { changeOf, counted, named } from './change-of'

/** Hides entities in a view, by id, beside those that are hidden already. The view need not be in the graph yet. */
export function hideInView(graph: Graph, view: View, ids: Iterable<string>): Change | Refusal {
  const hiding = there(graph, ids)
  if (hiding.length === 0) return { refused: 'Nothing is selected that could be hidden.' }
  const hidden = new Set([...(view.hiddenEntities ?? []), ...hiding])
  return written(graph, `Hide ${whom(graph, hiding)} in ${named(view.name)}`, {
    ...view,
    hiddenEntities: sorted(hidden)
  })
}

/** Lets a view show nothing but these entities, by id, until all are shown again. */
export function showOnlyInView(graph: Graph, view: View, ids: Iterable<string>): Change | Refusal {
  const only = there(graph, ids)
  if (only.length === 0) return { refused: 'Nothing is selected that could be shown alone.' }
  return written(graph, `Show only ${whom(graph, only)} in ${named(view.name)}`, {
    ...view,
    onlyEntities: sorted(only)
  })
}

/** Shows again what was hidden one by one in a view, or left out when only some were to be shown. */
export function showHiddenInView(graph: Graph, view: View): Change | Refusal {
  const { hiddenEntities: _hidden, onlyEntities: _only, ...rest } = view
  return written(graph, `Show what was hidden in ${named(view.name)}`, rest)
}

/** Writes the dates of relations on their lines in a view, or no more. */
export function showDatesInView(graph: Graph, { dates, ...view }: View): Change {
  return dates
    ? written(graph, `Take the dates off the lines of ${named(view.name)}`, view)
    : written(graph, `Write dates on the lines of ${named(view.name)}`, { ...view, dates: true })
}

/** Lets a view show these entities, by id, whatever its lists said of them. */
export function admitToView(graph: Graph, view: View, ids: Iterable<string>): Change | Refusal {
  const admitted = there(graph, ids)
  return written(graph, `Show ${whom(graph, admitted)} in ${named(view.name)}`, withAdmitted(graph, view, admitted))
}

/** A view whose lists let these entities through. */
export function withAdmitted(graph: Graph, view: View, ids: Iterable<string>): View {
  const admitted = new Set(ids)
  const { entities, hiddenEntities, hiddenTypes, onlyEntities } = view
  const types = new Set([...admitted].map((id) => graph.get('entity', id)?.type))
  if (admitted.size === 0) return view
  return {
    ...view,
    ...(entities && { entities: [...new Set([...entities, ...admitted])] }),
    ...(hiddenEntities && { hiddenEntities: hiddenEntities.filter((id) => !admitted.has(id)) }),
    ...(hiddenTypes && { hiddenTypes: hiddenTypes.filter((type) => !types.has(type)) }),
    // An empty list hides nothing, and goes on doing so.
    ...(onlyEntities && onlyEntities.length > 0 && { onlyEntities: sorted([...onlyEntities, ...admitted]) })
  }
}

const there = (graph: Graph, ids: Iterable<string>) => [...new Set(ids)].filter((id) => graph.get('entity', id))

const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort()

function whom(graph: Graph, [first, ...others]: readonly string[]): string {
  if (others.length > 0) return counted(others.length + 1, 'entity', 'entities')
  return named(graph.get('entity', first ?? '')?.name ?? first ?? 'nothing')
}

function written(graph: Graph, label: string, after: View): Change {
  const before = graph.get('view', after.id)
  return changeOf(label, [{ ...(before && { before }), after }])
}
