import type { LabelSchema } from '@core/external/schema'
import type { KeyCandidate } from '@core/external/stable-key'
import type { ExternalNode, ExternalValue } from '@core/external/value'
import { cypherName } from '@core/text/cypher-names'
import { hydrateNode } from './hydrate'
import { distinct, mend } from './nodes'
import type { Cost, Reader } from './reader'

/** How many nodes are compared, how many properties are tried, how many nodes are looked up, and milliseconds. */
const MOST = { nodes: 100_000, properties: 12, found: 5_000, timeout: 15_000 }

/** Properties by which the nodes of a label could be told apart, those that the database itself keeps unique first. */
export async function keyCandidates(
  reader: Reader,
  { name: label, properties, unique }: LabelSchema,
  signal?: AbortSignal
): Promise<readonly KeyCandidate[]> {
  const names = [...new Set([...unique, ...properties.map(({ name }) => name)])].slice(0, MOST.properties)
  if (names.length === 0) return []
  const counts = names.map((name, at) => {
    const value = `n.${cypherName(name)}`
    return `count(${value}) AS c${at}, count(DISTINCT ${value}) AS d${at}`
  })
  const [row] = await reader.rows(
    `MATCH (n:${cypherName(label)}) WITH n LIMIT ${MOST.nodes} RETURN count(n) AS nodes, ${counts.join(', ')}`,
    {},
    cost(signal)
  )
  const nodes = Number(row?.get('nodes'))
  return names
    .map((property, at) => ({
      property,
      isConstrained: unique.includes(property),
      nodes,
      missing: nodes - Number(row?.get(`c${at}`)),
      repeated: Number(row?.get(`c${at}`)) - Number(row?.get(`d${at}`))
    }))
    .sort((a, b) => rank(a) - rank(b))
}

/** What is kept unique comes first, then what is unique, then by how little is missing or said twice. */
const rank = ({ isConstrained, missing, repeated }: KeyCandidate) => (isConstrained ? -1 : missing + repeated)

/** The nodes of a label whose property has one of these values; those with a value that no parameter can be are passed over. */
export async function nodesByKey(
  reader: Reader,
  {
    label,
    property,
    values
  }: { readonly label: string; readonly property: string; readonly values: readonly ExternalValue[] },
  signal?: AbortSignal
): Promise<readonly ExternalNode[]> {
  const wanted = values.flatMap((value) => parameterOf(value) ?? [])
  const rows = await reader.rows(
    `UNWIND $wanted AS value MATCH (n:${cypherName(label)} {${cypherName(property)}: value})
      RETURN n LIMIT ${MOST.found}`,
    { wanted },
    cost(signal)
  )
  const nodes = distinct(rows.map((row) => hydrateNode(row.get('n'))))
  return (await mend(reader, { nodes, relationships: [] }, cost(signal))).nodes
}

const cost = (signal: AbortSignal | undefined): Cost => ({ timeout: MOST.timeout, signal })

/** A value as a parameter of a statement; undefined for one that cannot be, since it was cut or is a thing of the graph itself. */
function parameterOf(value: ExternalValue): unknown {
  switch (value.type) {
    case 'boolean':
      return value.value
    case 'integer':
      return BigInt(value.text)
    case 'float':
      return Number(value.text)
    case 'string':
      return value.length === undefined ? value.text : undefined
    default:
      return undefined
  }
}
