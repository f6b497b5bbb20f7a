import { lineDate } from '../evidence/line-date'
import type { Evidence } from '../evidence/status'
import type { Graph } from '../graph/graph'
import type { Entity, Relation } from '../records/records'
import { distinction } from './namesakes'

/** The word on a relation's line, read from its beginning to its end; its type's id where the type is not declared. */
export const relationLabel = (graph: Graph, relation: Relation): string =>
  graph.get('relationType', relation.type)?.label ?? relation.type

/** The word as read from one of its ends: “operates” from Russia, “operated by” from the base. */
export function relationWordFrom(graph: Graph, relation: Relation, entity: string): string {
  const type = graph.get('relationType', relation.type)
  if (!type) return relation.type
  return relation.from === entity || type.symmetric ? type.label : type.inverse
}

/** Whether a relation says the same both ways, so that it has no arrow. */
export const isSymmetric = (graph: Graph, relation: Relation): boolean =>
  graph.get('relationType', relation.type)?.symmetric === true

/** A relation in one line: “Russia —operates→ Hmeimim Air Base”, without an arrow head where it is symmetric. */
export function relationLine(graph: Graph, relation: Relation): string {
  const head = isSymmetric(graph, relation) ? '—' : '→'
  return `${entityName(graph, relation.from)} —${relationLabel(graph, relation)}${head} ${entityName(graph, relation.to)}`
}

/** An entity's name, with what tells it from others of that name; its id where it is not there. */
export function entityName(graph: Graph, id: string): string {
  const entity = graph.get('entity', id)
  if (!entity) return id
  const apart = distinction(graph, entity)
  return apart === undefined ? entity.name : `${entity.name} (${apart})`
}

/** The name in its own script that is shown under the first one: the first native alias. */
export const nativeName = (entity: Entity): string | undefined =>
  entity.aliases.find(({ kind }) => kind === 'native')?.text

/** What stands on a relation's line: its word, and where dates are asked for when it held; `short` is the word where there is no room for both. */
export function lineWords(
  graph: Graph,
  relation: Relation,
  evidence: Evidence,
  dates: boolean
): { readonly word: string; readonly short?: string } {
  const word = relationLabel(graph, relation)
  const when = dates ? lineDate(evidence) : undefined
  return when === undefined ? { word } : { word: `${word} · ${when}`, short: word }
}
