import { apply, type Change, diff } from '@core/change/change'
import type { Conflict } from '@core/change/merge-three'
import { isRefusal } from '@core/change/refusal'
import { faultAfter } from '@core/formats/entente/fault-after'
import type { Graph } from '@core/graph/graph'
import { StoreError } from '../../store'
import { carryOver } from './carry-over'
import { changesSince, deliver, MOST_CHANGES, type QueuedChange, type Standing } from './changes'
import type { DatabaseConnection } from './database-connection'
import { readGraphNode } from './graph-node'
import { type Loaded, load } from './load'
import * as messages from './messages'
import type { Outbox } from './outbox'

/** Result of a step: what others have changed, and which of our changes could not be carried over. */
export interface News {
  /** From the graph as it was to the graph as it is, where others have changed it. */
  readonly merged?: Change
  readonly told: readonly string[]
  /** Where others changed the same as a waiting change: their value stands, ours is kept. */
  readonly conflicts: readonly Conflict[]
  /** The ids of all changes that were found in the database. */
  readonly found: ReadonlySet<string>
}

/** The database now holds another graph, or one that cannot be read. */
export class Replaced extends Error {
  override readonly name = 'Replaced'
}

/**
 * A graph that others change as well: as last read from the database, with the waiting changes on top.
 * Callers wait for each step before the next. Rejects with ConnectionLost, ConnectionRefused and Replaced.
 */
export class SharedGraph {
  readonly #name: string
  readonly #connection: DatabaseConnection
  readonly #outbox: Outbox | undefined
  #standing: Standing
  #base: Graph
  #graph: Graph
  /** Whether everything was read again, because another tool has written there. */
  #isReadAgain = false
  /** The change that caused it, so that it is not done twice for the same. */
  #readFor = ''

  constructor(
    name: string,
    connection: DatabaseConnection,
    { node, graph, names }: Loaded,
    outbox: Outbox | undefined
  ) {
    this.#name = name
    this.#connection = connection
    this.#outbox = outbox
    this.#standing = { graph: node.graph, revision: node.revision, names }
    this.#base = graph
    this.#graph = graph
  }

  get graph(): Graph {
    return this.#graph
  }

  get waiting(): readonly QueuedChange[] {
    return this.#outbox?.waiting ?? []
  }

  /** Throws StoreError where the change does not fit. */
  check({ change }: QueuedChange) {
    afterOrThrow(this.#graph, change)
  }

  /** Makes a change in the database while nothing waits; false where others were faster. Throws StoreError where another tool was. */
  async send(queuedChange: QueuedChange): Promise<boolean> {
    const outcome = await deliver(this.#connection, queuedChange, this.#standing)
    switch (outcome.kind) {
      case 'kept':
        this.#advance(queuedChange.change)
        this.#graph = this.#base
        return true
      case 'behind':
        return false
      case 'replaced':
        throw new Replaced()
      case 'differs':
        if (await this.#readAgain(queuedChange)) return false
        throw new StoreError(messages.changedByTool(queuedChange.change.label, outcome.id))
    }
  }

  /** Saves a change on this computer until the database is back. Rejects with StoreError or Node's error. */
  async keep(queuedChange: QueuedChange): Promise<void> {
    if (!this.#outbox) throw new StoreError(messages.othersOutbox(this.#name))
    const after = afterOrThrow(this.#graph, queuedChange.change)
    await this.#outbox.add(queuedChange)
    this.#graph = after
  }

  /** Merges the changes of others, then sends the waiting ones, in order. `onReached`: the database has answered. */
  async catchUp(onReached: () => void = () => {}): Promise<News> {
    const told: string[] = []
    const conflicts: Conflict[] = []
    const found = new Set<string>()
    const before = this.#graph
    let others = 0
    for (let isSent = false; !isSent; ) {
      const queued = await this.#takeIn()
      onReached()
      for (const { id } of queued) found.add(id)
      const mine = new Set(this.waiting.map(({ id }) => id).filter((id) => found.has(id)))
      if (mine.size > 0) await this.#outbox?.remove(mine)
      others += queued.filter(({ id }) => !mine.has(id)).length + (this.#isReadAgain ? 1 : 0)
      const hasMoved = queued.length > 0 || this.#isReadAgain || this.#graph !== before
      this.#isReadAgain = false
      if (hasMoved || this.waiting.length > 0) conflicts.push(...(await this.#layOnTop(told)))
      isSent = await this.#sendWaiting(told)
    }
    if (others === 0 && told.length === 0 && conflicts.length === 0) return { told, conflicts, found }
    const merged = diff(before, this.#graph, 'Changes of others')
    return { told, conflicts, found, ...(merged.edits.length > 0 && { merged }) }
  }

  #advance(change: Change) {
    const { graph, revision, names } = this.#standing
    this.#standing = { graph, revision: revision + 1, names: names.after(change) }
    this.#base = this.#base.with(change.edits)
  }

  async #takeIn(): Promise<readonly QueuedChange[]> {
    const taken: QueuedChange[] = []
    for (let isMore = await this.#hasMoved(); isMore; ) {
      const queued = await this.#connection.transaction((ask) => changesSince(ask, this.#standing), {
        limit: READ_LIMIT
      })
      if (!queued) throw new Replaced()
      for (const { change } of queued) this.#advance(change)
      taken.push(...queued)
      isMore = queued.length === MOST_CHANGES
    }
    return taken
  }

  async #hasMoved(): Promise<boolean> {
    const node = await this.#connection.transaction(readGraphNode, { limit: LOOK_LIMIT })
    const { graph, revision } = this.#standing
    return typeof node !== 'object' || node.graph !== graph || node.copying !== null || node.revision !== revision
  }

  /** Merges the waiting changes with the current graph. Where others changed the same both values are kept; what cannot be carried over is set aside. */
  async #layOnTop(told: string[]): Promise<readonly Conflict[]> {
    const conflicts: Conflict[] = []
    this.#graph = this.#base
    for (const queuedChange of this.waiting)
      try {
        this.#graph = afterOrThrow(this.#graph, queuedChange.change)
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        const carried = carryOver(this.#graph, queuedChange.change)
        if (!carried) await this.#giveUp(queuedChange, error.message, told)
        else {
          await this.#outbox?.keepConflicts(carried.conflicts)
          if (carried.change.edits.length > 0) await this.#outbox?.replace({ ...queuedChange, change: carried.change })
          else await this.#outbox?.remove(new Set([queuedChange.id]))
          this.#graph = carried.graph
          conflicts.push(...carried.conflicts)
        }
      }
    return conflicts
  }

  /** Reads everything again, once for each change that met something else there; false where that was done already, or cannot be. */
  async #readAgain({ id }: QueuedChange): Promise<boolean> {
    if (this.#readFor === id) return false
    this.#readFor = id
    const loaded = await load(this.#connection)
    if ('kind' in loaded || loaded.node.graph !== this.#standing.graph) return false
    this.#standing = { graph: loaded.node.graph, revision: loaded.node.revision, names: loaded.names }
    this.#base = loaded.graph
    this.#isReadAgain = true
    return true
  }

  async #giveUp(queuedChange: QueuedChange, why: string, told: string[]) {
    await this.#outbox?.setAside(queuedChange, why)
    told.push(messages.setAside(queuedChange.change.label, this.#name, why))
  }

  /** False where others were faster, so that their changes have to be merged first. */
  async #sendWaiting(told: string[]): Promise<boolean> {
    for (const queuedChange of this.waiting) {
      const outcome = await deliver(this.#connection, queuedChange, this.#standing)
      switch (outcome.kind) {
        case 'kept':
          this.#advance(queuedChange.change)
          await this.#outbox?.remove(new Set([queuedChange.id]))
          if (this.waiting.length === 0) this.#graph = this.#base
          break
        case 'behind':
          return false
        case 'replaced':
          throw new Replaced()
        case 'differs':
          if (await this.#readAgain(queuedChange)) return false
          await this.#giveUp(queuedChange, messages.changedByTool(queuedChange.change.label, outcome.id), told)
          await this.#layOnTop(told)
          return false
      }
    }
    return true
  }
}

/** A look must be short: it tells whether the database is there. Others may have added a whole file. */
const LOOK_LIMIT = 5_000
const READ_LIMIT = 30_000

function afterOrThrow(graph: Graph, change: Change): Graph {
  const after = apply(graph, change)
  if (isRefusal(after)) throw new StoreError(after.refused)
  const fault = faultAfter(after, change)
  if (fault) throw new StoreError(`“${change.label}” was not saved: ${fault.message}`, { problems: [fault] })
  return after
}
