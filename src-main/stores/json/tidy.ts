import { join } from 'node:path'
import type { FileSystem } from '../file-system'
import { isTemporary } from '../replace-file'
import { keepBackup } from './backups'
import { readHash } from './content'
import type { Place } from './place'
import { moveAside } from './set-aside'

/**
 * Cleans up after a crash: unfinished files are removed, an old snapshot becomes a backup, and what another
 * program wrote to a file that had been moved is set aside. Answers whether there was such a file.
 */
export async function tidy(place: Place, snapshot: string): Promise<{ readonly late: boolean }> {
  const { fs, sidecar } = place
  let late = false
  for (const name of await fs.list(sidecar.folder)) {
    const path = join(sidecar.folder, name)
    const hash = /^(?:base|previous)-([0-9a-f]{16})\.entente\.json$/.exec(name)?.[1]
    if (isTemporary(name)) await fs.remove(path).catch(() => removeFolder(fs, path))
    else if (path === sidecar.next) await fs.remove(path)
    else if (name.startsWith('base-') && hash && path !== sidecar.base(snapshot)) await keepBackup(place, path, hash)
    else if (name.startsWith('previous-')) late = (await clearPrevious(place, path)) || late
  }
  return { late }
}

async function clearPrevious(place: Place, path: string): Promise<boolean> {
  const { hash } = await readHash(place.fs, path)
  const isLate = path !== place.sidecar.previous(hash)
  if (isLate) await moveAside(place, path, hash, 'from-another-program.json')
  else await place.fs.remove(path)
  return isLate
}

/** A lock that was never given its number. */
async function removeFolder(fs: FileSystem, path: string) {
  for (const name of await fs.list(path)) await fs.remove(join(path, name))
  await fs.removeFolder(path)
}
