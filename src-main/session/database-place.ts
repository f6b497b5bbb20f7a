import { Address } from '@core/contract/neo4j'

/** Where a hosted graph is: server, user and database. Never the password. */
export type DatabasePlace = Address & { readonly database: string }

/** The address as a URI for the driver; an IPv6 host stands in brackets. */
export const uriOf = ({ scheme, host, port }: Address): string => `${scheme}://${hostOf(host)}:${port}`

/** A place as one text. No file path looks like it, so a list can hold both. */
export const placeText = ({ scheme, host, port, user, database }: DatabasePlace): string =>
  `${scheme}://${encodeURIComponent(user)}@${hostOf(host)}:${port}/${encodeURIComponent(database)}`

/** The place's name for the user: “neo4j on localhost:7687”. */
export const placeName = ({ database, host, port }: DatabasePlace): string => `${database} on ${hostOf(host)}:${port}`

/** The place that a text names; undefined for a file's path. */
export function readPlace(text: string): DatabasePlace | undefined {
  const [, scheme, user = '', host = '', port, database = ''] =
    /^([a-z0-9+]+):\/\/([^@/]*)@(\[[^\]]+\]|[^@/:]+):(\d+)\/([^/]+)$/.exec(text) ?? []
  const address = Address.safeParse({
    scheme,
    host: host.replace(/^\[|\]$/g, ''),
    port: Number(port),
    user: decoded(user)
  })
  return address.success ? { ...address.data, database: decoded(database) } : undefined
}

const hostOf = (host: string) => (host.includes(':') ? `[${host}]` : host)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
