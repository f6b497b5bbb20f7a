import type { Merged, ReadOnly } from '@core/contract/backups'
import type { Payload } from '@core/contract/contract'
import type { StorageStatus } from '@core/contract/hosted'
import type { FileSystem } from '../stores/file-system'
import type { Databases } from './databases'
import type { Files } from './files'

/** What the session works with. `workingCopy` answers where the user's own copy of the seed graph is, and makes it if need be. */
export interface Dependencies {
  readonly fs: FileSystem
  readonly files: Files
  readonly databases: Databases
  readonly workingCopy: () => Promise<{ readonly path: string; readonly isNew: boolean }>
  /** Called with the name of each file that is opened. */
  readonly onOpened: (name: string) => void
  /** Called when another program's changes came into the open graph. */
  readonly onMerged?: (merged: Merged) => void
  /** Called when from now on nothing is saved any more. */
  readonly onReadOnly?: (readOnly: ReadOnly) => void
  /** Called when the line to the database of an open graph, or what waits for it, is not what it was. */
  readonly onStorageStatus?: (link: StorageStatus & { readonly handle: string }) => void
  /** Called now and then while something is being opened. */
  readonly onProgress?: (progress: Payload<'graph:progress'>) => void
  /** Called with what the user should know and did not ask for. */
  readonly onTold?: (message: string) => void
}
