import { withoutAccents } from '@core/external/accents'
import type { Captions } from '@core/external/caption'
import { NAME_WORDS } from '@core/external/caption-words'
import { type FoundNode, matchNode, surest, type TextPatterns, textPatterns } from '@core/external/node-match'
import type { ExternalSchema } from '@core/external/schema'
import { cypherName } from '@core/text/cypher-names'
import { quote } from '@core/text/quote'
import { hydrateNode } from './hydrate'
import { tookTooLong } from './messages'
import { mend } from './nodes'
import type { Cost, Reader } from './reader'
import { nodesOf, scanStatement } from './scan'

/**
 * How many rows an index answers, how many indexes of properties are asked, and how many milliseconds one statement may
 * take; a look through nodes goes on for `slice` milliseconds, by batches that grow and shrink so as to take `batch` each.
 */
const MOST = { indexed: 200, indexes: 20, timeout: 5_000, slice: 1_000, batch: 400 }
/** Fewest and most nodes of a batch. */
const BATCH = { least: 50, first: 2_000, most: 500_000 }

/** What is searched for. `looked`: how many nodes the parts before have looked through; absent in the first part. */
export interface SearchRequest {
  readonly text: string
  readonly most: number
  readonly label?: string
  readonly looked?: number
  /** What captions nodes, where the user has chosen it; label → properties. */
  readonly captions?: Readonly<Record<string, readonly string[]>>
}

/** What a part of a search has found, the surest first, and how far it came. */
export interface SearchResult {
  readonly hits: readonly FoundNode[]
  /** How many nodes were looked through from the first on, out of how many. */
  readonly looked: number
  readonly of: number
  readonly isThrough: boolean
  /** What the user should know of it, as messages. */
  readonly notes: readonly string[]
}

/** How many nodes a batch had last, so that the next begins with as many. */
export interface Pace {
  batch: number
}

/** The pace of a search of which nothing is known yet. */
export const firstPace = (): Pace => ({ batch: BATCH.first })

/**
 * Nodes that answer a text. The first part asks the indexes of the database, the others look through some more nodes each.
 * What answers best stands first, whether it was found by an index or not.
 */
export async function search(
  reader: Reader,
  request: SearchRequest,
  schema: Pick<ExternalSchema, 'labels' | 'textIndexes' | 'valueIndexes'>,
  pace: Pace,
  signal?: AbortSignal
): Promise<SearchResult> {
  const { text, most, label, looked } = request
  const patterns = textPatterns(text)
  const of = await countOf(reader, label, signal)
  if (!patterns) return { hits: [], looked: of, of, isThrough: true, notes: [] }
  const own = Object.fromEntries(
    schema.labels.flatMap(({ name, usual, caption }) =>
      usual || caption !== undefined ? [[name, usual ?? [caption ?? '']] as const] : []
    )
  )
  const captions = { ...own, ...request.captions }
  const byLabel: Captions = new Map(Object.entries(captions))
  const found: FoundNode[] = []
  const take = (nodes: readonly unknown[]) => {
    for (const each of nodes) {
      const node = hydrateNode(each)
      const match = matchNode(patterns, node, byLabel)
      found.push({ node, ...(match && { match }) })
    }
  }
  const cost = { timeout: MOST.timeout, signal }
  const notes: string[] = []
  if (looked === undefined) {
    const asked = await byIndexes(reader, { ...request, patterns }, schema, cost)
    take(asked.nodes)
    notes.push(...asked.notes)
  }
  const scan = new Scan(reader, { patterns, label, captions, most }, pace, cost)
  // What an index has found is shown before anything else is looked for.
  const until = looked === undefined && found.length > 0 ? 0 : performance.now() + MOST.slice
  let at = looked ?? 0
  while (at < of && performance.now() < until) {
    const { nodes, batch, passed } = await scan.next(at)
    take(nodes)
    at += batch
    if (passed) notes.push(`${passed} nodes were passed over, as they took too long.`)
  }
  const hits = surest(found, most)
  const { nodes } = await mend(reader, { nodes: hits.map(({ node }) => node), relationships: [] }, cost)
  return {
    hits: hits.map((hit, index) => ({ ...hit, node: nodes[index] ?? hit.node })),
    looked: Math.min(at, of),
    of,
    isThrough: at >= of,
    notes
  }
}

/** How many nodes there are to look through, now: the database keeps count of it. */
async function countOf(reader: Reader, label: string | undefined, signal?: AbortSignal): Promise<number> {
  const [row] = await reader.rows(
    `MATCH ${nodesOf(label)} RETURN count(n) AS count`,
    {},
    { timeout: MOST.timeout, signal }
  )
  return Number(row?.get('count') ?? 0)
}

/** Looks through nodes in the order in which the database stores them. */
class Scan {
  readonly #reader: Reader
  readonly #statement: string
  readonly #parameters: Readonly<Record<string, unknown>>
  readonly #pace: Pace
  readonly #cost: Cost

  constructor(
    reader: Reader,
    {
      patterns,
      label,
      captions,
      most
    }: Pick<SearchRequest, 'label' | 'most'> & {
      readonly patterns: TextPatterns
      readonly captions: Readonly<Record<string, readonly string[]>>
    },
    pace: Pace,
    cost: Cost
  ) {
    this.#reader = reader
    this.#statement = scanStatement(patterns, label)
    this.#parameters = { ...patterns, captions, usual: NAME_WORDS, most: BigInt(most) }
    this.#pace = pace
    this.#cost = cost
  }

  /** The best of the next batch; nodes that take too long even a few at a time are passed over, and counted. */
  async next(
    skip: number
  ): Promise<{ readonly nodes: readonly unknown[]; readonly batch: number; readonly passed: number }> {
    for (;;) {
      const { batch } = this.#pace
      const began = performance.now()
      try {
        const rows = await this.#reader.rows(
          this.#statement,
          { ...this.#parameters, skip: BigInt(skip), batch: BigInt(batch) },
          this.#cost
        )
        const took = Math.max(performance.now() - began, 1)
        this.#set(batch * Math.min(MOST.batch / took, 4))
        return { nodes: rows.map((row) => row.get('node')), batch, passed: 0 }
      } catch (error) {
        if (!tookTooLong(error)) throw error
        this.#set(batch / 10)
        if (batch === BATCH.least) return { nodes: [], batch, passed: batch }
      }
    }
  }

  #set(batch: number) {
    this.#pace.batch = Math.round(Math.min(Math.max(batch, BATCH.least), BATCH.most))
  }
}

/** What the indexes of a database answer at once: full-text ones by words, those of properties by whole values and their beginnings. */
async function byIndexes(
  reader: Reader,
  { text, label, patterns }: SearchRequest & { readonly patterns: TextPatterns },
  { textIndexes, valueIndexes }: Pick<ExternalSchema, 'textIndexes' | 'valueIndexes'>,
  cost: Cost
): Promise<{ readonly nodes: readonly unknown[]; readonly notes: readonly string[] }> {
  const nodes: unknown[] = []
  const notes: string[] = []
  const ask = async (name: string, statement: string, parameters: Readonly<Record<string, unknown>>) => {
    try {
      const rows = await reader.rows(statement, { ...parameters, most: BigInt(MOST.indexed) }, cost)
      nodes.push(...rows.map((row) => row.get('node')))
    } catch (error) {
      // An index that is too slow is no reason to find nothing.
      if (!tookTooLong(error)) throw error
      notes.push(`The index ${quote(name)} took too long and was left out.`)
    }
  }
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length > 0) {
    // Words of letters and digits only, in small letters: nothing that the index's own query language could take for a sign.
    const query = words.map((word) => `+(${word.toLowerCase()} ${word.toLowerCase()}*)`).join(' ')
    for (const { name } of textIndexes)
      await ask(
        name,
        `CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score
          ${label === undefined ? '' : 'WHERE $label IN labels(node)'} RETURN node ORDER BY score DESC LIMIT $most`,
        { index: name, query, ...(label !== undefined && { label }) }
      )
  }
  const forms = spellings(text, patterns)
  for (const index of valueIndexes.filter((one) => label === undefined || one.label === label).slice(0, MOST.indexes)) {
    const value = `n.${cypherName(index.property)}`
    await ask(
      index.name,
      `UNWIND $forms AS form MATCH (n:${cypherName(index.label)}) WHERE ${value} STARTS WITH form
        RETURN DISTINCT n AS node ORDER BY size(${value}) LIMIT $most`,
      { forms }
    )
  }
  return { nodes, notes }
}

/** As what an index may hold that tells large letters from small ones. */
function spellings(text: string, { code }: TextPatterns): readonly string[] {
  const typed = text.trim()
  const large = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const words = typed.toLowerCase().split(/\s+/u)
  const forms = [typed, typed.toLowerCase(), typed.toUpperCase(), words.map(large).join(' '), large(words.join(' '))]
  const plain = withoutAccents(typed)
  const without = [plain, plain.split(/\s+/u).map(large).join(' ')]
  return [...new Set([...forms, ...without, ...(code === undefined ? [] : [code, code.toUpperCase()])])]
}
