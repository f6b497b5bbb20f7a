import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import { relationsBetween } from '../queries/neighbours'
import { entityName } from '../queries/relation-labels'
import type { PropertyValue, Relation } from '../records/records'
import { added, changeOf, named, removed } from './change-of'
import { type ClaimFields, newClaim } from './claims'
import { patched, recordFrom } from './fields'
import { claimsAbout, idTaken, joinProblem, missing } from './rules'
import type { SourceFields } from './sources'

/** What a relation is made from. */
export interface RelationFields {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly properties?: Readonly<Record<string, PropertyValue>>
}

/** A relation, its first claim, and the source of that claim where it is a new one. */
export interface RelationArgs extends RelationFields {
  readonly id: string
  readonly claim?: Omit<ClaimFields, 'about' | 'source'> & { readonly id: string; readonly source?: string }
  readonly source?: SourceFields & { readonly id: string }
}

/** Adds a relation with its first claim and that claim's source in one change: “Connect HTS to Turkey”. Fields at fault are named as in `claim.statement`, `source.title`. */
export function addRelation(graph: Graph, args: RelationArgs): Change | Refusal {
  const { claim, source, ...fields } = args
  const relation = recordFrom('relation', fields)
  if (isRefusal(relation)) return relation
  const problem = idTaken(graph, relation.id) ?? unfitting(graph, relation)
  if (problem) return problem
  const label = `Connect ${named(entityName(graph, relation.from))} to ${named(entityName(graph, relation.to))}`
  if (!claim)
    return source ? refuse('A new source needs a claim that cites it.', 'claim') : changeOf(label, added(relation))
  const made = newClaim(graph, { ...claim, about: relation.id, source: claim.source ?? '' }, source, 'claim.')
  if (isRefusal(made)) return made
  return changeOf(label, added(relation, ...made))
}

/** Changes the type, the ends or the properties of a relation; its claims stay with it. */
export function editRelation(graph: Graph, args: Partial<RelationFields> & { readonly id: string }): Change | Refusal {
  const before = graph.get('relation', args.id)
  if (!before) return missing('relation', args.id)
  const after = patched('relation', before, args)
  if (isRefusal(after)) return after
  return unfitting(graph, after) ?? changeOf(`Edit ${relationInLine(graph, before)}`, [{ before, after }])
}

/** Removes a relation and the claims about it. */
export function removeRelation(graph: Graph, args: { readonly id: string }): Change | Refusal {
  const relation = graph.get('relation', args.id)
  if (!relation) return missing('relation', args.id)
  const gone = [...claimsAbout(graph, relation.id), relation]
  return changeOf(`Remove ${relationInLine(graph, relation)}`, removed(gone))
}

/** A relation in a label: “operates” between Russia and Hmeimim Air Base. */
export function relationInLine(graph: Graph, { type, from, to }: Relation): string {
  const label = graph.get('relationType', type)?.label ?? type
  return `“${named(label)}” between ${named(entityName(graph, from))} and ${named(entityName(graph, to))}`
}

/** Why a relation cannot stand in a graph: an end or type that is missing or does not fit, or another that says the same; `except`: ids of relations that go. */
export function unfitting(
  graph: Graph,
  relation: Relation,
  except: ReadonlySet<string> = new Set()
): Refusal | undefined {
  const { from, to } = relation
  const ends = [graph.get('entity', from), graph.get('entity', to)]
  if (!ends[0]) return missing('entity', from, 'from')
  if (!ends[1]) return missing('entity', to, 'to')
  const type = graph.get('relationType', relation.type)
  if (!type) return refuse('Choose how they are related: this type is not known here.', 'type')
  const problem = joinProblem(graph, relation.type, ends[0].type, ends[1].type)
  if (problem) return refuse(problem, 'type')
  const twin = relationsBetween(graph, from, to).find(
    (other) =>
      other.id !== relation.id &&
      !except.has(other.id) &&
      other.type === type.id &&
      (other.from === from || type.symmetric)
  )
  const [a, b] = [named(ends[0].name), named(ends[1].name)]
  return twin && refuse(`“${type.label}” already leads from ${a} to ${b}. Add the claim to that relation.`, 'type')
}
