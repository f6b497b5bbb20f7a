import { randomUUID } from 'node:crypto'
import type { Login } from '@core/contract/neo4j'
import type { Send } from '../ipc/events'
import type { Handlers } from '../ipc/router'
import type { Connections } from '../session/connections'
import { uriOf } from '../session/database-place'
import type { ExplorationFiles } from '../session/exploration-files'
import type { Tasks } from '../session/tasks'
import { type ConnectionRequest, tryConnection } from '../stores/neo4j/connect/try-connection'
import { Exploration } from '../stores/neo4j/explore/exploration'
import { ExternalError } from '../stores/neo4j/explore/external-error'
import { isWritten, writeBack } from '../stores/neo4j/write-back/write-back'

/** The channels about Neo4j. */
export type Neo4jChannel = Extract<keyof Handlers, `neo4j:${string}`>

interface Parts {
  readonly connections: Connections
  readonly files: ExplorationFiles
  readonly tasks: Tasks
  readonly send: Send
}

const LOST = 'This connection has ended. Connect again.'

/** Connecting to servers and exploring what they hold. */
export function neo4jHandlers({ connections, files, tasks, send }: Parts): Pick<Handlers, Neo4jChannel> {
  const sessions = new Map<string, Exploration>()
  /** The target of each session, for writing back over a separate connection. */
  const ways = new Map<string, ConnectionRequest>()

  const request = async (login: Login, database: string | undefined): Promise<ConnectionRequest> => ({
    uri: uriOf(login),
    user: login.user,
    password: await connections.passwordOf(login),
    ...(database !== undefined && { database })
  })

  /** Runs a query in a session. A database's refusal is an answer, not an error. */
  const asked = <Done extends object>(
    { session, task }: { readonly session: string; readonly task: string },
    ask: (exploration: Exploration, signal: AbortSignal) => Promise<Done>
  ) =>
    tasks.run(task, async (signal) => {
      const exploration = sessions.get(session)
      if (!exploration) return { outcome: 'failed' as const, message: LOST }
      try {
        return { outcome: 'done' as const, ...(await ask(exploration, signal)) }
      } catch (error) {
        if (!(error instanceof ExternalError)) throw error
        const { message, line, column } = error
        return { outcome: 'failed' as const, message, ...(line && { line }), ...(column && { column }) }
      }
    })

  return {
    'neo4j:connections': () => connections.list(),
    'neo4j:forget'({ id }) {
      connections.forget(id)
      return connections.list()
    },
    'neo4j:stop'({ task }) {
      tasks.stop(task)
      return {}
    },
    'neo4j:test': ({ task, login, database }) =>
      tasks.run(task, async (signal) => tryConnection(await request(login, database), signal)),
    'neo4j:explore': ({ task, login, database, keep, into }) =>
      tasks.run(task, async (signal) => {
        const session = randomUUID()
        const way = await request(login, database)
        const opened = await Exploration.open(way, {
          signal,
          onState: (state, words) => send('neo4j:state', { session, state, words })
        })
        if ('outcome' in opened) return opened
        try {
          const schema = await opened.schema(signal)
          const { scheme, host, port, user } = login
          const place = { scheme, host, port, user, database: opened.database }
          const handle = into ?? (await files.begin(place, schema))
          signal.throwIfAborted()
          await connections.remember(login, opened.database, keep)
          sessions.set(session, opened)
          ways.set(session, { ...way, database: opened.database })
          const name = `${opened.database} on ${login.host}`
          return { outcome: 'exploring' as const, session, handle, name, database: opened.database, place, schema }
        } catch (error) {
          await opened.close()
          if (!(error instanceof ExternalError)) throw error
          return { outcome: 'failed' as const, kind: 'other' as const, message: error.message }
        }
      }),
    async 'neo4j:leave'({ session }) {
      const exploration = sessions.get(session)
      sessions.delete(session)
      ways.delete(session)
      await exploration?.close()
      return {}
    },
    'neo4j:search': (input) => asked(input, (database, signal) => database.search(input, signal)),
    'neo4j:neighbours': (input) => asked(input, (database, signal) => database.neighbours(input.node, signal)),
    'neo4j:expand': (input) => asked(input, (database, signal) => database.expand(input, signal)),
    'neo4j:keys': (input) => asked(input, (database, signal) => database.keys(input.label, signal)),
    'neo4j:value': (input) => asked(input, (database, signal) => database.value(input, signal)),
    'neo4j:nodes': (input) => asked(input, (database, signal) => database.nodes(input.nodes, signal)),
    'neo4j:between': (input) => asked(input, (database, signal) => database.between(input.nodes, input.others, signal)),
    'neo4j:paths': (input) => asked(input, (database, signal) => database.paths(input.from, input.to, signal)),
    'neo4j:by-key': (input) => asked(input, (database, signal) => database.byKey(input, signal)),
    'neo4j:write-back': ({ session, task, operations }) =>
      tasks.runToItsEnd(task, async (signal) => {
        const way = ways.get(session)
        return way ? writeBack(way, operations, signal) : { outcome: 'refused' as const, message: LOST }
      }),
    async 'neo4j:is-written'({ session, operations }) {
      const way = ways.get(session)
      const written = way && (await isWritten(way, operations))
      return written === undefined ? {} : { written }
    },
    'neo4j:run': (input) =>
      asked(input, (database, signal) =>
        database.run(
          input,
          (columns, rows) => {
            if (!signal.aborted) send('neo4j:rows', { task: input.task, columns, rows })
          },
          signal
        )
      )
  }
}
