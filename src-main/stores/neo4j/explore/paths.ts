import type { ExternalNode, ExternalRelationship } from '@core/external/value'
import { ExternalError } from './external-error'
import { hydrateNode, hydrateRelationship } from './hydrate'
import { type FoundNodes, mend } from './nodes'
import type { Reader } from './reader'

/** Longest path, how many of the shortest are shown, and milliseconds. */
const MOST = { steps: 8, paths: 20, timeout: 15_000 }

/** The shortest paths between two nodes, in any direction; `note` says how far was searched. */
export async function shortestPaths(
  reader: Reader,
  from: string,
  to: string,
  signal?: AbortSignal
): Promise<{ readonly paths: number; readonly found: FoundNodes; readonly note?: string }> {
  if (from === to) throw new ExternalError('That is one node. Choose two to find a way between them.')
  const cost = { timeout: MOST.timeout, signal }
  const rows = await reader.rows(
    `MATCH (a) WHERE elementId(a) = $from MATCH (b) WHERE elementId(b) = $to
      MATCH p = allShortestPaths((a)-[*..${MOST.steps}]-(b)) WITH p LIMIT ${MOST.paths + 1}
      RETURN relationships(p) AS ties, nodes(p) AS stops`,
    { from, to },
    cost
  )
  const shown = rows.slice(0, MOST.paths)
  const nodes = new Map<string, ExternalNode>()
  const relationships = new Map<string, ExternalRelationship>()
  for (const row of shown) {
    for (const node of (row.get('stops') as readonly unknown[]).map(hydrateNode)) nodes.set(node.id, node)
    for (const tie of (row.get('ties') as readonly unknown[]).map(hydrateRelationship)) relationships.set(tie.id, tie)
  }
  const found = await mend(reader, { nodes: [...nodes.values()], relationships: [...relationships.values()] }, cost)
  const note =
    rows.length === 0
      ? `No way of up to ${MOST.steps} steps joins them.`
      : rows.length > shown.length
        ? `There are more; the first ${MOST.paths} are shown.`
        : undefined
  return { paths: shown.length, found, ...(note !== undefined && { note }) }
}
