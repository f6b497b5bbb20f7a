import type { FileSystem } from '../file-system'
import type { Sidecar } from './sidecar'

/** Where a graph is kept, and with what. */
export interface Place {
  readonly fs: FileSystem
  /** The file itself, links followed. */
  readonly path: string
  /** The file's name as the user knows it. */
  readonly name: string
  readonly sidecar: Sidecar
  readonly now: () => Date
}

/** An instant as part of a file's name, such as 2025-03-02T12-00-00-000Z: sorts by time, and no system minds it. */
export const timeName = (now: Date): string => now.toISOString().replaceAll(':', '-').replace('.', '-')
