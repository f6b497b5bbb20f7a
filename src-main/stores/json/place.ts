import type { FileSystem } from '../file-system'
import type { Sidecar } from './sidecar'

/** The path of a graph's file, and the file system. */
export interface Place {
  readonly fs: FileSystem
  /** The file's path, links resolved. */
  readonly path: string
  /** The file's name as it is shown to the user, who may know it by a link. */
  readonly name: string
  readonly sidecar: Sidecar
  readonly now: () => Date
}

/** An instant as part of a file name, such as 2025-03-02T12-00-00-000Z: sorts by time, and is valid on every system. */
export const timeName = (now: Date): string => now.toISOString().replaceAll(':', '-').replace('.', '-')
