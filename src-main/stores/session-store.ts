import type { Conflict } from '@core/change/merge-three'
import type { StorageStatus } from '@core/contract/hosted'
import type { RecoverableVersion } from './json/assess'
import type { ConflictAbout } from './json/pending-conflicts'
import type { Place } from './json/place'
import type { Store } from './store'

/** A store as the session has it open: with all that the window is told of how a graph is kept. */
export interface SessionStore extends Store {
  /** The file and the folder beside it; undefined in a database. */
  readonly place: Place | undefined
  /** How it is kept in a database; undefined for a file. */
  readonly link: StorageStatus | undefined
  /** What the user should know about the opening, a sentence or two each. */
  readonly notices: readonly string[]
  /** Other states of the graph that can be saved under another name. */
  readonly recoverableVersions: readonly RecoverableVersion[]
  /** Whether the reason why nothing can be kept may pass by itself. */
  readonly mayPass: boolean
  /** The file by its hash where it says more than this version understands, so that only a copy of it keeps all. */
  readonly newer: string | undefined
  /** Where two sides changed the same thing, each in its own way, and the user has not decided yet. */
  readonly conflicts: readonly Conflict[]
  /** Forgets conflicts that the user has decided; rejects with StoreError when that could not be written down. */
  decide(decided: readonly ConflictAbout[]): Promise<void>
  /** Looks whether somebody else has changed the graph, and takes in what they did. */
  look(): Promise<void>
}
