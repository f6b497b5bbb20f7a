import type { ExternalNode, ExternalRelationship } from '@core/external/value'
import { cypherName } from '@core/text/cypher-names'
import { hydrateNode, hydrateRelationship } from './hydrate'
import { distinct, type FoundNodes, mend } from './nodes'
import type { Cost, Reader } from './reader'

/** How many relationships a page holds, how many ties are shown among nodes that were found, and milliseconds. */
const MOST = { page: 200, ties: 5_000, timeout: 15_000 }

/** Which way a relationship goes, seen from the node; one from a node to itself goes out. */
type Direction = 'out' | 'in'

/** A type and direction among a node's relationships, and how many there are. */
export interface NeighbourGroup {
  readonly type: string
  readonly direction: Direction
  readonly count: number
}

/** How many relationships of each type a node has, each way, the most first; nothing of them is loaded. */
export async function neighbourCounts(
  reader: Reader,
  node: string,
  signal?: AbortSignal
): Promise<readonly NeighbourGroup[]> {
  const rows = await reader.rows(
    `MATCH (n) WHERE elementId(n) = $node MATCH (n)-[r]->() RETURN type(r) AS type, 'out' AS direction, count(*) AS count
     UNION ALL
     MATCH (n) WHERE elementId(n) = $node MATCH (n)<-[r]-(m) WHERE m <> n
     RETURN type(r) AS type, 'in' AS direction, count(*) AS count`,
    { node },
    cost(signal)
  )
  return rows
    .map((row) => ({
      type: String(row.get('type')),
      direction: row.get('direction') as Direction,
      count: Number(row.get('count'))
    }))
    .sort(
      (a, b) => b.count - a.count || (a.type < b.type ? -1 : a.type > b.type ? 1 : a.direction < b.direction ? 1 : -1)
    )
}

/** A page of a node's relationships: of one type and direction, after the last one of the page before. */
export interface PageRequest {
  readonly node: string
  readonly type: string
  readonly direction: Direction
  readonly after?: string
}

/** The next 200 relationships of a node, in an order that stays, and the nodes at their ends; `next` when there may be more. */
export async function expand(
  reader: Reader,
  { node, type, direction, after = '' }: PageRequest,
  signal?: AbortSignal
): Promise<{ readonly found: FoundNodes; readonly next?: string }> {
  const [left, right, loops] = direction === 'out' ? ['', '>', ''] : ['<', '', 'AND m <> n']
  const rows = await reader.rows(
    `MATCH (n) WHERE elementId(n) = $node
      MATCH (n)${left}-[r:${cypherName(type)}]-${right}(m) WHERE elementId(r) > $after ${loops}
      WITH r, m, elementId(r) AS place ORDER BY place LIMIT ${MOST.page}
      RETURN r, m ORDER BY place`,
    { node, after },
    cost(signal)
  )
  const relationships = rows.map((row) => hydrateRelationship(row.get('r')))
  const last = relationships.length === MOST.page ? relationships.at(-1) : undefined
  const nodes = distinct(rows.map((row) => hydrateNode(row.get('m'))))
  return { found: await mend(reader, { nodes, relationships }, cost(signal)), ...(last && { next: last.id }) }
}

/** The relationships between nodes that were just found, and between them and others; at most 5 000: `limited` where there are more. */
export async function between(
  reader: Reader,
  nodes: readonly string[],
  others: readonly string[],
  signal?: AbortSignal
): Promise<{ readonly relationships: readonly ExternalRelationship[]; readonly limited: boolean }> {
  const rows = await reader.rows(
    `UNWIND $nodes AS id MATCH (n) WHERE elementId(n) = id
     MATCH (n)-[r]-(m) WHERE elementId(m) IN $all RETURN DISTINCT r LIMIT ${MOST.ties + 1}`,
    { nodes: [...nodes], all: [...new Set([...nodes, ...others])] },
    cost(signal)
  )
  const relationships = rows.slice(0, MOST.ties).map((row) => hydrateRelationship(row.get('r')))
  const mended = await mend(reader, { nodes: [], relationships }, cost(signal))
  return { relationships: mended.relationships, limited: rows.length > MOST.ties }
}

/** The nodes with these ids as they are now; what is not there any more is left out. */
export async function nodesById(
  reader: Reader,
  nodes: readonly string[],
  signal?: AbortSignal
): Promise<readonly ExternalNode[]> {
  const rows = await reader.rows(
    'UNWIND $nodes AS id MATCH (n) WHERE elementId(n) = id RETURN n',
    { nodes: [...nodes] },
    cost(signal)
  )
  const found = distinct(rows.map((row) => hydrateNode(row.get('n'))))
  return (await mend(reader, { nodes: found, relationships: [] }, cost(signal))).nodes
}

const cost = (signal: AbortSignal | undefined): Cost => ({ timeout: MOST.timeout, signal })
