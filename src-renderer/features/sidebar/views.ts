import type { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { shownCount } from '@core/view/shown'

/** The file's views in the file's order, each with how many entities it shows; the one that is shown where the file has none. */
export function viewRows(graph: Graph, current: View): { readonly view: View; readonly count: number }[] {
  const views = [...graph.all('view').values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return (views.length > 0 ? views : [current]).map((view) => ({ view, count: shownCount(graph, view) }))
}
