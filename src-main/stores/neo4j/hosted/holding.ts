import type { Holding } from '@core/contract/hosted'
import { cypherName } from '@core/text/cypher-names'
import { ConnectionRefused, type DatabaseConnection, nameOf, type Target } from './database-connection'
import { type GraphNode, LAYOUT, readGraphNode } from './graph-node'
import { CHANGE, GRAPH, LABELS } from './layout'
import * as messages from './messages'
import { missingSchema } from './schema'

/** Reads what a database holds, before a graph is kept there. Rejects with ConnectionLost and ConnectionRefused. */
export async function lookAt(connection: DatabaseConnection, target: Target): Promise<Holding> {
  const node = await connection.transaction(readGraphNode)
  const [hasOthers, isReadOnly, missing] = await Promise.all([
    holdsOthers(connection),
    target.database === undefined ? false : isClosed(connection, target.database),
    missingSchema(connection)
  ])
  return {
    outcome: 'looked',
    ...graphIn(nameOf(target), node),
    hasOthers,
    ...(isReadOnly && { closed: messages.readOnlyDatabase(nameOf(target)) }),
    schema: missing.map(({ cypher }) => cypher)
  }
}

function graphIn(name: string, node: GraphNode | 'unreadable' | undefined): Pick<Holding, 'holds' | 'title' | 'why'> {
  if (node === undefined) return { holds: 'nothing' }
  if (node === 'unreadable') return { holds: 'unusable', why: messages.unreadable(name, 1) }
  const { title, layout, copying } = node
  if (layout > LAYOUT) return { holds: 'unusable', title, why: messages.newer(name, layout) }
  return { holds: copying === null ? 'graph' : 'unfinished', title }
}

async function holdsOthers(connection: DatabaseConnection): Promise<boolean> {
  const own = [GRAPH, CHANGE, ...Object.values(LABELS)].map(cypherName).join('|')
  const found = await connection.transaction((ask) => ask(`MATCH (n:!(${own})) RETURN 1 LIMIT 1`), {
    limit: LOOK_LIMIT
  })
  return found.length > 0
}

const LOOK_LIMIT = 60_000

/** Whether the database is read-only. Where this user may not ask, writing will tell. */
async function isClosed(connection: DatabaseConnection, database: string): Promise<boolean> {
  try {
    const rows = await connection.run('SHOW DATABASES YIELD name, access WHERE name = $database RETURN access', {
      database
    })
    return rows.some((row) => row.get('access') === 'read-only')
  } catch (error) {
    if (error instanceof ConnectionRefused) return false
    throw error
  }
}
