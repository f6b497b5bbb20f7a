import { basename } from 'node:path'
import type { PasswordNeeded } from '@core/contract/hosted'
import { shownPath } from '@core/text/shown-path'
import type { FileSystem } from '../stores/file-system'
import { JsonStore } from '../stores/json-store'
import type { Neo4jStoreEvent } from '../stores/neo4j-store'
import type { SessionStore } from '../stores/session-store'
import type { TaskControl } from '../stores/task-control'
import { placeName, readPlace } from './database-place'
import type { Databases } from './databases'
import { failureMessage } from './failure-message'

/** Dependencies of opening. */
interface Dependencies {
  readonly fs: FileSystem
  readonly databases: Databases
  readonly control: TaskControl
  readonly onEvent: (event: Neo4jStoreEvent) => void
}

/** Opens the graph of a file or database; a database may need a password first. Rejects with StoreError and Stopped. */
export function openStore(
  path: string,
  { fs, databases, control, onEvent }: Dependencies
): Promise<SessionStore | Omit<PasswordNeeded, 'handle'>> {
  const place = readPlace(path)
  return place ? databases.open(place, { control, onEvent }) : JsonStore.open(path, { fs, control, onEvent })
}

/** A store that may not write, opened again in case it may by now; else that store. */
export async function openAgain(path: string, store: SessionStore, dependencies: Dependencies): Promise<SessionStore> {
  const again = await openStore(path, dependencies).catch(() => undefined)
  if (!again || 'outcome' in again) return store
  await store.close().catch(() => {})
  return again
}

/** Closes a store; answers what could not be done, in a sentence. It stands in the journal then, and is read again with the file. */
export const whyNotClosed = (store: SessionStore): Promise<string | undefined> =>
  store.close().then(
    () => undefined,
    (error) => failureMessage(error, store.name)
  )

/** Told where a file is asked for that is open under another of its names. */
export const otherNameNotice = (path: string, open: string): string =>
  `“${shownName(path)}” is another name of “${open}”, which is open here: a hard link to the same file.`

/** The name of a file or database, as shown to the user. */
export function shownName(path: string): string {
  const place = readPlace(path)
  return place ? placeName(place) : shownPath(basename(path))
}

/** A file name for a store's graph: that of its file, else one made from the graph's title. */
export function fileNameOf({ place, graph }: SessionStore): string {
  // A name with invisible signs is not passed on.
  if (place && shownPath(basename(place.path)) === basename(place.path)) return place.name
  const words = graph.title.replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ').trim()
  return `${words.slice(0, 80).trim() || 'graph'}.entente.json`
}
