import type { Login } from '@core/contract/neo4j'
import type { Send } from '../ipc/events'
import type { Handlers } from '../ipc/router'
import type { Connections } from '../session/connections'
import { type DatabasePlace, placeName, placeText, uriOf } from '../session/database-place'
import type { Files } from '../session/files'
import type { GraphSession } from '../session/graph-session'
import type { Tasks } from '../session/tasks'
import { tryConnection } from '../stores/neo4j/connect/try-connection'
import { unlessAborted } from '../stores/neo4j/connect/unless-aborted'
import {
  ConnectionLost,
  ConnectionRefused,
  DatabaseConnection,
  type Target
} from '../stores/neo4j/hosted/database-connection'
import { fill } from '../stores/neo4j/hosted/fill'
import { lookAt } from '../stores/neo4j/hosted/holding'
import * as words from '../stores/neo4j/hosted/messages'
import { StoreError } from '../stores/store'

/** The channels of hosted graphs. */
type HostedChannel = Extract<keyof Handlers, `hosted:${string}`>

interface Parts {
  readonly session: GraphSession
  readonly files: Files
  readonly connections: Connections
  readonly tasks: Tasks
  readonly send: Send
}

/** Finding, creating and opening hosted graphs. */
export function hostedHandlers({ session, files, connections, tasks, send }: Parts): Pick<Handlers, HostedChannel> {
  const targetOf = async (login: Login, database: string): Promise<Target & { readonly database: string }> => ({
    uri: uriOf(login),
    user: login.user,
    password: await connections.passwordOf(login),
    database
  })

  /** Registers the graph, so that it can be opened by the handle. */
  async function enter(login: Login, database: string, keep: boolean) {
    await connections.enter(login)
    await connections.remember(login, database, keep)
    const { scheme, host, port, user } = login
    const place: DatabasePlace = { scheme, host, port, user, database }
    return { handle: files.handle(placeText(place)), name: placeName(place) }
  }

  return {
    'hosted:look': ({ task, login, database }) =>
      tasks.run(task, async (signal) => {
        const target = await targetOf(login, database)
        const verdict = await tryConnection(target, signal)
        if (verdict.outcome === 'failed') return verdict
        return overConnection(target, (connection) => unlessAborted(lookAt(connection, target), signal)).catch(
          (error) => ({
            ...{ outcome: 'failed' as const, kind: 'other' as const },
            message: sentence(error)
          })
        )
      }),
    'hosted:keep': ({ task, login, database, handle, keep }) =>
      tasks.runToItsEnd(task, async (signal) => {
        const graph = session.graph(handle)
        const target = await targetOf(login, database)
        try {
          const filled = await overConnection(target, (connection) =>
            fill(connection, graph, {
              ...{ signal, beside: true, overUnfinished: true },
              onProgress: (done, all) => send('hosted:progress', { task, done, all })
            })
          )
          if (filled.kind !== 'copied') return { outcome: 'failed', message: words.takenMeanwhile(database) }
        } catch (error) {
          if (error === signal.reason || error instanceof StoreError) throw error
          return { outcome: 'failed', message: `${sentence(error)} ${words.goesOn()}` }
        }
        return { outcome: 'kept', ...(await enter(login, database, keep)) }
      }),
    'hosted:enter': ({ login, database, keep }) => enter(login, database, keep)
  }
}

/** Runs work over a separate connection. Rejects with ConnectionLost and ConnectionRefused. */
async function overConnection<T>(target: Target, work: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
  const connection = new DatabaseConnection(target)
  try {
    return await work(connection)
  } finally {
    await connection.close().catch(() => {})
  }
}

/** A connection error as a sentence. Any other error is thrown again. */
function sentence(error: unknown): string {
  if (!(error instanceof ConnectionLost || error instanceof ConnectionRefused)) throw error
  return `${words.whyNot(error).replace(/^./, (first) => first.toUpperCase())}.`
}
