import type { ExternalNode, ExternalRelationship, Property } from '@core/external/value'
import { hydrate, UNKNOWN_TIME, ZONED } from './hydrate'
import type { Cost, Reader } from './reader'

/** Nodes and relationships between them. */
export interface FoundNodes {
  readonly nodes: readonly ExternalNode[]
  readonly relationships: readonly ExternalRelationship[]
}

/** What was found, with the times that this computer could not work out as the server itself writes them. */
export async function mend(reader: Reader, { nodes, relationships }: FoundNodes, cost: Cost): Promise<FoundNodes> {
  return {
    nodes: await mended(reader, 'MATCH (x)', nodes, cost),
    relationships: await mended(reader, 'MATCH ()-[x]->()', relationships, cost)
  }
}

interface Thing {
  readonly id: string
  readonly properties: readonly Property[]
}

async function mended<T extends Thing>(reader: Reader, match: string, things: readonly T[], cost: Cost) {
  const broken = things.filter(({ properties }) =>
    properties.some(([, value]) => value === UNKNOWN_TIME || isBrokenList(value))
  )
  if (broken.length === 0) return things
  const rows = await reader.rows(
    `${match} WHERE elementId(x) IN $ids RETURN elementId(x) AS id, [k IN keys(x) | [k, ${WRITTEN}]] AS properties`,
    { ids: broken.map(({ id }) => id) },
    cost
  )
  const whole = new Map(
    rows.map((row) => [row.get('id') as string, row.get('properties') as readonly [string, unknown][]])
  )
  return things.map((thing) => {
    const pairs = whole.get(thing.id)
    return pairs ? { ...thing, properties: pairs.map(([name, value]) => [name, hydrate(value, 1)] as const) } : thing
  })
}

const isBrokenList = (value: Property[1]) => value.type === 'list' && value.items.includes(UNKNOWN_TIME)

const WRITTEN = `CASE WHEN x[k] IS :: ZONED DATETIME THEN {\`${ZONED}\`: toString(x[k])}
  WHEN x[k] IS :: LIST<ZONED DATETIME NOT NULL> THEN {\`${ZONED}\`: [t IN x[k] | toString(t)]}
  ELSE x[k] END`

/** The same nodes, each once, in the order in which they come. */
export const distinct = (nodes: readonly ExternalNode[]): readonly ExternalNode[] => [
  ...new Map(nodes.map((node) => [node.id, node])).values()
]
