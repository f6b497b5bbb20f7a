import { cypherName } from '@core/text/cypher-names'
import type { DatabaseConnection } from './database-connection'
import { CHANGE, GRAPH, LABELS } from './layout'

/** A constraint or index that the graph needs: its name, and the statement that creates it if it is missing. */
export interface SchemaStatement {
  readonly name: string
  readonly cypher: string
}

const unique = (label: string): SchemaStatement => {
  const name = `entente_${label.replace('Entente', '').toLowerCase()}_id`
  return {
    name,
    cypher: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${cypherName(label)}) REQUIRE n.id IS UNIQUE`
  }
}

const index = (label: string, property: string): SchemaStatement => {
  const name = `entente_${label.replace('Entente', '').toLowerCase()}_${property}`
  return { name, cypher: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${cypherName(label)}) ON (n.${property})` }
}

/** All constraints and indexes of a hosted graph, shown before they are created. All are on labels of ours. */
export const SCHEMA: readonly SchemaStatement[] = [
  ...[GRAPH, CHANGE, ...Object.values(LABELS)].map(unique),
  index(CHANGE, 'revision'),
  index(LABELS.claim, 'about'),
  index(LABELS.claim, 'source'),
  {
    name: 'entente_names',
    cypher: `CREATE FULLTEXT INDEX entente_names IF NOT EXISTS FOR (n:${cypherName(LABELS.entity)}) ON EACH [n.names]`
  }
]

/** Those that a database lacks. Rejects with ConnectionLost and ConnectionRefused. */
export async function missingSchema(connection: DatabaseConnection): Promise<readonly SchemaStatement[]> {
  const there = new Set<unknown>()
  for (const what of ['CONSTRAINTS', 'INDEXES'])
    for (const row of await connection.run(`SHOW ${what} YIELD name RETURN name`)) there.add(row.get('name'))
  return SCHEMA.filter(({ name }) => !there.has(name))
}
