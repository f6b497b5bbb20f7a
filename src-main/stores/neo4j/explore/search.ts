import type { TextIndex } from '@core/external/schema'
import type { ExternalNode } from '@core/external/value'
import { quote } from '@core/text/quote'
import { hydrateNode } from './hydrate'
import { mend } from './nodes'
import type { Cost, Reader } from './reader'

/** How many nodes a search without an index looks through, and how long a search may take in milliseconds. */
const MOST = { scanned: 50_000, timeout: 10_000 }

/** Result of a search, and how it was done, as a message. */
export interface SearchResult {
  readonly nodes: readonly ExternalNode[]
  readonly how: string
}

/** Nodes that a text names: first by full-text indexes, then among the first nodes of the database, until there are enough. */
export async function search(
  reader: Reader,
  { text, most, textIndexes, nodeCount }: SearchRequest,
  signal?: AbortSignal
): Promise<SearchResult> {
  const cost = { timeout: MOST.timeout, signal }
  const found = new Map<string, ExternalNode>()
  const add = (nodes: readonly ExternalNode[]) => {
    for (const node of nodes) if (found.size < most && !found.has(node.id)) found.set(node.id, node)
  }
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length > 0) for (const { name } of textIndexes) add(await byIndex(reader, name, words, most, cost))
  const how = textIndexes.map(({ name }) => quote(name))
  const byIndexes = how.length > 0 ? `by the full-text ${how.length === 1 ? 'index' : 'indexes'} ${how.join(', ')}` : ''
  const whole = async () => (await mend(reader, { nodes: [...found.values()], relationships: [] }, cost)).nodes
  if (found.size >= most) return { nodes: await whole(), how: sentence([`The first ${most}`, byIndexes]) }
  add(await byScan(reader, text, most, cost))
  return { nodes: await whole(), how: sentence([byIndexes, scanWords(nodeCount)]) }
}

/** What is searched for, and what is known of the database. */
export interface SearchRequest {
  readonly text: string
  readonly most: number
  readonly textIndexes: readonly TextIndex[]
  readonly nodeCount: number
}

async function byIndex(reader: Reader, index: string, words: readonly string[], most: number, cost: Cost) {
  // Words of letters and digits only, in small letters: nothing that the index's own query language could take for a sign.
  const query = words.map((word) => `+(${word.toLowerCase()} ${word.toLowerCase()}*)`).join(' ')
  const rows = await reader.rows(
    `CALL db.index.fulltext.queryNodes($index, $query, {limit: $most}) YIELD node, score
      RETURN node ORDER BY score DESC`,
    { index, query, most: BigInt(most) },
    cost
  )
  return rows.map((row) => hydrateNode(row.get('node')))
}

async function byScan(reader: Reader, text: string, most: number, cost: Cost) {
  // A list stays one and any other value becomes one, so that names in a list are found as well.
  const rows = await reader.rows(
    `MATCH (n) WITH n LIMIT $scanned
      WHERE any(k IN keys(n) WHERE any(x IN [] + n[k] WHERE toLower(toStringOrNull(x)) CONTAINS $text))
      RETURN n AS node LIMIT $most`,
    { scanned: BigInt(MOST.scanned), text: text.trim().toLowerCase(), most: BigInt(most) },
    cost
  )
  return rows.map((row) => hydrateNode(row.get('node')))
}

const scanWords = (nodeCount: number) =>
  nodeCount <= MOST.scanned
    ? 'all nodes were looked through'
    : `${count(MOST.scanned)} of ${count(nodeCount)} nodes were looked through, not all`

const count = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ' ')

function sentence(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
