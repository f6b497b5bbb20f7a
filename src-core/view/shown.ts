import { evidence } from '../evidence/evidence'
import type { Evidence } from '../evidence/status'
import type { Graph } from '../graph/graph'
import { byId } from '../records/ids'
import type { Entity, Relation, View } from '../records/records'
import { otherEnd } from '../records/relation-ends'
import { type Filters, type Lens, lensOf } from './filters'
import { viewDate } from './view-date'

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
 * that date if it has any. Ids that the graph no longer holds are passed over.
 * `candidates` are the relations that may be shown, where they are known already.
 */
export function shown(graph: Graph, view: View, candidates?: Iterable<Relation>): Shown {
  const entities = shownEntities(graph, view)
  const ids = new Set(entities.map(({ id }) => id))
  const lens = lensOf(view)
  const relations: ShownRelation[] = []
  // A view that lists its entities costs what it shows, however large the graph is.
  const among = candidates ?? (view.entities ? tiesOf(graph, ids) : graph.all('relation').values())
  for (const relation of among) {
    if (!ids.has(relation.from) || !ids.has(relation.to)) continue
    const found = shownRelation(graph, view, lens, relation)
    if (found) relations.push(found)
  }
  return { entities, relations: relations.sort((a, b) => byId(a.relation, b.relation)) }
}

/** What is left of what a view shows when these filters are set as well; dates aside, which were looked at before. */
export function without({ entities, relations }: Shown, filters: Filters): Shown {
  const lens = lensOf(filters)
  const gone = new Set<string>()
  for (const entity of entities) if (!lens.entity(entity)) gone.add(entity.id)
  return {
    entities: entities.filter(({ id }) => !gone.has(id)),
    relations: relations.filter(
      ({ relation, evidence }) =>
        lens.evidence(evidence) && lens.relation(relation) && !gone.has(relation.from) && !gone.has(relation.to)
    )
  }
}

/** Of what a view shows, the relations of one entity, one after the other as they are looked at; in no order. */
export function* shownAt(graph: Graph, view: View, entity: string): Generator<ShownRelation> {
  const isShown = shows(view)
  const lens = lensOf(view)
  const own = graph.get('entity', entity)
  if (!own || !isShown(own)) return
  for (const id of graph.relationsOf(entity)) {
    const relation = graph.get('relation', id)
    const other = relation && graph.get('entity', otherEnd(relation, entity))
    const found = other && isShown(other) ? shownRelation(graph, view, lens, relation) : undefined
    if (found) yield found
  }
}

/** The entities alone of what a view shows, by id: the cheap half. */
export function shownEntities(graph: Graph, view: View): readonly Entity[] {
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
export function shownCount(graph: Graph, view: Filters & Pick<View, 'entities'>): number {
  const lens = lensOf(view)
  let count = 0
  if (view.entities || !lens.isByType) {
    for (const id of new Set(view.entities ?? graph.all('entity').keys())) {
      const entity = graph.get('entity', id)
      if (entity && lens.entity(entity)) count++
    }
  } else for (const [type, entities] of graph.entitiesOfType) if (lens.type(type)) count += entities
  return count
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
export function shows(view: Filters & Pick<View, 'entities'>): (entity: Entity) => boolean {
  const { entity: passes } = lensOf(view)
  const listed = view.entities && new Set(view.entities)
  return (entity) => passes(entity) && (!listed || listed.has(entity.id))
}

function shownRelation(graph: Graph, view: View, lens: Lens, relation: Relation): ShownRelation | undefined {
  if (!lens.relation(relation)) return undefined
  const found = evidence(graph, relation.id, viewDate(view))
  return lens.evidence(found) ? { relation, evidence: found } : undefined
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
