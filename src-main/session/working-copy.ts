import { basename, dirname, join } from 'node:path'
import { codeOf } from '../stores/error-messages'
import type { FileSystem } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'
import { failureMessage } from './failure-message'

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

/** The working copy with what to tell of it; a message where there can be none. */
export async function copyToOpen(
  make: () => Promise<Awaited<ReturnType<typeof workingCopy>>>
): Promise<{ readonly path: string; readonly notice: string | undefined } | { readonly message: string }> {
  try {
    const { path, isNew } = await make()
    return { path, notice: isNew ? IS_NEW : undefined }
  } catch (error) {
    return { message: failureMessage(error, 'the working copy of the seed graph') }
  }
}

const IS_NEW = 'This is your own working copy of the seed graph. The original stays as it is.'
