import { type Refusal, refuse } from '../change/refusal'

/** How a server of Neo4j is reached. */
export interface ServerAddress {
  /** As the driver takes it, without user, path or query. */
  readonly uri: string
  readonly scheme: Scheme
  /** Without the brackets that an IPv6 address has in a URI. */
  readonly host: string
  readonly port: number
  /** `plain`: not encrypted; `checked`: the certificate must be one that this computer trusts; `unchecked`: any will do. */
  readonly encryption: 'plain' | 'checked' | 'unchecked'
}

/** The schemes that Neo4j's drivers know: neo4j asks the server which members of its cluster to talk to, bolt talks to this one. */
export const SCHEMES = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'] as const

/** One of the six schemes. */
export type Scheme = (typeof SCHEMES)[number]

/** Bolt's default port. */
export const BOLT_PORT = 7687

/** The address that a person typed, or what is wrong with it. Without a scheme it is taken for neo4j, without a port for 7687. */
export function readAddress(typed: string): ServerAddress | Refusal {
  const text = typed.trim()
  if (text === '') return refuse('Type the address of the server, such as neo4j://localhost:7687.', 'uri')
  const [, before, rest = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(.*)$/s.exec(text) ?? []
  const scheme = (before ?? 'neo4j').toLowerCase()
  if (scheme === 'http' || scheme === 'https')
    return refuse('That is the address of a web page. Neo4j’s own begins with neo4j:// or bolt://.', 'uri')
  if (!isScheme(scheme)) return refuse(`The address must begin with one of ${SCHEMES.join(', ')}.`, 'uri')
  if (rest.includes('@'))
    return refuse('User and password have their own fields: leave them out of the address.', 'uri')
  const [, host, port] = /^(\[[0-9A-Fa-f:.%]+\]|[^\s/?#:[\]]+)(?::(\d{1,5}))?\/?$/.exec(rest) ?? []
  if (!host)
    return refuse(
      'The address is a scheme, a host and a port, such as neo4j://localhost:7687, and nothing more.',
      'uri'
    )
  const number = port === undefined ? BOLT_PORT : Number(port)
  if (number < 1 || number > 65_535) return refuse('The port is a number from 1 to 65535.', 'uri')
  return {
    uri: `${scheme}://${host}:${number}`,
    scheme,
    host: host.replace(/^\[|\]$/g, ''),
    port: number,
    encryption: scheme.endsWith('+s') ? 'checked' : scheme.endsWith('+ssc') ? 'unchecked' : 'plain'
  }
}

const isScheme = (text: string): text is Scheme => (SCHEMES as readonly string[]).includes(text)

/**
 * The scheme with encryption that the same server can be asked by, where a password would else cross a network in the
 * clear; undefined where it does not: the scheme encrypts, or the host is this computer.
 */
export function encryptedInstead({ scheme, host }: { scheme: Scheme; host: string }): Scheme | undefined {
  if (scheme.includes('+') || isThisComputer(host)) return undefined
  return `${scheme as 'neo4j' | 'bolt'}+s`
}

/** What somebody is told before a password crosses a network in the clear; `host` as it is to be shown. */
export const unencryptedMessage = (host: string): string =>
  `The password would travel unencrypted to ${host}: anyone on the way could read it.`

/** Whether a host name or address is this computer's own, by its text (RFC 6761, RFC 5735, RFC 4291). */
export function isThisComputer(typed: string): boolean {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  const address = host.replace(/^::ffff:/, '')
  return host === '::1' || /^0*(?::0*){6,7}:?0*1$/.test(host) || /^127(?:\.\d{1,3}){3}$/.test(address)
}
