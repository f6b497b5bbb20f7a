import { type Evidence, evidence } from '../evidence/evidence'
import type { Graph } from '../graph/graph'
import { byId, otherEnd } from '../queries/neighbours'
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
 * `candidates` are the relations that may be shown, where they are known already.
 */
export function shown(graph: Graph, view: View, candidates?: Iterable<Relation>): Shown {
  const entities = shownEntities(graph, view)
  const ids = new Set(entities.map(({ id }) => id))
  const relations: ShownRelation[] = []
  // A view that lists its entities costs what it shows, however large the graph is.
  const among = candidates ?? (view.entities ? tiesOf(graph, ids) : graph.all('relation').values())
  for (const relation of among) {
    if (!ids.has(relation.from) || !ids.has(relation.to)) continue
    const found = shownRelation(graph, view, relation)
    if (found) relations.push(found)
  }
  return { entities, relations: relations.sort((a, b) => byId(a.relation, b.relation)) }
}

/** Ids of what is hidden as well: types of entity, types of relation, statuses. */
export interface Hidden {
  readonly types: ReadonlySet<string>
  readonly relationTypes: ReadonlySet<string>
  readonly statuses: ReadonlySet<string>
}

/** What is left of what a view shows when these are hidden as well. */
export function without({ entities, relations }: Shown, { types, relationTypes, statuses }: Hidden): Shown {
  const gone = new Set(entities.flatMap(({ id, type }) => (types.has(type) ? [id] : [])))
  return {
    entities: entities.filter(({ id }) => !gone.has(id)),
    relations: relations.filter(
      ({ relation, evidence }) =>
        !statuses.has(evidence.status) &&
        !relationTypes.has(relation.type) &&
        !gone.has(relation.from) &&
        !gone.has(relation.to)
    )
  }
}

/** Of what a view shows, the relations of one entity, one after the other as they are looked at; in no order. */
export function* shownAt(graph: Graph, view: View, entity: string): Generator<ShownRelation> {
  const isShown = shows(view)
  const own = graph.get('entity', entity)
  if (!own || !isShown(own)) return
  for (const id of graph.relationsOf(entity)) {
    const relation = graph.get('relation', id)
    const other = relation && graph.get('entity', otherEnd(relation, entity))
    const found = other && isShown(other) ? shownRelation(graph, view, relation) : undefined
    if (found) yield found
  }
}

/** The entities alone of what a view shows, by id: the cheap half. */
function shownEntities(graph: Graph, view: View): readonly Entity[] {
  const isShown = shows({ ...view, entities: undefined })
  const entities: Entity[] = []
  if (view.entities) {
    for (const id of new Set(view.entities)) {
      const entity = graph.get('entity', id)
      if (entity && isShown(entity)) entities.push(entity)
    }
  } else for (const entity of graph.all('entity').values()) if (isShown(entity)) entities.push(entity)
  return entities.sort(byId)
}

/** How many entities a view shows. */
export function shownCount(graph: Graph, { entities, hiddenTypes }: Pick<View, 'entities' | 'hiddenTypes'>): number {
  const hidden = new Set(hiddenTypes)
  if (entities) {
    let count = 0
    for (const id of new Set(entities)) {
      const entity = graph.get('entity', id)
      if (entity && !hidden.has(entity.type)) count++
    }
    return count
  }
  const counts = [...graph.entitiesOfType].filter(([type]) => !hidden.has(type))
  return counts.reduce((sum, [, count]) => sum + count, 0)
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

/** Whether a view shows an entity. */
export function shows({ entities, hiddenTypes }: Pick<View, 'entities' | 'hiddenTypes'>): (entity: Entity) => boolean {
  const hidden = new Set(hiddenTypes)
  const listed = entities && new Set(entities)
  return ({ id, type }) => !hidden.has(type) && (!listed || listed.has(id))
}

function shownRelation(graph: Graph, view: View, relation: Relation): ShownRelation | undefined {
  if (view.hiddenRelationTypes?.includes(relation.type)) return undefined
  const found = evidence(graph, relation.id, view)
  if (found.status === 'not-at-date' || view.hiddenStatuses?.includes(found.status)) return undefined
  return { relation, evidence: found }
}

/** The relations that begin or end at these entities, each once. */
function* tiesOf(graph: Graph, entities: ReadonlySet<string>): Generator<Relation> {
  for (const entity of entities)
    for (const id of graph.relationsOf(entity)) {
      const relation = graph.get('relation', id)
      // Where both ends are among them, it comes at the end that it begins at.
      if (relation && (relation.from === entity || !entities.has(relation.from))) yield relation
    }
}
