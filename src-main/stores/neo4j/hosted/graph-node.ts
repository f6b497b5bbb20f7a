import { cypherName } from '@core/text/cypher-names'
import { z } from 'zod'
import type { Ask } from './database-connection'
import { CHANGE, GRAPH } from './layout'

/** The version of the layout that this program writes. */
export const LAYOUT = 1

/** The facts about the graph in a database. */
export const GraphNode = z.object({
  /** The graph's id, new for each copy. */
  graph: z.string().min(1).max(100),
  layout: z.int().min(1),
  title: z.string(),
  /** Unknown fields of the file's header, as JSON. */
  extra: z.string(),
  /** How many changes have been made since the graph was copied there. */
  revision: z.int().min(0),
  /** SHA-256 of the text that is being copied there; null when it is there whole. */
  copying: z.string().nullable(),
  /** How many steps of copying it are done. */
  copied: z.int().min(0)
})
export type GraphNode = z.infer<typeof GraphNode>

const KEYS = Object.keys(GraphNode.shape)
const NODE = `(g:${cypherName(GRAPH)} {id: 'graph'})`

/** The node that describes the graph; undefined where there is no graph of ours, or 'unreadable'. */
export async function readGraphNode(ask: Ask): Promise<GraphNode | 'unreadable' | undefined> {
  const [row] = await ask(`MATCH ${NODE} RETURN ${KEYS.map((key) => `g.${key} AS ${key}`).join(', ')}`)
  if (!row) return undefined
  return GraphNode.safeParse(row.toObject()).data ?? 'unreadable'
}

/** Locks the graph and reads its state: every write begins with this. */
export interface Locked {
  readonly graph: unknown
  readonly revision: unknown
  /** Whether the change with that id was made already: by us, when the answer was lost. */
  readonly isDone: boolean
}

/** Takes the write lock until the transaction ends. Undefined where there is no graph. */
export async function lockGraph(ask: Ask, change: string): Promise<Locked | undefined> {
  // Writing to the node takes its lock; what is read after that holds until the end.
  const [row] = await ask(
    `MATCH ${NODE} SET g.lockedBy = $change
     WITH g OPTIONAL MATCH (c:${cypherName(CHANGE)} {id: $change})
     RETURN g.graph AS graph, g.revision AS revision, c IS NOT NULL AS isDone`,
    { change }
  )
  return row && { graph: row.get('graph'), revision: row.get('revision'), isDone: row.get('isDone') === true }
}

/** Writes down that a change was made, with what it was: others read it, and we when we do not know whether it was kept. */
export async function recordChange(ask: Ask, change: { id: string; at: string; label: string; edits: string }) {
  await ask(
    `MATCH ${NODE} SET g.revision = g.revision + 1 REMOVE g.lockedBy
     CREATE (c:${cypherName(CHANGE)})
     SET c.id = $id, c.revision = g.revision, c.at = $at, c.label = $label, c.edits = $edits`,
    change
  )
}
