import { z } from 'zod'
import { ConnectionFailure } from '../external/connection'
import { Handle } from './handle'
import { Address, DatabaseName, Login, SessionState, Stopped, Token } from './neo4j'

// The part of the protocol that is about graphs of ours in a Neo4j database.

const Count = z.int().min(0)

/** The status of a hosted graph: the connection, and how many changes wait on this computer. */
export const StorageStatus = z.object({
  state: SessionState,
  waiting: Count,
  /** Such as “neo4j on localhost:7687”. */
  place: z.string()
})

/** A hosted graph that needs a password to be opened; `message` says why the last one was refused. */
export const PasswordNeeded = z.object({
  outcome: z.literal('password'),
  handle: Handle,
  name: z.string(),
  address: Address,
  database: DatabaseName,
  /** Why no password can be stored here, as a message; absent when it can. */
  cannotStore: z.string().optional(),
  message: z.string().optional()
})

/** What a database holds, before a graph is kept there. */
export const Holding = z.object({
  outcome: z.literal('looked'),
  /** `unfinished`: a graph was not copied to its end; `unusable`: it cannot be opened by this version, see `why`. */
  holds: z.enum(['nothing', 'graph', 'unfinished', 'unusable']),
  /** Of the graph that is there. */
  title: z.string().optional(),
  why: z.string().optional(),
  /** Whether it holds data of others. */
  hasOthers: z.boolean(),
  /** Why nothing can be written there, as a message; absent where nothing is known against it. */
  closed: z.string().optional(),
  /** The constraints and indexes that would be created first, as Cypher. */
  schema: z.array(z.string()).readonly()
})

const Where = z.object({ login: Login, database: DatabaseName })

/** Channel → input and output. Tasks are stopped by `neo4j:stop`. */
export const HOSTED_CHANNELS = {
  /** Reads what a database holds. */
  'hosted:look': {
    input: Where.extend({ task: Token }),
    output: z.discriminatedUnion('outcome', [Holding, ConnectionFailure, Stopped])
  },
  /**
   * Copies the open graph into a database, which `hosted:progress` tells of; the window then opens it by the handle. After a
   * stop or a failure the same request goes on where it ended. A complete graph there is never changed.
   */
  'hosted:keep': {
    input: Where.extend({ task: Token, handle: Handle, keep: z.boolean() }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('kept'), handle: Handle, name: z.string() }),
      z.object({ outcome: z.literal('failed'), message: z.string() }),
      Stopped
    ])
  },
  /** Takes a login for the graph in a database, which the window then opens by the handle. `keep`: the password stays. */
  'hosted:enter': {
    input: Where.extend({ keep: z.boolean() }),
    output: z.object({ handle: Handle, name: z.string() })
  }
} as const

/** Event → payload from main to the window. */
export const HOSTED_EVENTS = {
  /** How many records of how many are copied into a database. */
  'hosted:progress': z.object({ task: Token, done: Count, all: Count }),
  /** The status of the open hosted graph. */
  'hosted:status': StorageStatus.extend({ handle: Handle })
} as const

export type StorageStatus = z.infer<typeof StorageStatus>
export type Holding = z.infer<typeof Holding>
export type PasswordNeeded = z.infer<typeof PasswordNeeded>
