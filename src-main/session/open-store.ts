import { basename } from 'node:path'
import type { PasswordNeeded } from '@core/contract/hosted'
import type { FileSystem } from '../stores/file-system'
import { JsonStore } from '../stores/json-store'
import type { Neo4jStoreEvent } from '../stores/neo4j-store'
import type { SessionStore } from '../stores/session-store'
import type { TaskControl } from '../stores/task-control'
import { placeName, readPlace } from './database-place'
import type { Databases } from './databases'

/** What opening goes by. */
interface Dependencies {
  readonly fs: FileSystem
  readonly databases: Databases
  readonly control: TaskControl
  readonly onEvent: (event: Neo4jStoreEvent) => void
}

/** Opens the graph at a file's path or in a database, which may want a password first. Rejects with StoreError and Stopped. */
export function openStore(
  path: string,
  { fs, databases, control, onEvent }: Dependencies
): Promise<SessionStore | Omit<PasswordNeeded, 'handle'>> {
  const place = readPlace(path)
  return place ? databases.open(place, { control, onEvent }) : JsonStore.open(path, { fs, control, onEvent })
}

/** What the user calls what is at a path or place. */
export function shownName(path: string): string {
  const place = readPlace(path)
  return place ? placeName(place) : basename(path)
}

/** A name for a file that holds the graph of a store: its own, or one after the graph's title. */
export function fileNameOf({ place, graph }: SessionStore): string {
  if (place) return place.name
  const words = graph.title.replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ').trim()
  return `${words.slice(0, 80).trim() || 'graph'}.entente.json`
}
