import { basename, dirname, join } from 'node:path'
import { codeOf } from '../stores/error-messages'
import type { FileSystem } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'

/** The user's copy of the seed graph. Made when there is none, so that the seed is never written to. */
export async function workingCopy(fs: FileSystem, seed: string, folder: string) {
  const path = join(folder, basename(seed))
  try {
    await fs.facts(path)
    return { path, isNew: false }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  await fs.makeFolder(dirname(path))
  await replaceFile(fs, path, await fs.read(seed))
  return { path, isNew: true }
}
