import { z } from 'zod'
import { SCHEMES } from '../external/address'
import { ConnectionFailure, Verdict } from '../external/connection'
import { ExploredPlace } from '../external/explored-place'
import { NodeMatch } from '../external/node-match'
import { ExternalSchema } from '../external/schema'
import { ExternalNode, ExternalRelationship, ExternalValue } from '../external/value'
import { Operation } from '../external/write-back/operation'

// The part of the protocol that is about Neo4j. Ids of nodes and relationships are the server's and hold within one session.

/** The name of a running task or session. */
export const Token = z.string().regex(/^[a-z0-9-]{1,64}$/)
const Session = Token
const NodeId = z.string().min(1).max(300)
/** A database, as its server calls it. */
export const DatabaseName = z.string().min(1).max(100)

/** The address of a server, and the user. */
export const Address = z.object({
  scheme: z.enum(SCHEMES),
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[^\s/@?#]+$/),
  port: z.int().min(1).max(65_535),
  user: z.string().max(200)
})

/** An address with a password: the typed one, or the one stored with a connection. */
export const Login = Address.extend({ password: z.string().max(4000).optional(), connection: Token.optional() })

/** A connection used before. Its password, if stored, stays in main. */
export const Connection = Address.extend({ id: Token, database: DatabaseName.optional(), hasPassword: z.boolean() })

const Connections = z.object({
  connections: z.array(Connection).readonly(),
  /** Why no password can be stored here, as a message; absent when it can. */
  cannotStore: z.string().optional()
})

/** The user has stopped the task. */
export const Stopped = z.object({ outcome: z.literal('stopped') })

const NodesAndRelationships = z.object({
  nodes: z.array(ExternalNode).readonly(),
  relationships: z.array(ExternalRelationship).readonly()
})

const Direction = z.enum(['out', 'in'])

/** Whether a session's server answers. */
export const SessionState = z.enum(['connected', 'reconnecting', 'offline'])

/** Result of a query to an external database: the answer, or why it failed, as a message. */
const answered = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('done'), ...shape }),
    z.object({ outcome: z.literal('failed'), message: z.string() }),
    Stopped
  ])

/** Channel → input and output. A `task` names the running task, so that it can be stopped. */
export const NEO4J_CHANNELS = {
  'neo4j:connections': { input: z.object({}), output: Connections },
  'neo4j:forget': { input: z.object({ id: Token }), output: Connections },
  /** Stops a running task, if it has not ended; its request then answers `stopped`. */
  'neo4j:stop': { input: z.object({ task: Token }), output: z.object({}) },
  /** Tries to connect: answers within five seconds what the server is and has, or why it failed. Without a database, the user's home database. */
  'neo4j:test': {
    input: z.object({ task: Token, login: Login, database: DatabaseName.optional() }),
    output: z.union([Verdict, Stopped])
  },
  /**
   * Begins to explore a database, reading only. What is found is kept in a file of the user's own: a new one, which the
   * window then opens by `handle`, or the open one where `into` names it. `keep`: the password as well.
   */
  'neo4j:explore': {
    input: z.object({
      task: Token,
      login: Login,
      database: DatabaseName.optional(),
      keep: z.boolean(),
      into: z.string().max(64).optional()
    }),
    output: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('exploring'),
        session: Session,
        handle: z.string(),
        /** Such as “movies on localhost”, for the title and the status bar. */
        name: z.string(),
        database: z.string(),
        /** Which database this is, to be held against the one that the open file came from. */
        place: ExploredPlace,
        schema: ExternalSchema
      }),
      ConnectionFailure,
      Stopped
    ])
  },
  /** Ends a session. */
  'neo4j:leave': { input: z.object({ session: Session }), output: z.object({}) },
  /**
   * A part of a search for nodes that answer a text, of about a second; `looked` says how many nodes it and those before it
   * have looked through, and is where the next part begins; the first part, without it, asks the indexes. `captions`: what captions nodes, by label, as the user chose.
   */
  'neo4j:search': {
    input: z.object({
      session: Session,
      task: Token,
      text: z.string().min(1).max(200),
      most: z.int().min(1).max(200),
      label: z.string().optional(),
      looked: z.int().min(0).optional(),
      captions: z.record(z.string(), z.array(z.string()).readonly()).readonly().optional()
    }),
    output: answered({
      hits: z.array(z.object({ node: ExternalNode, match: NodeMatch.optional() })).readonly(),
      looked: z.int(),
      of: z.int(),
      isThrough: z.boolean(),
      notes: z.array(z.string()).readonly()
    })
  },
  /** How many relationships of each type a node has, each way. */
  'neo4j:neighbours': {
    input: z.object({ session: Session, task: Token, node: NodeId }),
    output: answered({
      groups: z.array(z.object({ type: z.string(), direction: Direction, count: z.int() })).readonly()
    })
  },
  /** The next neighbours of one type and direction, with the relationships; `next` is where the next page begins. */
  'neo4j:expand': {
    input: z.object({
      session: Session,
      task: Token,
      node: NodeId,
      type: z.string(),
      direction: Direction,
      after: z.string().max(300).optional()
    }),
    output: answered({ found: NodesAndRelationships, next: z.string().optional() })
  },
  /** One property of a node in words, whole up to a million characters; `length` is how many it has. */
  'neo4j:value': {
    input: z.object({ session: Session, task: Token, node: NodeId, property: z.string() }),
    output: answered({ text: z.string(), length: z.int() })
  },
  /** Nodes as the database has them now; those that are not there any more are left out. */
  'neo4j:nodes': {
    input: z.object({ session: Session, task: Token, nodes: z.array(NodeId).max(500) }),
    output: answered({ nodes: z.array(ExternalNode).readonly() })
  },
  /** Relationships between nodes that were just found and those shown already. */
  'neo4j:between': {
    input: z.object({
      session: Session,
      task: Token,
      nodes: z.array(NodeId).max(500),
      others: z.array(NodeId).max(5000)
    }),
    output: answered({ relationships: z.array(ExternalRelationship).readonly(), limited: z.boolean() })
  },
  /** The shortest paths between two nodes; `note` says how far was searched. */
  'neo4j:paths': {
    input: z.object({ session: Session, task: Token, from: NodeId, to: NodeId }),
    output: answered({ paths: z.int(), found: NodesAndRelationships, note: z.string().optional() })
  },
  /** The nodes of a label whose property has one of these values: how the nodes in a file are found again. */
  'neo4j:by-key': {
    input: z.object({
      session: Session,
      task: Token,
      label: z.string(),
      property: z.string(),
      values: z.array(ExternalValue).max(5000)
    }),
    output: answered({ nodes: z.array(ExternalNode).readonly() })
  },
  /** Properties by which the nodes of a label could be found again; `words` says in short what speaks for each. */
  'neo4j:keys': {
    input: z.object({ session: Session, task: Token, label: z.string() }),
    output: answered({ keys: z.array(z.object({ property: z.string(), words: z.string() })).readonly() })
  },
  /**
   * Carries operations out on the session's database, all or none, over a connection of its own. `refused`: nothing was
   * written; `unknown`: the server was lost, and it is not known. It can be stopped until COMMIT is sent.
   */
  'neo4j:write-back': {
    input: z.object({ session: Session, task: Token, operations: z.array(Operation).min(1).max(10_000) }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('written') }),
      z.object({ outcome: z.literal('refused'), message: z.string() }),
      z.object({ outcome: z.literal('unknown'), message: z.string() }),
      Stopped
    ])
  },
  /** Whether operations with an unknown result are in the database; absent when the server cannot be asked. */
  'neo4j:is-written': {
    input: z.object({ session: Session, operations: z.array(Operation).min(1).max(10_000) }),
    output: z.object({ written: z.boolean().optional() })
  },
  /** Runs a reading statement. Rows come as `neo4j:rows`; the answer comes after the last of them. */
  'neo4j:run': {
    input: z.object({ session: Session, task: Token, query: z.string().min(1).max(100_000), most: z.int().min(1) }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('done'), rows: z.int(), limited: z.boolean(), milliseconds: z.number() }),
      z.object({
        outcome: z.literal('failed'),
        message: z.string(),
        /** Where in the statement; both count from 1. */
        line: z.int().optional(),
        column: z.int().optional()
      }),
      Stopped
    ])
  }
} as const

/** Event → payload from main to the window. */
export const NEO4J_EVENTS = {
  /** Rows of a statement that runs, in order. */
  'neo4j:rows': z.object({
    task: Token,
    columns: z.array(z.string()).readonly(),
    rows: z.array(z.array(ExternalValue).readonly()).readonly()
  }),
  /** A session's server is lost or back; `words` is a message. */
  'neo4j:state': z.object({ session: Session, state: SessionState, words: z.string() })
} as const

export type Address = z.infer<typeof Address>
export type Login = z.infer<typeof Login>
export type Connection = z.infer<typeof Connection>
export type SessionState = z.infer<typeof SessionState>
export type Direction = z.infer<typeof Direction>
