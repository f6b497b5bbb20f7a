import { evidence } from '../evidence/evidence'
import type { Graph } from '../graph/graph'
import { entityName, relationWordFrom } from '../queries/relation-labels'
import { sortInSteps } from '../queries/sort-in-steps'
import type { View } from '../records/records'
import { otherEnd } from '../records/relation-ends'
import { lensOf, withoutLegend } from './filters'
import { type ShownRelation, shownAt } from './shown'
import { mostClaimed } from './working-set'

/** A relation as read from one of its ends. */
export interface RelationFrom extends ShownRelation {
  /** The word as read from that end: “operated by”. */
  readonly word: string
  /** Id and name of the entity at the other end. */
  readonly other: string
  readonly otherName: string
}

/** An entity's relations in a view; `inView` counts those that it would have without the filters that hide types and statuses. */
export interface Listed {
  readonly rows: readonly RelationFrom[]
  readonly inView: number
}

/**
 * An entity's relations in a view as lists show them and as one steps through them: by their word, then by the other's name,
 * then by id. Yields while it works, so that ten thousand can be listed in slices.
 */
export function* listedFrom(graph: Graph, view: View, entity: string): Generator<void, Listed> {
  const rows: RelationFrom[] = []
  // Relations of a type that is hidden are not counted either: that hides a column of the list, not a part of the drawing.
  const lens = lensOf(view)
  const passes = (id: string) => {
    const end = graph.get('entity', id)
    return end === undefined || lens.entity(end)
  }
  let inView = 0
  for (const shown of shownAt(graph, withoutLegend(view, ['types', 'statuses', 'denials']), entity)) {
    inView++
    const { from, to } = shown.relation
    if (lens.evidence(shown.evidence) && passes(from) && passes(to)) rows.push(relationFrom(graph, shown, entity))
    yield
  }
  return { rows: yield* sortInSteps(rows, inOrder), inView }
}

/** A relation as read from one of its ends. */
function relationFrom(graph: Graph, shown: ShownRelation, entity: string): RelationFrom {
  const other = otherEnd(shown.relation, entity)
  const word = relationWordFrom(graph, shown.relation, entity)
  return { ...shown, word, other, otherName: entityName(graph, other) }
}

/** The best supported relations of an entity in the whole graph, the best first, at most `most`. */
export function strongestFrom(graph: Graph, entity: string, most: number): readonly RelationFrom[] {
  return mostClaimed(graph, entity)
    .map((relation) => relationFrom(graph, { relation, evidence: evidence(graph, relation.id) }, entity))
    .sort((a, b) => b.evidence.independent - a.evidence.independent || inOrder(a, b))
    .slice(0, most)
}

const inOrder = (a: RelationFrom, b: RelationFrom): number =>
  compare(a.word, b.word) || compare(a.otherName, b.otherName) || compare(a.relation.id, b.relation.id)

const collator = new Intl.Collator('en')
const compare = (a: string, b: string) => (a === b ? 0 : collator.compare(a, b) || (a < b ? -1 : 1))
