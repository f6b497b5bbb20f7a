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
