import { z } from 'zod'
import type { Graph } from '../graph/graph'
import { isThisComputer, SCHEMES } from './address'

/** The database that a file was made to explore, as the field `neo4j` at its top says; never a password. */
export const ExploredPlace = z.object({
  scheme: z.enum(SCHEMES),
  host: z.string(),
  port: z.int(),
  user: z.string(),
  database: z.string()
})

export type ExploredPlace = z.infer<typeof ExploredPlace>

/** A database in words: “movies on localhost”. */
export const placeName = ({ database, host }: Pick<ExploredPlace, 'database' | 'host'>): string =>
  `${database} on ${host}`

/** The database that a graph is about, in words; “a database” where the graph does not say which. */
export function databaseName(graph: Graph): string {
  const place = exploredPlace(graph)
  return place ? placeName(place) : 'a database'
}

/** The database that a graph is about; undefined for a graph of the user's own. */
export function exploredPlace(graph: Graph): ExploredPlace | undefined {
  const read = ExploredPlace.safeParse(graph.extra.get('neo4j'))
  return read.success ? read.data : undefined
}

/** A database in words that tell it from any other: “movies on localhost:7687”. */
export const fullPlaceName = ({ database, host, port }: Pick<ExploredPlace, 'database' | 'host' | 'port'>): string =>
  `${database} on ${host.includes(':') ? `[${host}]` : host}:${port}`

/** Whether two places are one database: the same name at the same host and port, whoever asks and by whichever scheme. */
export function isSameDatabase(one: ExploredPlace, other: ExploredPlace): boolean {
  const host = (name: string) => (isThisComputer(name) ? 'localhost' : name.toLowerCase().replace(/\.$/, ''))
  return (
    host(one.host) === host(other.host) &&
    one.port === other.port &&
    one.database.toLowerCase() === other.database.toLowerCase()
  )
}
