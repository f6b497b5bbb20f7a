import type { Payload, ReadOnly } from '@core/contract/contract'
import type { StorageStatus } from '@core/contract/hosted'
import type { Merged } from '@core/contract/remote-changes'
import type { FileSystem } from '../stores/file-system'
import type { Databases } from './databases'
import type { Files } from './files'
import type { KeptMappings } from './kept-mappings'
import type { LastStart } from './last-start'

/** The session's dependencies. `workingCopy` answers where the user's copy of the seed graph is, and makes it if needed. */
export interface Dependencies {
  readonly fs: FileSystem
  readonly files: Files
  readonly databases: Databases
  /** What the columns of tables are, as it was said before. */
  readonly mappings?: KeptMappings
  /** What was being opened when the last start ended. */
  readonly lastStart?: LastStart
  readonly workingCopy: () => Promise<{ readonly path: string; readonly isNew: boolean }>
  /** Called with the name of each file that is opened. */
  readonly onOpened: (name: string) => void
  /** Called when changes of another program were merged into the open graph. */
  readonly onMerged?: (merged: Merged) => void
  /** Called when nothing can be saved any more. */
  readonly onReadOnly?: (readOnly: ReadOnly) => void
  /** Called when the connection to the open graph's database, or the number of waiting changes, has changed. */
  readonly onStorageStatus?: (link: StorageStatus & { readonly handle: string }) => void
  /** Called now and then during an opening. */
  readonly onProgress?: (progress: Payload<'graph:progress'>) => void
  /** Called with a message for the user. */
  readonly onTold?: (message: string) => void
}
