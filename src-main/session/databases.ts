import type { PasswordNeeded } from '@core/contract/hosted'
import type { FailureKind } from '@core/external/connection'
import type { FileSystem } from '../stores/file-system'
import { tryConnection } from '../stores/neo4j/connect/try-connection'
import type { Target } from '../stores/neo4j/hosted/database-connection'
import * as messages from '../stores/neo4j/hosted/messages'
import { waitingFor } from '../stores/neo4j/hosted/outbox-places'
import { Neo4jStore, type Neo4jStoreEvent } from '../stores/neo4j-store'
import { StoreError } from '../stores/store'
import { Stopped, type TaskControl } from '../stores/task-control'
import type { Connections } from './connections'
import { type DatabasePlace, placeName, placeText, uriOf } from './database-place'

interface Dependencies {
  readonly fs: FileSystem
  readonly connections: Connections
  /** The folder in which changes wait while a database is away. */
  readonly outbox: string
}

/** No store yet: the user has to enter the password. */
type Locked = Omit<PasswordNeeded, 'handle'>

/** Opens hosted graphs, with the connections that are known. */
export class Databases {
  readonly #dependencies: Dependencies

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  /** Opens the graph at a place. Rejects with a StoreError that says what to do, or with Stopped. */
  async open(
    place: DatabasePlace,
    { control, onEvent }: { readonly control: TaskControl; readonly onEvent: (event: Neo4jStoreEvent) => void }
  ): Promise<Neo4jStore | Locked> {
    const { connections } = this.#dependencies
    const password = await connections.passwordAt(place)
    if (password === undefined) return this.#locked(place)
    const { user, database } = place
    const target = { uri: uriOf(place), user, password, database }
    const verdict = await control.unlessStopped(tryConnection(target))
    if (verdict.outcome === 'failed') {
      if (ABOUT_LOGIN.has(verdict.kind)) return this.#locked(place, verdict.message)
      throw new StoreError(messages.cannotOpen(placeName(place), verdict.message, await this.#waiting(place)))
    }
    return this.#open(place, target, control, onEvent)
  }

  async #open(place: DatabasePlace, target: Target, control: TaskControl, onEvent: (event: Neo4jStoreEvent) => void) {
    let isOpen = false
    const opening = Neo4jStore.open(target, {
      fs: this.#dependencies.fs,
      outbox: this.#dependencies.outbox,
      keptAt: placeText(place),
      onProgress: (done, all) => control.tell('reading', done / Math.max(1, all)),
      // Earlier events are among the opening's notices.
      onEvent: (event) => {
        if (isOpen) onEvent(event)
      }
    })
    try {
      const store = await control.unlessStopped(opening)
      isOpen = true
      return store
    } catch (error) {
      if (error instanceof Stopped) void opening.then((store) => store.close()).catch(() => {})
      throw error
    }
  }

  async #locked(place: DatabasePlace, message?: string): Promise<Locked> {
    const { database, ...address } = place
    const cannotStore = await this.#dependencies.connections.refusal()
    return {
      ...{ outcome: 'password', name: placeName(place), address, database },
      ...(cannotStore && { cannotStore }),
      ...(message && { message })
    }
  }

  async #waiting(place: DatabasePlace): Promise<number> {
    const { fs, outbox } = this.#dependencies
    const found = await waitingFor(fs, outbox, placeText(place))
    return found.reduce((sum, { count }) => sum + count, 0)
  }
}

const ABOUT_LOGIN: ReadonlySet<FailureKind> = new Set(['password', 'password-expired', 'too-many-attempts'])
