import { likeliest } from '@core/foreign/caption'
import type { ForeignSchema, LabelSchema, NameCount, TextIndex } from '@core/foreign/schema'
import { cypherName } from '@core/formats/cypher/names'
import type { Cost, Reader } from './reader'

/** How far a look at a database goes: labels whose nodes are sampled, nodes of each, nodes without regard to label, milliseconds. */
const MOST = { labels: 60, nodes: 200, anyNodes: 10_000, timeout: 15_000 }

/** What a database holds: counts from its own statistics, properties from a sample of the commonest labels. */
export async function readSchema(reader: Reader, signal?: AbortSignal): Promise<ForeignSchema> {
  const cost = { timeout: MOST.timeout, signal }
  const [stats] = await reader.rows("CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data", {}, cost)
  const counts = readCounts(stats?.get('data'))
  const [unlabelled] = await reader.rows(UNLABELLED, { most: BigInt(MOST.anyNodes) }, cost)
  const unique = await readUnique(reader, cost)
  const labels: LabelSchema[] = []
  for (const [at, label] of counts.labels.entries())
    labels.push({
      ...label,
      unique: unique.get(label.name) ?? [],
      ...(at < MOST.labels ? await sample(reader, label.name, cost) : { properties: [], sampled: 0 })
    })
  return {
    nodes: counts.nodes,
    relationships: counts.relationships,
    labels,
    relationshipTypes: counts.types,
    unlabelled: Number(unlabelled?.get('count')),
    textIndexes: await readTextIndexes(reader, cost),
    notes: notes(counts)
  }
}

interface Counts {
  readonly nodes: number
  readonly relationships: number
  /** Those that are in use, the commonest first. */
  readonly labels: readonly NameCount[]
  readonly types: readonly NameCount[]
}

function readCounts(data: unknown): Counts {
  const { nodes = [], relationships = [] } = (data ?? {}) as Readonly<Record<string, readonly CountRow[]>>
  const inUse = (rows: readonly CountRow[], nameOf: (row: CountRow) => string | undefined) =>
    rows
      .flatMap((row) => {
        const name = nameOf(row)
        return name === undefined || Number(row.count) === 0 ? [] : [{ name, count: Number(row.count) }]
      })
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const isTotal = (row: CountRow) => row.startLabel === undefined && row.endLabel === undefined
  return {
    nodes: Number(nodes.find(({ label }) => label === undefined)?.count ?? 0),
    relationships: Number(relationships.find((row) => row.relationshipType === undefined && isTotal(row))?.count ?? 0),
    labels: inUse(nodes, ({ label }) => label),
    types: inUse(relationships.filter(isTotal), ({ relationshipType }) => relationshipType)
  }
}

interface CountRow {
  readonly count: bigint
  readonly label?: string
  readonly relationshipType?: string
  readonly startLabel?: string
  readonly endLabel?: string
}

const UNLABELLED = 'MATCH (n) WITH n LIMIT $most WHERE size(labels(n)) = 0 RETURN count(n) AS count'

async function sample(
  reader: Reader,
  label: string,
  cost: Cost
): Promise<Pick<LabelSchema, 'properties' | 'sampled' | 'caption'>> {
  const rows = await reader.rows(
    `MATCH (n:${cypherName(label)}) WITH n LIMIT $most
     WITH collect(keys(n)) AS samples UNWIND samples AS names UNWIND (CASE names WHEN [] THEN [null] ELSE names END) AS name
     RETURN name, count(*) AS count, size(samples) AS sampled ORDER BY count DESC, name`,
    { most: BigInt(MOST.nodes) },
    cost
  )
  const properties = rows.flatMap((row) => {
    const name: unknown = row.get('name')
    return typeof name === 'string' ? [{ name, count: Number(row.get('count')) }] : []
  })
  const sampled = Number(rows[0]?.get('sampled') ?? 0)
  const [caption] = likeliest(properties.map(({ name }) => name))
  return { properties, sampled, ...(caption !== undefined && { caption }) }
}

async function readTextIndexes(reader: Reader, cost: Cost): Promise<readonly TextIndex[]> {
  const rows = await reader.rows(
    `SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, state
     WHERE type = 'FULLTEXT' AND entityType = 'NODE' AND state = 'ONLINE'
     RETURN name, labelsOrTypes AS labels, properties ORDER BY name`,
    {},
    cost
  )
  return rows.map((row) => ({ name: row.get('name'), labels: row.get('labels'), properties: row.get('properties') }))
}

async function readUnique(reader: Reader, cost: Cost): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader.rows(
    `SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties
     WHERE entityType = 'NODE' AND size(properties) = 1 AND (type ENDS WITH 'UNIQUENESS' OR type = 'NODE_KEY')
     RETURN labelsOrTypes[0] AS label, properties[0] AS property ORDER BY property`,
    {},
    cost
  )
  const unique = new Map<string, readonly string[]>()
  for (const row of rows) unique.set(row.get('label'), [...(unique.get(row.get('label')) ?? []), row.get('property')])
  return unique
}

const notes = ({ labels }: Counts): readonly string[] =>
  labels.length <= MOST.labels
    ? []
    : [`There are ${labels.length} labels; the properties of the commonest ${MOST.labels} were looked at.`]
