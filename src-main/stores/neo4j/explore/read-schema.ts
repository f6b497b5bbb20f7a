import { likeliest } from '@core/external/caption-guess'
import type { ExternalSchema, LabelSchema, NameCount, TextIndex, ValueIndex } from '@core/external/schema'
import { commonestCaption, usualCaption } from '@core/external/usual-caption'
import type { ExternalNode } from '@core/external/value'
import { cypherName } from '@core/text/cypher-names'
import type { Cost, Reader } from './reader'

/**
 * How much of a database is sampled: its first nodes, then this many of each label that had too few among them, for this
 * many labels at most; then this many nodes of each to see what tells them apart; and milliseconds.
 */
const MOST = { anyNodes: 20_000, enough: 50, nodes: 200, labels: 40, captioned: 60, timeout: 15_000 }

/** What a database holds: counts from its own statistics, properties from a sample. */
export async function readSchema(reader: Reader, signal?: AbortSignal): Promise<ExternalSchema> {
  const cost = { timeout: MOST.timeout, signal }
  const [stats] = await reader.rows("CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data", {}, cost)
  const counts = readCounts(stats?.get('data'))
  const [unlabelled] = await reader.rows(UNLABELLED, { most: BigInt(MOST.anyNodes) }, cost)
  const samples = new Map(await sample(reader, 'n', MOST.anyNodes, cost))
  const scarce = counts.labels.filter(
    ({ name, count }) => (samples.get(name)?.sampled ?? 0) < Math.min(count, MOST.enough)
  )
  for (const { name } of scarce.slice(0, MOST.labels)) {
    const own = (await sample(reader, `n:${cypherName(name)}`, MOST.nodes, cost)).get(name)
    if (own) samples.set(name, own)
  }
  const unique = await readUnique(reader, cost)
  const some = new Map<string, readonly ExternalNode[]>()
  for (const { name } of counts.labels.slice(0, MOST.labels)) some.set(name, await shortNodes(reader, name, cost))
  return {
    nodes: counts.nodes,
    relationships: counts.relationships,
    labels: counts.labels.map((label) =>
      labelSchema(label, samples.get(label.name), some.get(label.name) ?? [], unique.get(label.name))
    ),
    relationshipTypes: counts.types,
    unlabelled: Number(unlabelled?.get('count')),
    textIndexes: await readTextIndexes(reader, cost),
    valueIndexes: await readValueIndexes(reader, cost),
    notes: notes(scarce.slice(MOST.labels))
  }
}

function labelSchema(
  label: NameCount,
  sampled: Sample | undefined,
  some: readonly ExternalNode[],
  unique: readonly string[] = []
): LabelSchema {
  const properties = sampled?.properties ?? []
  const [caption] = [...commonestCaption(some), ...likeliest(properties.map(({ name }) => name))]
  const usual = usualCaption(some)
  return {
    ...{ ...label, sampled: sampled?.sampled ?? 0, properties, unique },
    ...(caption !== undefined && { caption }),
    ...(usual.length > 0 && { usual })
  }
}

/** Some nodes of a label with what is short of them: of a text its beginning, of a list its first. */
async function shortNodes(reader: Reader, label: string, cost: Cost): Promise<readonly ExternalNode[]> {
  const rows = await reader.rows(
    `MATCH (n:${cypherName(label)}) WITH n LIMIT $most
     RETURN [k IN keys(n) | [k, n[k] IS :: STRING OR n[k] IS :: LIST<STRING NOT NULL>, left(toStringOrNull(head([] + n[k])), 100)]]
       AS properties`,
    { most: BigInt(MOST.captioned) },
    cost
  )
  return rows.map((row, at) => ({
    id: String(at),
    labels: [label],
    properties: (row.get('properties') as readonly (readonly [string, boolean, string | null])[]).flatMap(
      ([name, isText, text]) => (text === null ? [] : [[name, { type: isText ? 'string' : 'integer', text }] as const])
    )
  }))
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

interface Sample {
  readonly sampled: number
  readonly properties: readonly NameCount[]
}

/** What the first nodes of a pattern have: label → how many they are, and their properties, the commonest first. */
async function sample(reader: Reader, pattern: string, most: number, cost: Cost): Promise<ReadonlyMap<string, Sample>> {
  const rows = await reader.rows(
    `MATCH (${pattern}) WITH n LIMIT $most UNWIND labels(n) AS label UNWIND [null] + keys(n) AS name
     RETURN label, name, count(*) AS count ORDER BY count DESC, name`,
    { most: BigInt(most) },
    cost
  )
  const samples = new Map<string, { sampled: number; properties: NameCount[] }>()
  for (const row of rows) {
    const known = samples.get(row.get('label')) ?? { sampled: 0, properties: [] }
    samples.set(row.get('label'), known)
    const name: unknown = row.get('name')
    if (typeof name === 'string') known.properties.push({ name, count: Number(row.get('count')) })
    else known.sampled = Number(row.get('count'))
  }
  return samples
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

async function readValueIndexes(reader: Reader, cost: Cost): Promise<readonly ValueIndex[]> {
  const rows = await reader.rows(
    `SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, state
     WHERE type IN ['RANGE', 'TEXT'] AND entityType = 'NODE' AND state = 'ONLINE' AND size(properties) = 1
     RETURN name, labelsOrTypes[0] AS label, properties[0] AS property ORDER BY name`,
    {},
    cost
  )
  return rows.map((row) => ({ name: row.get('name'), label: row.get('label'), property: row.get('property') }))
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

const notes = (unsampled: readonly NameCount[]): readonly string[] =>
  unsampled.length === 0 ? [] : [`Of ${unsampled.length} labels the properties were not looked at.`]
