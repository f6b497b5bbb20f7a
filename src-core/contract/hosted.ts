import { z } from 'zod'
import { ConnectionFailure } from '../external/connection'
import { Handle } from './handle'
import { Address, DatabaseName, Login, SessionState, Stopped, Token } from './neo4j'

// The part of the protocol that is about graphs of ours in a Neo4j database.

const Count = z.int().min(0)

/** How a graph in a database is kept just now: how the line to it is, and how many changes wait on this computer. */
export const StorageStatus = z.object({
  state: SessionState,
  waiting: Count,
  /** Such as “neo4j on localhost:7687”. */
  place: z.string()
})

/** A graph in a database that cannot be opened before somebody gives the password; `message` says why the last one did not do. */
export const PasswordNeeded = z.object({
  outcome: z.literal('password'),
  handle: Handle,
  name: z.string(),
  address: Address,
  database: DatabaseName,
  /** Why no password can be kept here, in a sentence; absent when it can. */
  noKeeping: z.string().optional(),
  message: z.string().optional()
})

/** What a database holds, for whoever wants to keep a graph there. */
export const Holding = z.object({
  outcome: z.literal('looked'),
  /** `unfinished`: a graph was not copied to its end; `unusable`: it cannot be opened by this version, see `why`. */
  holds: z.enum(['nothing', 'graph', 'unfinished', 'unusable']),
  /** Of the graph that is there. */
  title: z.string().optional(),
  why: z.string().optional(),
  /** Whether others keep data there too. */
  hasOthers: z.boolean(),
  /** Why nothing can be written there, in a sentence; absent where nothing speaks against it. */
  closed: z.string().optional(),
  /** The constraints and indexes that keeping a graph would make first, as Cypher. */
  schema: z.array(z.string()).readonly()
})

const Where = z.object({ login: Login, database: DatabaseName })

/** Channel → what goes in, what comes out. Tasks are stopped by `neo4j:stop`. */
export const HOSTED_CHANNELS = {
  /** Looks what a database holds; only reads. */
  'hosted:look': {
    input: Where.extend({ task: Token }),
    output: z.discriminatedUnion('outcome', [Holding, ConnectionFailure, Stopped])
  },
  /**
   * Copies the open graph into a database, which `hosted:progress` tells of; the window then opens it by the handle. After a
   * stop or a failure the same request goes on where it ended. A graph that is there whole is never touched.
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

/** Event → what main tells the window unasked. */
export const HOSTED_EVENTS = {
  /** How many records of how many have been copied into a database. */
  'hosted:progress': z.object({ task: Token, done: Count, all: Count }),
  /** How an open graph is kept now. */
  'hosted:status': StorageStatus.extend({ handle: Handle })
} as const

export type StorageStatus = z.infer<typeof StorageStatus>
export type Holding = z.infer<typeof Holding>
export type PasswordNeeded = z.infer<typeof PasswordNeeded>
