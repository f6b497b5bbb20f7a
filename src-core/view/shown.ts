import type { Graph } from '../graph/graph'
import { type Evidence, evidence } from '../queries/evidence'
import { byId } from '../queries/neighbours'
import type { Entity, Relation, View } from '../records/records'

/** A relation that is drawn, and how well it is supported at the view's date. */
export interface ShownRelation {
  readonly relation: Relation
  readonly evidence: Evidence
}

/** What a view shows, by id. */
export interface Shown {
  readonly entities: readonly Entity[]
  readonly relations: readonly ShownRelation[]
}

/**
 * What a view shows of a graph, after its filters and at its date. A relation needs both its ends, and a claim that counts at
 * that date if it has any. Ids that the graph no longer holds are passed over. Throws RangeError if `asOf` is not EDTF.
 */
export function shown(graph: Graph, view: View): Shown {
  const entities = shownEntities(graph, view)
  const ids = new Set(entities.map(({ id }) => id))
  const hiddenTypes = new Set(view.hiddenRelationTypes)
  const hiddenStatuses = new Set(view.hiddenStatuses)
  const relations: ShownRelation[] = []
  for (const relation of graph.all('relation').values()) {
    if (!ids.has(relation.from) || !ids.has(relation.to) || hiddenTypes.has(relation.type)) continue
    const found = evidence(graph, relation.id, view)
    if (found.status !== 'outside' && !hiddenStatuses.has(found.status)) relations.push({ relation, evidence: found })
  }
  return { entities, relations: relations.sort((a, b) => byId(a.relation, b.relation)) }
}

/** The entities alone of what a view shows, by id: the cheap half. */
export function shownEntities(graph: Graph, view: View): readonly Entity[] {
  const hidden = new Set(view.hiddenTypes)
  const listed = view.entities && new Set(view.entities)
  const entities: Entity[] = []
  for (const entity of graph.all('entity').values())
    if (!hidden.has(entity.type) && (!listed || listed.has(entity.id))) entities.push(entity)
  return entities.sort(byId)
}

/** The view to begin with: the file's first by id, or one that shows everything. */
export function defaultView(graph: Graph): View {
  return viewsOf(graph)[0] ?? { kind: 'view', id: 'overview', name: 'Overview', positions: [] }
}

/** The view of that id or, failing that, that name. */
export function findView(graph: Graph, idOrName: string): View | undefined {
  return graph.get('view', idOrName) ?? viewsOf(graph).find(({ name }) => name === idOrName)
}

/** All views, by id. */
export const viewsOf = (graph: Graph): readonly View[] => [...graph.all('view').values()].sort(byId)
