import { basename, dirname, join } from 'node:path'
import { codeOf } from '../error-messages'
import { fittedAndDistinct } from '../file-name'
import type { FileSystem } from '../file-system'

/** The folder beside a graph's file for what is not in the file: `.NAME.entente`, or shorter where that is too long for a name. */
export interface Sidecar {
  readonly folder: string
  /** The changes since the snapshot. */
  readonly journal: string
  /** The next version of the file. */
  readonly next: string
  /** Values that conflict and wait for the user's decision. */
  readonly conflicts: string
  /** What was told while the file was being closed. */
  readonly toldAtClosing: string
  readonly backups: string
  readonly setAside: string
  /** A copy of the snapshot with that hash, which the journal extends, in case another program damages the file. */
  base(hash: string): string
  /** The snapshot with that hash, moved out of its place, in case another program still writes to it. */
  previous(hash: string): string
}

/** Where the sidecar of a file is; `path` with links followed. */
export function sidecarOf(path: string): Sidecar {
  const name = basename(path).replace(/\.entente\.json$/, '')
  const folder = join(dirname(path), fittedAndDistinct(`.${name}`, '.entente'))
  const at = (name: string) => join(folder, name)
  return {
    folder,
    journal: at('journal'),
    next: at('next.entente.json'),
    conflicts: at('clashes.json'),
    toldAtClosing: at('told-at-closing.json'),
    backups: at('backups'),
    setAside: at('set-aside'),
    base: (hash) => at(`base-${hash.slice(0, 16)}.entente.json`),
    previous: (hash) => at(`previous-${hash.slice(0, 16)}.entente.json`)
  }
}

/** Whether the journal's folder still exists: what is written to a deleted file is lost. */
export async function isInPlace({
  fs,
  sidecar
}: {
  readonly fs: FileSystem
  readonly sidecar: Sidecar
}): Promise<boolean> {
  const names = await fs.list(sidecar.folder).catch((error): readonly string[] => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return names.includes(basename(sidecar.journal))
}
