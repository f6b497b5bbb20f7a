import type { Change } from '../change/change'
import { type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import type { Relation } from '../records/records'
import { changeOf } from './change-of'
import { relationInLine, unfitting } from './relations'
import { claimsAbout, missing } from './rules'

/** The fields of a relation of which one value has to be chosen where two differ. */
const RELATION_FIELDS = ['type', 'from', 'to'] as const

type RelationField = (typeof RELATION_FIELDS)[number]

/** Which relation stays, which goes into it, and whose value stands where they differ (`keep` where absent). */
export interface MergeRelationsArgs {
  readonly keep: string
  readonly drop: string
  readonly choices?: ReadonlyMap<RelationField, 'keep' | 'drop'>
}

/** The fields in which two relations differ, in the order of a form. */
export const relationConflicts = (keep: Relation, drop: Relation): readonly RelationField[] =>
  RELATION_FIELDS.filter((field) => keep[field] !== drop[field])

/** Makes one relation of two: it has the claims of both. Refused where the type does not join its ends, or a third says the same. */
export function mergeRelations(graph: Graph, { keep, drop, choices }: MergeRelationsArgs): Change | Refusal {
  const [stays, goes] = [graph.get('relation', keep), graph.get('relation', drop)]
  if (!stays) return missing('relation', keep, 'keep')
  if (!goes) return missing('relation', drop, 'drop')
  if (keep === drop) return refuse('A relation cannot be merged with itself.', 'drop')
  const chosen = (field: RelationField) => (choices?.get(field) === 'drop' ? goes : stays)[field]
  const merged = { ...goes, ...stays, type: chosen('type'), from: chosen('from'), to: chosen('to') }
  const problem = unfitting(graph, merged, new Set([drop]))
  if (problem) return problem
  return changeOf(`Merge ${relationInLine(graph, goes)} into ${relationInLine(graph, stays)}`, [
    { before: stays, after: merged },
    { before: goes },
    ...claimsAbout(graph, drop).map((before) => ({ before, after: { ...before, about: keep } }))
  ])
}
