import type { Graph } from '../graph/graph'
import type { Relation } from '../records/records'
import { writeJson } from '../text/json'
import { recordProperties } from './shown-properties'
import { externalTypeId } from './type-ids'
import type { ExternalRelationship } from './value'
import { MARK } from './write-back/operation'

/**
 * The relation of ours that stands for a relationship which this session has not met yet: one that we wrote ourselves, by its
 * mark, or one that was found in an earlier session, by its type, ends and properties. `ends`: our ids; `standing`: relations
 * that stand for another relationship already.
 */
export function sameTie(
  graph: Graph,
  { type, properties }: ExternalRelationship,
  [from, to]: readonly [string, string],
  standing: ReadonlySet<string>
): string | undefined {
  const mark = properties.find(([name]) => name === MARK)?.[1]
  const isOurs = (id: string) => mark?.type === 'string' && mark.text === id
  const said = writeJson(written(recordProperties(properties)))
  // A hub has many: the other end is quicker gone through.
  const [ofFrom, ofTo] = [graph.relationsOf(from), graph.relationsOf(to)]
  for (const id of ofFrom.length <= ofTo.length ? ofFrom : ofTo) {
    const relation = graph.get('relation', id)
    if (!relation || relation.neo4j === undefined || standing.has(id)) continue
    if (relation.type !== externalTypeId(type) || relation.from !== from || relation.to !== to) continue
    if (isOurs(id) || (mark === undefined && writeJson(written(propertiesOf(relation))) === said)) return id
  }
  return undefined
}

const propertiesOf = ({ properties }: Relation): object =>
  typeof properties === 'object' && properties !== null ? properties : {}

const written = (properties: object) => Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
