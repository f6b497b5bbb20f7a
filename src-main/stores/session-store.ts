import type { Conflict } from '@core/change/merge-three'
import type { StorageStatus } from '@core/contract/hosted'
import type { RecoverableVersion } from './json/assess'
import type { ConflictAbout } from './json/pending-conflicts'
import type { Place } from './json/place'
import type { Store } from './store'

/** A store as the session uses it, with all that the window is told about it. */
export interface SessionStore extends Store {
  /** The file and the folder beside it; undefined in a database. */
  readonly place: Place | undefined
  /** The status of the database; undefined for a file. */
  readonly link: StorageStatus | undefined
  /** Messages for the user about the opening. */
  readonly notices: readonly string[]
  /** Other states of the graph that can be saved under another name. */
  readonly recoverableVersions: readonly RecoverableVersion[]
  /** Whether the reason why nothing can be saved may pass by itself. */
  readonly mayPass: boolean
  /** The file's hash where it holds more than this version understands, so that a copy must be of the file itself. */
  readonly newer: string | undefined
  /** Conflicts that the user has not decided yet. */
  readonly conflicts: readonly Conflict[]
  /** Removes conflicts that the user has decided; rejects with StoreError when that could not be saved. */
  decide(decided: readonly ConflictAbout[]): Promise<void>
  /** Checks whether others have changed the graph, and merges their changes. */
  look(): Promise<void>
}
