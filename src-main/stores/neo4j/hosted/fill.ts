import { createHash, randomUUID } from 'node:crypto'
import { lineOf, serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { basisOf } from '@core/records/basis'
import { type AnyRecord, KINDS, type Source } from '@core/records/records'
import { cypherName } from '@core/text/cypher-names'
import { writeJson } from '@core/text/json'
import { StoreError } from '../../store'
import { clear } from './clear'
import { ConnectionLost, type DatabaseConnection } from './database-connection'
import { type GraphNode, LAYOUT, readGraphNode } from './graph-node'
import { CHANGE, GRAPH, LABELS } from './layout'
import type { Progress } from './load'
import * as messages from './messages'
import { missingSchema, type SchemaStatement } from './schema'
import { stepsOf } from './statements'
import { TypeNames } from './type-names'

/** Options and callbacks of copying a graph into a database. */
export interface FillOptions {
  /** Removes the graph of ours that is there. */
  readonly replace?: boolean
  /** Copies the graph beside data of others, which are left alone. */
  readonly beside?: boolean
  /** Removes another graph that was not copied completely. */
  readonly overUnfinished?: boolean
  /** Stops between two batches: rejects with the signal's reason, and what was copied stays. */
  readonly signal?: AbortSignal
  /** Called with the constraints and indexes that will be created. */
  readonly onSchema?: (statements: readonly SchemaStatement[]) => void
  readonly onProgress?: Progress
}

/** Why nothing was copied: another graph is there, or data that are not ours. */
type Refused = { readonly kind: 'other-graph'; readonly title: string } | { readonly kind: 'external' }

/** Result of copying; `resumed`: how many records an earlier run had copied. */
export type Filled = { readonly kind: 'copied'; readonly resumed: number } | Refused

/** The most records and characters of a batch. */
const RECORDS = 5_000
const CHARACTERS = 8 * 1024 * 1024
const BATCH_LIMIT = 60_000
/** How often, and how long apart, a lost server is tried again. */
const TRIES = 60
const PAUSE = 500

/**
 * Copies a graph into a database, batch by batch, each in a transaction that also counts it: run again after it was
 * interrupted, it goes on where it stopped. It cannot be opened until it is whole.
 */
export async function fill(connection: DatabaseConnection, graph: Graph, options: FillOptions = {}): Promise<Filled> {
  const batches = batchesOf(graph)
  const copying = fingerprint(graph)
  const node = await connection.transaction(readGraphNode)
  let start: GraphNode | undefined
  if (node !== undefined && node !== 'unreadable' && node.copying === copying) start = node
  else {
    const refused = await obstacle(connection, node, options)
    if (refused) return refused
    await clear(connection)
  }
  await makeSchema(connection, options)
  start ??= await begin(connection, graph, copying)
  const resumed = batches.slice(0, start.copied).reduce((sum, { length }) => sum + length, 0)
  await copyFrom(connection, start, batches, options)
  return { kind: 'copied', resumed }
}

/** A hash of the graph and its batches. */
const fingerprint = (graph: Graph) =>
  createHash('sha256')
    .update(`${LAYOUT} ${RECORDS} ${CHARACTERS}\n${serialiseGraph(graph)}`)
    .digest('hex')

async function obstacle(
  connection: DatabaseConnection,
  node: GraphNode | 'unreadable' | undefined,
  { replace = false, beside = false, overUnfinished = false }: FillOptions
): Promise<Refused | undefined> {
  const mayGo = node !== undefined && (isBeingCleared(node) || (overUnfinished && isUnfinished(node)))
  if (node !== undefined && !replace && !mayGo)
    return { kind: 'other-graph', title: node === 'unreadable' ? '' : node.title }
  const own = [GRAPH, CHANGE, ...Object.values(LABELS)].map(cypherName).join('|')
  const isThere = async (nodes: string) =>
    (await connection.transaction((ask) => ask(`MATCH (n:${nodes}) RETURN 1 LIMIT 1`), SLOW)).length > 0
  // The graph's own node may have been removed, and the rest left.
  if (node === undefined && !replace && (await isThere(own))) return { kind: 'other-graph', title: '' }
  return !beside && (await isThere(`!(${own})`)) ? { kind: 'external' } : undefined
}

const SLOW = { limit: BATCH_LIMIT }

// An interrupted removal had been allowed.
const isBeingCleared = (node: GraphNode | 'unreadable') => node !== 'unreadable' && node.copying === 'clearing'

const isUnfinished = (node: GraphNode | 'unreadable') => node !== 'unreadable' && node.copying !== null

async function makeSchema(connection: DatabaseConnection, { onSchema, signal }: FillOptions) {
  const missing = await missingSchema(connection)
  if (missing.length === 0) return
  onSchema?.(missing)
  for (const { cypher } of missing) {
    signal?.throwIfAborted()
    await connection.run(cypher)
  }
}

async function begin(connection: DatabaseConnection, graph: Graph, copying: string): Promise<GraphNode> {
  const extra = writeJson(Object.fromEntries(graph.extra))
  const node = { graph: randomUUID(), layout: LAYOUT, title: graph.title, extra, revision: 0, copying, copied: 0 }
  const keys = Object.keys(node).map((key) => `g.${key} = $${key}`)
  const parameters = { ...node, layout: BigInt(LAYOUT), revision: 0n, copied: 0n }
  await connection.transaction((ask) =>
    ask(`CREATE (g:${cypherName(GRAPH)} {id: 'graph'}) SET ${keys.join(', ')}`, parameters)
  )
  return node
}

async function copyFrom(
  connection: DatabaseConnection,
  { graph, copied: start }: GraphNode,
  batches: readonly (readonly AnyRecord[])[],
  { onProgress = () => {}, signal }: FillOptions
) {
  const all = batches.reduce((sum, { length }) => sum + length, 0)
  const names = TypeNames.none.after({ edits: batches.flat().map((after) => ({ after })) })
  let done = batches.slice(0, start).reduce((sum, { length }) => sum + length, 0)
  for (let at = start; at <= batches.length; at++) {
    signal?.throwIfAborted()
    const batch = batches[at] ?? []
    await untilReached(() => copyBatch(connection, { graph, names }, batch, at, at === batches.length))
    done += batch.length
    onProgress(done, all)
  }
}

/** Copies a batch unless that is done already: when the answer was lost it is sent again. */
function copyBatch(
  connection: DatabaseConnection,
  { graph, names }: { readonly graph: string; readonly names: TypeNames },
  batch: readonly AnyRecord[],
  at: number,
  isLast: boolean
) {
  return connection.transaction(async (ask) => {
    const node = `MATCH (g:${cypherName(GRAPH)} {id: 'graph', graph: $graph})`
    const [before] = await ask(`${node} SET g.lockedBy = $graph REMOVE g.lockedBy RETURN g.copied AS copied`, { graph })
    if (!before) throw new StoreError(messages.copyGone())
    if (before.get('copied') !== at) return
    const edits = batch.map((after) => ({ after }))
    for (const { cypher, rows } of stepsOf(edits, { before: names, after: names })) await ask(cypher, { rows })
    await ask(`${node} SET g.copied = g.copied + 1${isLast ? ' SET g.copying = null' : ''}`, { graph })
  }, SLOW)
}

/** Tries again as long as the server may come back. Only for idempotent work. */
async function untilReached<T>(task: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await task()
    } catch (error) {
      if (!(error instanceof ConnectionLost) || tries === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

function batchesOf(graph: Graph): readonly (readonly AnyRecord[])[] {
  const batches: AnyRecord[][] = []
  let batch: AnyRecord[] = []
  let characters = 0
  for (const record of ordered(graph)) {
    const size = lineOf(record).length
    if (batch.length === RECORDS || (batch.length > 0 && characters + size > CHARACTERS)) {
      batches.push(batch)
      batch = []
      characters = 0
    }
    batch.push(record)
    characters += size
  }
  return batch.length > 0 ? [...batches, batch] : batches
}

/** Every record after those that it names. */
function* ordered(graph: Graph): Generator<AnyRecord> {
  for (const kind of KINDS) {
    const ids = [...graph.all(kind).keys()].sort()
    const records = ids.flatMap((id) => (graph.get(kind, id) as AnyRecord | undefined) ?? [])
    yield* kind === 'source' ? basisFirst(records as readonly Source[]) : records
  }
}

function* basisFirst(sources: readonly Source[]): Generator<Source> {
  const waiting = new Map(sources.map((source) => [source.id, source]))
  for (const source of sources) {
    // Each after those that it rests on; a path, not recursion, as a chain may be as long as the file.
    const path = waiting.delete(source.id) ? [source] : []
    for (let one = path.at(-1); one; one = path.at(-1)) {
      const next = basisOf(one).find((id) => waiting.has(id))
      const found = next === undefined ? undefined : waiting.get(next)
      if (found) {
        waiting.delete(found.id)
        path.push(found)
      } else {
        path.pop()
        yield one
      }
    }
  }
}
