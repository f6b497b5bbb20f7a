import { isRefusal } from '@core/change/refusal'
import { readAddress } from '@core/external/address'
import type { ConnectionFailure, ServerInfo } from '@core/external/connection'
import type { ExternalSchema } from '@core/external/schema'
import { keyWords } from '@core/external/stable-key'
import type { ExternalNode, ExternalValue } from '@core/external/value'
import type { Driver } from 'neo4j-driver'
import { closeDriver, openDriver } from '../connect/open-driver'
import { greeting } from '../connect/search'
import { type ConnectionRequest, tryConnection } from '../connect/try-connection'
import { failure } from '../connect/verdict'
import { type ConnectionState, type Looks, Watch } from '../connect/watch'
import { ExternalError } from './external-error'
import { keyCandidates, nodesByKey } from './keys'
import { between, expand, type NeighbourGroup, neighbourCounts, nodesById, type PageRequest } from './neighbours'
import type { FoundNodes } from './nodes'
import { shortestPaths } from './paths'
import { readSchema } from './read-schema'
import { Reader } from './reader'
import { type OnRows, type QueryResult, runQuery } from './run-query'
import { firstPace, type SearchRequest, type SearchResult, search } from './search'
import { wholeValue } from './whole-value'

/** Called with whether the server answers, with a message for the user. */
export type OnState = (state: ConnectionState, words: string) => void

/**
 * An external database: it is only read, and nothing of it is kept here but how to reach it and
 * its schema. Ids of nodes and relationships are valid until close(). Failures throw ExternalError.
 */
export class Exploration {
  readonly server: ServerInfo
  readonly database: string
  readonly #driver: Driver
  readonly #reader: Reader
  readonly #watch: Watch
  readonly #pace = firstPace()
  #schema: ExternalSchema | undefined

  private constructor(
    driver: Driver,
    { server, database, greets }: { readonly server: ServerInfo; readonly database: string } & Pick<Looks, 'greets'>,
    onState: OnState
  ) {
    this.server = server
    this.database = database
    this.#driver = driver
    this.#watch = new Watch({ look: () => driver.getServerInfo({ database }), greets }, (state) =>
      onState(state, STATE_WORDS[state])
    )
    this.#reader = new Reader(driver, database, () => this.#watch.doubt())
  }

  /** Connects to a database, or answers why it cannot. Rejects only with the signal's reason. */
  static async open(
    request: ConnectionRequest,
    { signal, onState = () => {} }: { readonly signal?: AbortSignal; readonly onState?: OnState } = {}
  ): Promise<Exploration | ConnectionFailure> {
    const verdict = await tryConnection(request, signal)
    if (verdict.outcome === 'failed') return verdict
    const address = readAddress(request.uri)
    if (isRefusal(address)) return failure('address', address.refused)
    return new Exploration(openDriver(address, request), { ...verdict, greets: greeting(address) }, onState)
  }

  get state(): ConnectionState {
    return this.#watch.state
  }

  /** Labels, types, properties and indexes, read again. */
  async schema(signal?: AbortSignal): Promise<ExternalSchema> {
    this.#schema = await readSchema(this.#reader, signal)
    return this.#schema
  }

  /** A part of a search, of about a second. */
  async search(request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    return search(this.#reader, request, this.#schema ?? (await this.schema(signal)), this.#pace, signal)
  }

  async neighbours(node: string, signal?: AbortSignal): Promise<{ readonly groups: readonly NeighbourGroup[] }> {
    return { groups: await neighbourCounts(this.#reader, node, signal) }
  }

  expand(request: PageRequest, signal?: AbortSignal): Promise<{ readonly found: FoundNodes; readonly next?: string }> {
    return expand(this.#reader, request, signal)
  }

  between(nodes: readonly string[], others: readonly string[], signal?: AbortSignal): ReturnType<typeof between> {
    return between(this.#reader, nodes, others, signal)
  }

  async nodes(nodes: readonly string[], signal?: AbortSignal): Promise<{ readonly nodes: readonly ExternalNode[] }> {
    return { nodes: await nodesById(this.#reader, nodes, signal) }
  }

  paths(from: string, to: string, signal?: AbortSignal): ReturnType<typeof shortestPaths> {
    return shortestPaths(this.#reader, from, to, signal)
  }

  /** Properties by which the nodes of a label could be found again, the best first, with what speaks for each. */
  async keys(
    label: string,
    signal?: AbortSignal
  ): Promise<{ readonly keys: readonly { readonly property: string; readonly words: string }[] }> {
    const { labels } = this.#schema ?? (await this.schema(signal))
    const known = labels.find(({ name }) => name === label)
    if (!known) throw new ExternalError('The database has no node with that label.')
    const candidates = await keyCandidates(this.#reader, known, signal)
    return { keys: candidates.map((one) => ({ property: one.property, words: keyWords(one) })) }
  }

  value(
    request: { readonly node: string; readonly property: string },
    signal?: AbortSignal
  ): ReturnType<typeof wholeValue> {
    return wholeValue(this.#reader, request, signal)
  }

  async byKey(
    request: { readonly label: string; readonly property: string; readonly values: readonly ExternalValue[] },
    signal?: AbortSignal
  ): Promise<{ readonly nodes: readonly ExternalNode[] }> {
    return { nodes: await nodesByKey(this.#reader, request, signal) }
  }

  run(
    request: { readonly query: string; readonly most: number },
    onRows: OnRows,
    signal?: AbortSignal
  ): Promise<QueryResult> {
    return runQuery(this.#reader, request, onRows, signal)
  }

  async close(): Promise<void> {
    this.#watch.close()
    await closeDriver(this.#driver)
  }
}

const STATE_WORDS: Readonly<Record<ConnectionState, string>> = {
  connected: 'The server answers.',
  reconnecting: 'The connection was lost. Entente is trying to get it back.',
  offline: 'The server cannot be reached. What is shown stays; Entente keeps trying.'
}
