import { randomUUID } from 'node:crypto'
import type { Change } from '@core/change/change'
import { countAsUser } from '@core/change/facts'
import type { Conflict } from '@core/change/merge-three'
import type { StorageStatus } from '@core/contract/hosted'
import type { Graph } from '@core/graph/graph'
import { codeOf, whyNot } from './error-messages'
import { disk, type FileSystem } from './file-system'
import type { StoreEvent } from './json/events'
import { sentence } from './json/messages'
import type { ConflictAbout } from './json/pending-conflicts'
import { type Processes, processes } from './lock/holder'
import {
  ConnectionLost,
  ConnectionRefused,
  DatabaseConnection,
  nameOf,
  type Target
} from './neo4j/hosted/database-connection'
import { type ConnectionState, keepTrying, type Trying } from './neo4j/hosted/keep-trying'
import { load, type Progress } from './neo4j/hosted/load'
import * as messages from './neo4j/hosted/messages'
import { notLoaded } from './neo4j/hosted/not-loaded'
import { Outbox } from './neo4j/hosted/outbox'
import { waitingFor } from './neo4j/hosted/outbox-places'
import { type News, Replaced, SharedGraph } from './neo4j/hosted/shared-graph'
import type { SessionStore } from './session-store'
import { StoreError } from './store'

/** Events of a database's store: those of a file's store, and the state of the connection. */
export type Neo4jStoreEvent =
  | StoreEvent
  | { readonly kind: 'connection'; readonly state: ConnectionState; readonly waiting: number }

/** Options of a store; those after `keptAt` are for tests. */
export interface Neo4jStoreOptions {
  /** The folder in which changes wait while a database is away. */
  readonly outbox: string
  readonly onEvent?: (event: Neo4jStoreEvent) => void
  readonly onProgress?: Progress
  /** Opens it read-only: changes of others are shown, and nothing can be changed. */
  readonly toLookAt?: boolean
  /** The graph's place as text, by which its outbox is found at the next start. */
  readonly keptAt?: string
  readonly fs?: FileSystem
  readonly processes?: Processes
  readonly now?: () => Date
  /** How often the database is asked for the changes of others, in milliseconds. */
  readonly beat?: number
}

/** A graph hosted in a Neo4j database. While the database is away, changes wait in a journal on this computer. */
export class Neo4jStore implements SessionStore {
  readonly name: string
  readonly place = undefined
  readonly newer = undefined
  readonly mayPass = false
  readonly recoverableVersions = []
  /** Messages of the opening. */
  notices: readonly string[] = []
  readonly #link: DatabaseConnection
  readonly #shared: SharedGraph
  readonly #outbox: Outbox | undefined
  readonly #now: () => Date
  readonly #onEvent: (event: Neo4jStoreEvent) => void
  readonly #trying: Trying
  #state: ConnectionState = 'connected'
  #lastSaid = ''
  #lastTold = ''
  #readOnly: string | undefined
  #isOver = false
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(
    name: string,
    link: DatabaseConnection,
    shared: SharedGraph,
    outbox: Outbox | undefined,
    { now = () => new Date(), onEvent = () => {}, beat, toLookAt = false }: Neo4jStoreOptions
  ) {
    this.name = name
    this.#link = link
    this.#shared = shared
    this.#outbox = outbox
    this.#now = now
    this.#onEvent = onEvent
    if (toLookAt) this.#readOnly = messages.toLookAt()
    this.#trying = keepTrying(() => this.#look().catch(unlessTold), beat)
  }

  /** Opens the graph in a database, with the changes that wait for it. Rejects with StoreError. */
  static async open(target: Target, options: Neo4jStoreOptions): Promise<Neo4jStore> {
    const name = nameOf(target)
    const notices: string[] = []
    const onEvent = (event: Neo4jStoreEvent) => {
      if (event.kind === 'told') notices.push(event.message)
      options.onEvent?.(event)
    }
    const link = new DatabaseConnection(target)
    try {
      const loaded = await load(link, options.onProgress)
      if ('kind' in loaded) throw notLoaded(name, loaded)
      const { fs = disk, now = () => new Date(), keptAt } = options
      const place = { fs, now, processes: options.processes ?? processes, folder: options.outbox, keptAt }
      const outbox = options.toLookAt ? undefined : await Outbox.open(place, loaded.node.graph)
      const store = new Neo4jStore(name, link, new SharedGraph(name, link, loaded, outbox), outbox, {
        ...options,
        onEvent
      })
      if (store.waiting > 0) await store.#inTurn(() => store.#catchUp())
      const forOthers = keptAt === undefined ? [] : await waitingFor(fs, options.outbox, keptAt)
      store.notices = [
        ...notices,
        ...forOthers
          .filter(({ folder }) => outbox && folder !== outbox.folder)
          .map(({ count, folder }) => messages.waitsForAnother(name, count, folder))
      ]
      return store
    } catch (error) {
      await link.close().catch(() => {})
      if (error instanceof StoreError) throw error
      const isServer = error instanceof ConnectionLost || error instanceof ConnectionRefused
      const why = isServer
        ? await messages.whyNotNow(error, link)
        : `the folder for what waits cannot be used: ${whyNot(error).why}`
      throw new StoreError(messages.notOpened(name, why), { cause: error })
    }
  }

  get graph(): Graph {
    return this.#shared.graph
  }

  get readOnly(): string | undefined {
    return this.#readOnly
  }

  /** The state of the connection, as last seen. */
  get connection(): ConnectionState {
    return this.#state
  }

  get link(): StorageStatus {
    const waiting = countAsUser(this.#shared.waiting.map(({ change }) => change))
    return { state: this.#state, waiting, place: this.name }
  }

  /** How many changes wait for the database. */
  get waiting(): number {
    return this.#shared.waiting.length
  }

  /** Resolves when the change is in the database or, while that is away, durable on this computer. */
  commit(change: Change): Promise<void> {
    return this.#inTurn(async () => {
      const queuedChange = { id: randomUUID(), at: this.#now().toISOString(), change }
      // Others may have been faster: then our change is merged with theirs.
      for (;;) {
        if (this.#readOnly !== undefined) throw new StoreError(sentence(this.#readOnly))
        this.#shared.check(queuedChange)
        const isSent = this.waiting > 0 || this.#state !== 'connected' ? 'away' : await this.#send(queuedChange)
        if (isSent === true) return
        if (isSent === 'away') return this.#keep(queuedChange)
        const news = await this.#catchUp()
        if (news?.found.has(queuedChange.id)) return
      }
    })
  }

  get conflicts(): readonly Conflict[] {
    return this.#outbox?.conflicts ?? []
  }

  decide(decided: readonly ConflictAbout[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#outbox?.decide(decided).catch((error) => {
        throw new StoreError(messages.notDecided(whyNot(error).why), { cause: error })
      })
    })
  }

  async look(): Promise<void> {
    await this.#inTurn(() => this.#catchUp())
  }

  async close(): Promise<void> {
    this.#trying.stop()
    await this.#inTurn(async () => {
      if (this.waiting > 0 && this.#state === 'connected') await this.#catchUp()
      this.#readOnly ??= messages.closed()
      this.#isOver = true
      await this.#outbox?.close().catch(() => {})
      await this.#link.close().catch(() => {})
    })
  }

  /** Throws StoreError where the database refuses; nothing is saved then. */
  async #send(queuedChange: Parameters<SharedGraph['send']>[0]): Promise<boolean | 'away'> {
    try {
      return await this.#shared.send(queuedChange)
    } catch (error) {
      if (error instanceof Replaced) throw this.#stop()
      if (error instanceof ConnectionRefused)
        throw new StoreError(messages.notSaved(this.name, messages.whyNot(error)), { cause: error })
      if (!(error instanceof ConnectionLost)) throw error
      this.#say('reconnecting')
      return 'away'
    }
  }

  /** A silent server must not block the queue: whether it is back is checked beside it. */
  async #look() {
    const isBack = this.#state === 'connected' || (await this.#link.greets())
    if (isBack) await this.#inTurn(() => this.#catchUp())
    else if (!this.#isOver) this.#say(this.#trying.isLong ? 'offline' : 'reconnecting')
  }

  async #keep(queuedChange: Parameters<SharedGraph['keep']>[0]) {
    await this.#shared.keep(queuedChange).catch((error) => {
      if (error instanceof StoreError) throw error
      throw new StoreError(messages.noOutbox(this.name, whyNot(error).why), { cause: error })
    })
    this.#say(this.#state)
    this.#trying.soon()
  }

  /** Undefined where the database is away. */
  async #catchUp(): Promise<News | undefined> {
    if (this.#isOver) return undefined
    const waited = this.link.waiting
    try {
      const news = await this.#shared.catchUp(() => this.#say('connected'))
      for (const message of news.told) this.#tell(message)
      if (waited > 0 && this.waiting === 0 && news.told.length === 0 && news.conflicts.length === 0)
        this.#tell(messages.delivered(waited, this.name))
      if (news.merged) this.#merged(news.merged, news.conflicts)
      this.#say('connected')
      return news
    } catch (error) {
      if (error instanceof Replaced) throw this.#stop()
      if (error instanceof ConnectionLost) this.#say(this.#trying.isLong ? 'offline' : 'reconnecting')
      else {
        if (!(error instanceof ConnectionRefused) && codeOf(error) === '') throw error
        this.#say('offline')
        this.#tell(
          messages.notSaved(this.name, error instanceof ConnectionRefused ? messages.whyNot(error) : whyNot(error).why)
        )
      }
      return undefined
    }
  }

  #merged(change: Change, conflicts: readonly Conflict[]) {
    const message = messages.othersChanged(change.edits.length, this.name, conflicts.length)
    this.#onEvent({ kind: 'merged', change, conflicts, message })
  }

  #stop(): StoreError {
    const reason = messages.replaced(this.name)
    this.#trying.stop()
    this.#readOnly = reason
    this.#isOver = true
    this.#onEvent({ kind: 'read-only', reason })
    return new StoreError(sentence(reason), { isFinal: true })
  }

  #tell(message: string) {
    if (message !== this.#lastTold) this.#onEvent({ kind: 'told', message })
    this.#lastTold = message
  }

  #say(state: ConnectionState) {
    this.#trying.is(state)
    this.#state = state
    const said = `${state} ${this.waiting}`
    if (said !== this.#lastSaid) this.#onEvent({ kind: 'connection', state, waiting: this.waiting })
    this.#lastSaid = said
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task)
    this.#queue = done.catch(() => {})
    return done
  }
}

/** The message of a StoreError was already sent as an event. */
function unlessTold(error: unknown) {
  if (!(error instanceof StoreError)) throw error
}
