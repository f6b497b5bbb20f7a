import { cypherName } from '@core/text/cypher-names'
import type { DatabaseConnection } from './database-connection'
import { ABOUT, BASED_ON, CHANGE, FROM, GRAPH, LABELS, NOT_SAME } from './layout'
import { typeRows } from './load'
import { TypeNames } from './type-names'

/** Records removed in one transaction. */
const AT_ONCE = 10_000n
const LIMIT = 60_000

/**
 * Removes the graph of ours from a database and nothing else, piece by piece; run again after it was interrupted, it
 * goes on. A node of ours that has a relationship of others stops it: ConnectionRefused.
 */
export async function clear(connection: DatabaseConnection): Promise<void> {
  const graph = cypherName(GRAPH)
  await connection.transaction((ask) => ask(`MATCH (g:${graph} {id: 'graph'}) SET g.copying = 'clearing'`))
  const names = TypeNames.read(await connection.transaction(typeRows)) ?? TypeNames.none
  const entity = cypherName(LABELS.entity)
  const evidence = [LABELS.claim, LABELS.source].map(cypherName).join('|')
  const own = [...names.relationshipTypes, NOT_SAME].map(cypherName).join('|')
  const links = [ABOUT, FROM, BASED_ON].map(cypherName).join('|')
  await untilNone(connection, `MATCH (n:${evidence})-[r:${links}]->() WITH r LIMIT $atOnce DELETE r`)
  await untilNone(
    connection,
    `MATCH (:${entity})-[r:${own}]->(:${entity}) WHERE r.id IS NOT NULL WITH r LIMIT $atOnce DELETE r`
  )
  // The types last: without their names a later run would not know which relationships are ours.
  const { entityType, relationType, ...records } = LABELS
  for (const label of [...Object.values(records), CHANGE, entityType, relationType, GRAPH])
    await untilNone(connection, `MATCH (n:${cypherName(label)}) WITH n LIMIT $atOnce DELETE n`)
}

async function untilNone(connection: DatabaseConnection, cypher: string) {
  for (;;) {
    const [row] = await connection.transaction((ask) => ask(`${cypher} RETURN count(*) AS done`, { atOnce: AT_ONCE }), {
      limit: LIMIT
    })
    if (row?.get('done') === 0) return
  }
}
