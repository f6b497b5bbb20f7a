import type { ServerAddress } from '@core/external/address'
import type { ConnectionFailure, FailureKind } from '@core/external/connection'
import { quote } from '@core/text/quote'
import type { Knock } from './knock'

// Every way in which a connection can fail, in words. Nothing that a driver or a server wrote gets into them but codes.

/** A failure of that kind. */
export const failure = (kind: FailureKind, message: string): ConnectionFailure => ({ outcome: 'failed', kind, message })

/** The failure that a probe of the port shows; undefined when Bolt answers. */
export function verdictOfKnock(knock: Knock, address: ServerAddress): ConnectionFailure | undefined {
  const place = `${address.host}:${address.port}`
  const { scheme } = address
  switch (knock.found) {
    case 'bolt':
      return undefined
    case 'unreachable':
      return unreachable(knock.code, address)
    case 'http':
      return failure('http', `${place} is the port for web browsers. Bolt usually has port 7687 on the same server.`)
    case 'tls':
      return failure(
        'tls-needed',
        `${place} wants an encrypted connection. Use ${secure(scheme)}:// instead of ${scheme}://.`
      )
    case 'not-tls':
      return failure(
        'tls-absent',
        `${place} does not encrypt its connections. Use ${bare(scheme)}:// if you trust the network between.`
      )
    case 'bad-certificate':
      return failure('certificate', certificate(knock.code, address))
    case 'silent':
      return silent(address)
    case 'old-bolt':
      return tooOld(place)
    case 'closed':
      return failure('not-neo4j', `${place} hangs up at once: it is no Neo4j. Look at the port.`)
    case 'other':
      return failure('not-neo4j', `Something answers on ${place}, but it is no Neo4j. Look at the port.`)
  }
}

/** The failure of a server that accepted the connection and did not answer in time. */
export const silent = ({ host, port }: ServerAddress): ConnectionFailure =>
  failure(
    'silent',
    `${host}:${port} takes the connection but says nothing. The server may be starting or overloaded: try again in a minute.`
  )

/** The failure of a server before version 5; `found` names it. */
export const tooOld = (found: string): ConnectionFailure =>
  failure(
    'too-old',
    `${found} is a Neo4j before version 5, or none that we know. Entente works with Neo4j 5 and later.`
  )

/** The failure of a database that the server lists as not running. */
export const offline = (database: string): ConnectionFailure =>
  failure('database-offline', OFFLINE.message(named(database)))

/** The failure that an error of the driver means, once Bolt has answered. */
export function verdictOfError(error: unknown, address: ServerAddress, database = ''): ConnectionFailure {
  const code = codeOf(error)
  const known = WORDS.get(code)
  if (known) return failure(known.kind, known.message(named(database)))
  if (code === 'ServiceUnavailable' || code === 'SessionExpired')
    return address.scheme.startsWith('neo4j')
      ? failure(
          'routing',
          `${address.host}:${address.port} answers, but a server that it names cannot be reached from here. Use ${address.scheme.replace('neo4j', 'bolt')}:// to talk to this one alone.`
        )
      : failure(
          'lost',
          `The connection to ${address.host}:${address.port} was lost. The server may have stopped: try again.`
        )
  return failure('other', `The server refuses: ${code || 'it does not say why'}.`)
}

/** The code that the server or the driver gives an error; empty where it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code !== 'N/A' ? code : ''
}

const named = (database: string) => (database === '' ? 'The home database' : `The database ${quote(database)}`)

interface Words {
  readonly kind: FailureKind
  readonly message: (database: string) => string
}

const PASSWORD: Words = {
  kind: 'password',
  message: () => 'The server does not know this user and password. Look at both.'
}
const NOT_ALLOWED: Words = {
  kind: 'not-allowed',
  message: (database) =>
    `This user may not use it: ${database.replace('The', 'the')}. Ask whoever runs the server for the right.`
}

const OFFLINE: Words = {
  kind: 'database-offline',
  message: (database) => `${database} is there but not running. Start it, or choose another.`
}

const WORDS = new Map<string, Words>([
  ['Neo.ClientError.Security.Unauthorized', PASSWORD],
  ['Neo.ClientError.Security.AuthProviderFailed', PASSWORD],
  [
    'Neo.ClientError.Security.CredentialsExpired',
    {
      kind: 'password-expired',
      message: () =>
        'The password has expired and must be changed first. Change it in Neo4j’s own browser, then use the new one here.'
    }
  ],
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    {
      kind: 'too-many-attempts',
      message: () =>
        'There were too many attempts with a wrong password, so the server takes none for a while. Wait a minute, then use the right one.'
    }
  ],
  ['Neo.ClientError.Security.Forbidden', NOT_ALLOWED],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    { kind: 'database-missing', message: (database) => `${database} is not on this server. Choose one from its list.` }
  ],
  ['Neo.TransientError.General.DatabaseUnavailable', OFFLINE],
  ['Neo.TransientError.Database.DatabaseUnavailable', OFFLINE]
])

function unreachable(code: string, { host, port }: ServerAddress): ConnectionFailure {
  switch (code) {
    case 'ECONNREFUSED':
      return failure(
        'nothing-there',
        `Nothing listens on ${host}:${port}. Is the server running, and is this its Bolt port?`
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return failure(
        'unknown-host',
        `No computer called ${quote(host)} can be found. Look at the spelling and at the network.`
      )
    default:
      return failure(
        'unreachable',
        `${host}:${port} cannot be reached${code ? ` (${code})` : ''}. A firewall may be in the way, or the network is down.`
      )
  }
}

function certificate(code: string, { host, scheme }: ServerAddress): string {
  const todo = `If you know that server, ${scheme.replace('+s', '+ssc')}:// takes any certificate.`
  if (/SELF_SIGNED|UNABLE_TO_/.test(code))
    return `The certificate of ${host} is self-signed or from a body that this computer does not know. ${todo}`
  if (/EXPIRED/.test(code)) return `The certificate of ${host} has expired. Have it renewed. ${todo}`
  if (/ALTNAME/.test(code))
    return `The certificate that ${host} shows was made out to another name. Use that name. ${todo}`
  return `The certificate of ${host} cannot be checked (${code}). ${todo}`
}

const secure = (scheme: string) => `${scheme.replace(/\+.*/, '')}+s`
const bare = (scheme: string) => scheme.replace(/\+.*/, '')
