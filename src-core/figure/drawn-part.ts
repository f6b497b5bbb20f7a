import { thousands } from '../drawing/lines'
import type { Graph } from '../graph/graph'
import { rankingOf } from '../queries/ranking'
import type { View } from '../records/records'
import { shownCount, shownEntities } from '../view/shown'
import { isDrawnWhole, workingSet } from '../view/working-set'
import { MOST_DRAWN } from './budget'

/** A view, or as much of it as one figure can draw, and what is said of the rest. */
export interface DrawnPart {
  readonly view: View
  readonly notes: readonly string[]
}

/** As much of a view of a graph as one figure can draw: all of it, or the best connected entities. */
export function drawnPart(graph: Graph, whole: View): DrawnPart {
  // Named one by one: the records of a figure hold more entities than it shows, such as those who speak.
  const view = whole.entities ? whole : { ...whole, entities: shownEntities(graph, whole).map(({ id }) => id) }
  if (isDrawnWhole(graph, view, MOST_DRAWN)) return { view, notes: [] }
  const set = workingSet(graph, view, rankingOf(graph), { whole: MOST_DRAWN, part: MOST_DRAWN })
  if (!set) return { view, notes: [] }
  const all = shownCount(graph, view)
  const part = { ...view, entities: [...set].sort() }
  if (set.size === all) return { view: part, notes: [] }
  const [drawn, of] = [thousands(set.size), thousands(all)]
  return { view: part, notes: [`The drawing shows the ${drawn} best connected of ${of} entities.`] }
}
