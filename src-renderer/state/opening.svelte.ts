import type { OpenGraph, OpenResult, Output, Payload } from '@core/contract/contract'
import { extraIn } from '@core/contract/parts'
import { Graph } from '@core/graph/graph'
import { Ranking } from '@core/queries/ranking'
import type { AnyRecord } from '@core/records/records'
import { readJson } from '@core/text/json'
import type { Client } from '../client'
import { inSlices } from './slices'

/** What is done with the file that is being opened, and how far: from 0 to 1. */
export interface Progress {
  readonly name: string
  readonly doing: Payload<'graph:progress'>['doing'] | 'showing'
  readonly done: number
  /** Of how many records, where that is known. */
  readonly records?: number
}

/** A graph that has come over whole, with what the window works out of it before it is shown. */
export interface LoadedGraph {
  readonly open: OpenGraph
  readonly graph: Graph
  readonly ranking: Ranking
}

/** What the window holds while no graph is open. */
export const nothingOpen = (): LoadedGraph => ({
  open: {
    ...{ handle: '', name: '', title: '', extra: '{}', reading: '', merges: 0 },
    counts: { entities: 0, relations: 0, claims: 0, sources: 0, records: 0 }
  },
  graph: Graph.of('', []),
  ranking: new Ranking()
})

/** Opening a graph: main is asked for it, then its records are taken in part by part, while what was open stays. */
export class Opening {
  /** What is under way; for the first moments nobody needs to know of it. */
  progress = $state.raw<Progress>()
  /** Whether any opening has come to an end, however it did. */
  settled = $state(false)
  /** The file that main has open as far as we have heard, which is another one than is shown where an opening was ended late. */
  inMain = ''
  readonly #client: Client
  /** Counts the openings, so that one which was stopped or overtaken knows that it is over. */
  #turn = 0

  constructor(client: Client) {
    this.#client = client
    client.on('graph:progress', (progress) => {
      if (this.progress && this.progress.doing !== 'showing') this.progress = progress
    })
  }

  /** What an attempt to open came to. A second one ends the first; what was ended answers `cancelled`. */
  async open(
    name: string,
    ask: () => Promise<OpenResult>
  ): Promise<Exclude<OpenResult, { outcome: 'opened' }> | LoadedGraph> {
    if (this.progress) this.stop()
    this.#turn++
    const turn = this.#turn
    this.progress = { name, doing: 'reading', done: 0 }
    try {
      const result = await ask()
      if (result.outcome === 'opened') this.inMain = result.graph.handle
      if (turn !== this.#turn) return { outcome: 'cancelled' }
      if (result.outcome !== 'opened') return result
      return (await this.#takeIn(result.graph, turn)) ?? { outcome: 'cancelled' }
    } catch (error) {
      if (turn !== this.#turn) return { outcome: 'cancelled' }
      return { outcome: 'failed', name, message: error instanceof Error ? error.message : String(error), problems: [] }
    } finally {
      if (turn === this.#turn) {
        this.progress = undefined
        this.settled = true
      }
    }
  }

  /** Ends the opening that is under way; its callers are told at once. */
  stop(): void {
    if (!this.progress) return
    this.#turn++
    this.progress = undefined
    this.settled = true
    void this.#client.request('graph:stop', {})
  }

  async #takeIn(open: OpenGraph, turn: number): Promise<LoadedGraph | undefined> {
    const { name, handle, reading, counts } = open
    const read = (part: number) => this.#client.request('graph:read', { handle, reading, part })
    const builder = Graph.building(open.title, extraIn(open.extra), counts.records)
    let taken = 0
    let next: Promise<Output<'graph:read'>> | undefined = read(0)
    for (let part = 1; next; part++) {
      const { records, more }: Output<'graph:read'> = await next
      if (turn !== this.#turn) return undefined
      // Main fetches the next part while this one is taken in.
      next = more ? read(part) : undefined
      next?.catch(() => {})
      taken += await this.#done(addAll(builder, records))
      if (turn !== this.#turn) return undefined
      this.progress = { name, doing: 'showing', done: taken / Math.max(1, counts.records), records: counts.records }
    }
    const graph = builder.finish()
    const ranking = await this.#done(ranked(graph))
    return turn === this.#turn ? { open, graph, ranking } : undefined
  }

  #done<T>(work: Iterator<unknown, T>): Promise<T> {
    return new Promise((resolve) => inSlices(work, resolve))
  }
}

/** How many records are taken in between two looks at the clock. */
const BATCH_SIZE = 100

function* addAll(builder: { add(records: Iterable<AnyRecord>): void }, text: string): Generator<void, number> {
  const records: readonly AnyRecord[] = readJson(text) as never
  yield
  for (let at = 0; at < records.length; at += BATCH_SIZE) {
    builder.add(records.slice(at, at + BATCH_SIZE))
    yield
  }
  return records.length
}

/** The ranking of a graph, little by little. */
export function* ranked(graph: Graph): Generator<void, Ranking> {
  const ranking = new Ranking()
  let few: string[] = []
  for (const id of graph.all('entity').keys()) {
    few.push(id)
    if (few.length < BATCH_SIZE) continue
    ranking.add(graph, few)
    few = []
    yield
  }
  ranking.add(graph, few)
  return ranking
}
