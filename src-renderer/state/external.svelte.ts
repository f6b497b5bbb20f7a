import type { Channel, Input, Output } from '@core/contract/contract'
import type { Direction, SessionState } from '@core/contract/neo4j'
import { type ExploredPlace, exploredPlace, placeName } from '@core/external/explored-place'
import {
  type Bound,
  type ExternalResult,
  type IncludedRecords,
  includeResult,
  type Taking
} from '@core/external/external-result'
import { type Reread, readAgain, type Told } from '@core/external/read-again'
import type { ExternalSchema } from '@core/external/schema'
import { externalTypeId } from '@core/external/type-ids'
import type { ExternalValue } from '@core/external/value'
import type { Operation } from '@core/external/write-back/operation'
import type { Client } from '../client'
import type { OpenDocument } from './document.svelte'

/** What main answered when an exploration began. */
export type Begun = Extract<Output<'neo4j:explore'>, { outcome: 'exploring' }>

/** How a session's server is, in a word and in a sentence. */
export interface ExternalConnection {
  readonly state: SessionState
  readonly words: string
}

/** A question that is under way, for the status bar. */
export interface Asking {
  readonly words: string
  readonly stop: () => void
}

/** A question to the session's database. */
type Question = Extract<
  Channel,
  `neo4j:${'search' | 'neighbours' | 'expand' | 'nodes' | 'value' | 'between' | 'paths' | 'by-key' | 'run' | 'keys' | 'write-back'}`
>
type Asked<C extends Question> = Omit<Input<C>, 'session' | 'task'>

const NOTHING: Bound = { entities: new Map(), relations: new Map() }
const NO_SCHEMA: ExternalSchema = {
  nodes: 0,
  relationships: 0,
  labels: [],
  relationshipTypes: [],
  unlabelled: 0,
  textIndexes: [],
  valueIndexes: [],
  notes: []
}
const APART: ExternalConnection = { state: 'offline', words: 'Not connected. What was found is in your own file.' }

/** The database that the open graph is about, and the session in which it is explored, if there is one. */
export class External {
  #begun = $state.raw<{ readonly session: string; readonly handle: string; readonly place: ExploredPlace }>()
  #schema = $state.raw(NO_SCHEMA)
  #link = $state.raw(APART)
  /** Which of our records stand for which of the server's; server's id → ours. Lives as long as the session. */
  #bound = $state.raw(NOTHING)
  /** Where the next page of a node's neighbours begins. */
  #pages = $state.raw<ReadonlyMap<string, string>>(new Map())
  asking = $state.raw<Asking>()
  #written = $state.raw<{ readonly handle: string; readonly inverse: readonly Operation[] }>()
  readonly #client: Client
  readonly #doc: OpenDocument
  readonly #newId: (letter: 'e' | 'r') => string

  /** The database that the open graph is about; undefined for a graph of the user's own. */
  readonly place = $derived.by(() => exploredPlace(this.#doc.graph))
  /** The session, while the graph that it fills is the open one. */
  readonly session = $derived.by(() => (this.#begun?.handle === this.#doc.handle ? this.#begun.session : undefined))
  /** The database that is asked, or would be: the session's, which the user may have chosen in place of the graph's own. */
  readonly name = $derived.by(() => {
    const place = this.session && this.#begun ? this.#begun.place : this.place
    return place ? placeName(place) : ''
  })
  readonly schema = $derived.by(() => (this.session ? this.#schema : NO_SCHEMA))
  readonly link = $derived.by(() => (this.session ? this.#link : APART))
  /** What takes the last write-back of this graph back, as long as the graph stays open: nodes are found by their keys, so that any session can. */
  readonly inverse = $derived.by(() => (this.#written?.handle === this.#doc.handle ? this.#written.inverse : undefined))
  /** Our id of an entity → the server's id of the node that it stands for. */
  readonly nodes: ReadonlyMap<string, string> = $derived.by(() =>
    this.session ? new Map([...this.#bound.entities].map(([node, entity]) => [entity, node])) : new Map()
  )
  readonly #counts = $derived.by(() => new Map(this.#schema.labels.map(({ name, count }) => [name, count])))

  constructor(client: Client, doc: OpenDocument, newId: (letter: 'e' | 'r') => string) {
    this.#client = client
    this.#doc = doc
    this.#newId = newId
    client.on('neo4j:state', ({ session, state, words }) => {
      if (session === this.#begun?.session) this.#link = { state, words }
    })
  }

  /** Takes up a session for the graph of that handle; the one before ends. */
  begin({ session, name, place, schema }: Begun, handle: string): void {
    this.leave()
    this.#begun = { session, handle, place }
    this.#schema = schema
    this.#link = { state: 'connected', words: `Connected to ${name}.` }
  }

  leave(): void {
    const session = this.#begun?.session
    this.asking?.stop()
    this.#begun = undefined
    this.#bound = NOTHING
    this.#pages = new Map()
    this.#schema = NO_SCHEMA
    if (session) void this.#client.request('neo4j:leave', { session })
  }

  /** Asks the database; `stop` ends the question, whose answer then is `stopped`. Throws nothing. */
  ask<C extends Question>(
    channel: C,
    input: Asked<C>
  ): { readonly task: string; readonly answer: Promise<Output<C> | Failed>; readonly stop: () => void } {
    const task = crypto.randomUUID()
    const failed = (message: string): Failed => ({ outcome: 'failed', message })
    const { session } = this
    const answer = session
      ? this.#client
          .request(channel, { ...input, session, task } as unknown as Input<C>)
          .catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)))
      : Promise.resolve(failed('Not connected.'))
    return { task, answer, stop: () => void this.#client.request('neo4j:stop', { task }) }
  }

  /** The same for what takes the whole window's attention: the status bar says so meanwhile. */
  askAloud<C extends Question>(words: string, channel: C, input: Asked<C>): Promise<Output<C> | Failed> {
    return this.aloud(words, this.ask(channel, input))
  }

  /** Waits for an answer while the status bar says what is waited for. */
  async aloud<Answer>(
    words: string,
    { answer, stop }: { readonly answer: Promise<Answer>; readonly stop: () => void }
  ): Promise<Answer> {
    this.asking?.stop()
    const asking = { words, stop }
    this.asking = asking
    try {
      return await answer
    } finally {
      if (this.asking === asking) this.asking = undefined
    }
  }

  /** Runs a reading statement; rows come as they are read. Answers once all of them have come. */
  run(
    query: string,
    most: number,
    onRows: (columns: readonly string[], rows: readonly (readonly ExternalValue[])[]) => void
  ): { readonly answer: Promise<Output<'neo4j:run'> | Failed>; readonly stop: () => void } {
    let come = 0
    let all = Number.POSITIVE_INFINITY
    let complete = () => {}
    const whole = new Promise<void>((resolve) => {
      complete = resolve
    })
    const question = this.ask('neo4j:run', { query, most })
    const deaf = this.#client.on('neo4j:rows', ({ task, columns, rows }) => {
      if (task !== question.task) return
      come += rows.length
      onRows(columns, rows)
      if (come >= all) complete()
    })
    // Answers and rows come on two ways, and the answer may be the quicker one.
    const answer = question.answer.then(async (ran) => {
      if (ran.outcome === 'done') {
        all = ran.rows
        if (come < all) await whole
      }
      deaf()
      return ran
    })
    return { answer, stop: question.stop }
  }

  /** Brings what was found into the graph, as one step that can be undone. Answers the ids of the entities, or why it could not be. */
  take(found: ExternalResult, label: string): { readonly entities: readonly string[] } | { readonly refused: string } {
    const taken = includeResult(this.#doc.graph, this.#bound, found, this.#taking(label))
    const refusal = this.#carryOut(taken)
    return refusal ?? { entities: found.nodes.flatMap(({ id }) => taken.bound.entities.get(id) ?? []) }
  }

  /** Takes over what the database says now, as one step that can be undone. Answers what has changed, or why it could not be. */
  takeAgain(found: Reread, label: string): Told | { readonly refused: string } {
    const taken = readAgain(this.#doc.graph, this.#bound, found, this.#taking(label))
    return this.#carryOut(taken) ?? taken.told
  }

  #taking = (label: string): Taking => ({
    label,
    newId: this.#newId,
    rank: (name) => this.#counts.get(name) ?? 0,
    usual: (name) => this.#schema.labels.find((label) => label.name === name)?.usual
  })

  #carryOut({ change, bound }: IncludedRecords): { readonly refused: string } | undefined {
    const refusal = change.edits.length > 0 ? this.#doc.run(change) : undefined
    if (!refusal) this.#bound = bound
    return refusal
  }

  /** Keeps what takes a write-back back; undefined once it was. */
  keepInverse(inverse: readonly Operation[] | undefined): void {
    this.#written = inverse && { handle: this.#doc.handle, inverse }
  }

  /** Says which entities of the file stand for which nodes of this session. */
  bind(pairs: Iterable<readonly [node: string, entity: string]>): void {
    this.#bound = { ...this.#bound, entities: new Map([...this.#bound.entities, ...pairs]) }
  }

  /** How many of an entity's relationships of that type and direction are in the graph. */
  shown(entity: string, type: string, direction: Direction): number {
    const { graph } = this.#doc
    const id = externalTypeId(type)
    return graph.relationsOf(entity).filter((one) => {
      const relation = graph.get('relation', one)
      return relation?.type === id && relation[direction === 'out' ? 'from' : 'to'] === entity
    }).length
  }

  /** Where the next page of those neighbours begins; undefined before the first and after the last. */
  page(entity: string, type: string, direction: Direction): string | undefined {
    return this.#pages.get(JSON.stringify([entity, type, direction]))
  }

  turnPage(entity: string, type: string, direction: Direction, next: string | undefined): void {
    const pages = new Map(this.#pages)
    const key = JSON.stringify([entity, type, direction])
    if (next === undefined) pages.delete(key)
    else pages.set(key, next)
    this.#pages = pages
  }
}

interface Failed {
  readonly outcome: 'failed'
  readonly message: string
}
