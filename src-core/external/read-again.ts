import { same } from '../change/change'
import type { Edit, Graph } from '../graph/graph'
import { inDatabase } from '../records/in-database'
import type { Relation } from '../records/records'
import { writeJson } from '../text/json'
import { externalPartOf } from './external-part'
import { type Bound, type ExternalResult, type IncludedRecords, includeResult, type Taking } from './external-result'
import { newLabelTypes } from './new-label-types'
import { isAsRead, nodeReadAgain } from './node-read-again'
import { sameTie } from './same-tie'
import { recordProperties } from './shown-properties'
import { externalTypeId } from './type-ids'
import type { ExternalNode, ExternalRelationship } from './value'

/** What a database says now. */
export interface Reread extends ExternalResult {
  /** Our ids of the entities that were asked about, each with the server's id of its node where that is known. */
  readonly asked: ReadonlyMap<string, string | undefined>
  /** Whether these are all relationships between them, so that one which is not among them has gone. */
  readonly isWhole: boolean
}

/** What has changed in a database, in numbers: entities and relations. */
export interface Told {
  readonly read: number
  readonly changed: number
  readonly added: number
  readonly gone: number
}

/**
 * Takes over what a database says now of entities that stand for nodes in it, and of the relations between them. What the analyst
 * changed or added stays; what is not there any more stays as well, and is marked as gone.
 */
export function readAgain(
  graph: Graph,
  bound: Bound,
  { nodes, relationships, asked, isWhole }: Reread,
  taking: Taking
): IncludedRecords & { readonly told: Told } {
  const edits: Edit[] = []
  let gone = 0
  const now = new Map(nodes.map((node) => [node.id, node]))
  for (const [id, node] of asked) {
    const before = graph.get('entity', id)
    const found = node === undefined ? undefined : now.get(node)
    if (!before || (found && isAsRead(before, found))) continue
    const part = externalPartOf(before)
    if (!part) continue
    const after =
      found && isSameNode(part.labels, found)
        ? nodeReadAgain(graph, before, found, taking.rank)
        : { ...before, neo4j: { ...part, gone: true } }
    if (same(before, after)) continue
    if (after.neo4j.gone) gone++
    edits.push({ before, after })
  }
  const changedEntities = edits.length - gone

  const ties = ofOurs(graph, asked)
  const standing = standingFor(graph, bound, relationships, ties)
  const standFor = new Map([...standing].map(([relationship, id]) => [id, relationship]))
  let changedRelations = 0
  for (const before of ties) {
    const relationship = standFor.get(before.id)
    if (relationship ? isTieAsRead(before, relationship) : !isWhole) continue
    const after = relationship ? tieReadAgain(before, relationship) : asGone(before)
    if (same(before, after)) continue
    if (relationship) changedRelations++
    else gone++
    edits.push({ before, after })
  }

  const known = new Map([...bound.relations, ...[...standing].map(([{ id }, relation]) => [id, relation] as const)])
  const taken = includeResult(graph, { ...bound, relations: known }, { nodes: [], relationships }, taking)
  const added = taken.change.edits.filter(({ after }) => after?.kind === 'relation').length
  const types = newLabelTypes(graph, nodes, taking.usual).map((after): Edit => ({ after }))
  const all = edits.length > 0 ? [...types, ...edits] : []
  return {
    change: { label: taking.label, edits: [...all, ...taken.change.edits] },
    bound: taken.bound,
    told: { read: asked.size, changed: changedEntities + changedRelations, added, gone }
  }
}

/** A server may give the id of a node that was removed to a new one; that it shares no label with the old one tells. */
const isSameNode = (labels: readonly string[], node: ExternalNode) =>
  labels.length === 0 || node.labels.some((label) => labels.includes(label))

/** Our relations between these entities that stand for something in the database. */
function ofOurs(graph: Graph, entities: ReadonlyMap<string, unknown>): readonly Relation[] {
  const ties = new Map<string, Relation>()
  for (const entity of entities.keys())
    for (const id of graph.relationsOf(entity)) {
      const relation = graph.get('relation', id)
      if (relation?.neo4j !== undefined && entities.has(relation.from) && entities.has(relation.to))
        ties.set(id, relation)
    }
  return [...ties.values()]
}

/** Which of our relations stands for which relationship: as this session knows, by properties, and last by ends and type alone. */
function standingFor(
  graph: Graph,
  { entities, relations }: Bound,
  relationships: readonly ExternalRelationship[],
  ties: readonly Relation[]
): ReadonlyMap<ExternalRelationship, string> {
  const standing = new Map<ExternalRelationship, string>()
  const taken = new Set<string>()
  const stands = (relationship: ExternalRelationship, id: string | undefined) => {
    if (id === undefined || taken.has(id) || !graph.get('relation', id)) return false
    standing.set(relationship, id)
    taken.add(id)
    return true
  }
  const unknown = relationships.filter((one) => !stands(one, relations.get(one.id)))
  const ends = ({ from, to }: ExternalRelationship) => [entities.get(from) ?? '', entities.get(to) ?? ''] as const
  const changed = unknown.filter((one) => !stands(one, sameTie(graph, one, ends(one), taken)))
  for (const one of changed) {
    const [from, to] = ends(one)
    const isSame = (tie: Relation) => tie.type === externalTypeId(one.type) && tie.from === from && tie.to === to
    stands(one, ties.find((tie) => isSame(tie) && !taken.has(tie.id))?.id)
  }
  return standing
}

/** Whether the relationship says what it did when the relation was made of it; quickly, as most of many do. */
function isTieAsRead({ properties, neo4j }: Relation, relationship: ExternalRelationship): boolean {
  if (typeof neo4j !== 'object' || neo4j === null || 'gone' in neo4j) return false
  const now = relationship.properties.length > 0 ? recordProperties(relationship.properties) : undefined
  return writeJson(properties) === writeJson(now)
}

/** The relation with what the relationship says now. */
function tieReadAgain(relation: Relation, { properties }: ExternalRelationship): Relation {
  const { gone: _gone, ...known } = inDatabase(relation) ?? {}
  const { properties: _old, ...rest } = relation
  return { ...rest, ...(properties.length > 0 && { properties: recordProperties(properties) }), neo4j: known }
}

const asGone = (relation: Relation): Relation => ({ ...relation, neo4j: { ...inDatabase(relation), gone: true } })
