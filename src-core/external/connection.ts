import { z } from 'zod'

/** Why a connection failed; the window chooses its help by it. */
export const FailureKind = z.enum([
  'address',
  'unknown-host',
  'nothing-there',
  'unreachable',
  'http',
  'not-neo4j',
  'tls-needed',
  'tls-absent',
  'certificate',
  'silent',
  'too-old',
  'password',
  'password-expired',
  'too-many-attempts',
  'not-allowed',
  'database-missing',
  'database-offline',
  'routing',
  'lost',
  'other'
])

/** A failure as a message: what, why, what to do. Never holds a password. */
export const ConnectionFailure = z.object({
  outcome: z.literal('failed'),
  kind: FailureKind,
  message: z.string()
})

/** A database of a server, as the server lists it. */
export const DatabaseInfo = z.object({
  name: z.string(),
  isOnline: z.boolean(),
  /** The one that this user gets without naming any. */
  isHome: z.boolean()
})

/** What a server says about itself once connected. */
export const ServerInfo = z.object({
  /** Such as 5.26.12. */
  version: z.string(),
  /** community or enterprise; absent where this user may not ask. */
  edition: z.string().optional(),
  /** Without the server's own “system”; empty where this user may not list them. */
  databases: z.array(DatabaseInfo).readonly()
})

/** Result of an attempt to connect. */
export const Verdict = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('connected'),
    server: ServerInfo,
    /** The one that was asked for, or the home database. */ database: z.string()
  }),
  ConnectionFailure
])

export type FailureKind = z.infer<typeof FailureKind>
export type ConnectionFailure = z.infer<typeof ConnectionFailure>
export type DatabaseInfo = z.infer<typeof DatabaseInfo>
export type ServerInfo = z.infer<typeof ServerInfo>
export type Verdict = z.infer<typeof Verdict>
