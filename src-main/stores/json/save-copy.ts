import { basename, join } from 'node:path'
import { codeOf } from '../error-words'
import type { FileFacts, FileSystem } from '../file-system'
import type { Processes } from '../lock/holder'
import { takeLock } from '../lock/lock'
import { replaceFile } from '../replace-file'
import { StoreError } from '../store'
import { hashOf } from './content'
import { type Place, timeName } from './place'
import { moveAside } from './set-aside'
import { sidecarOf } from './sidecar'
import * as words from './words'

/**
 * Writes the text of a graph to a file. Where another graph is replaced, it becomes a backup, and changes that had not
 * gone into it yet are set aside, so that they are not taken for changes of the new one.
 * Rejects with StoreError where that graph is being edited, and with Node's error or SyncFailure.
 */
export async function saveCopy(
  { fs, processes, now }: { readonly fs: FileSystem; readonly processes: Processes; readonly now: () => Date },
  path: string,
  text: string
): Promise<void> {
  const target = await fs.resolve(path).catch(() => path)
  const like = await ifThere(fs.facts(target))
  if (like && like.kind !== 'file') throw new StoreError(`“${basename(path)}” is no file. Choose another name.`)
  const sidecar = sidecarOf(target)
  const place: Place = { fs, path: target, name: basename(path), sidecar, now }
  const write = () => replaceFile(fs, target, Buffer.from(text), { like })
  if (!(await ifThere(fs.facts(sidecar.folder)))) return write()

  const taken = await takeLock({ fs, folder: sidecar.folder, processes, since: now().toISOString() })
  if ('heldBy' in taken)
    throw new StoreError(`“${place.name}” cannot be replaced: ${words.heldBy(taken.heldBy, processes.self.host)}`)
  try {
    await makeWay(place, like)
    await write()
  } finally {
    await taken.lock.release().catch(() => {})
  }
}

async function makeWay(place: Place, like: FileFacts | undefined) {
  const { fs, path, sidecar, now } = place
  if (like) {
    const bytes = await fs.read(path)
    await fs.makeFolder(sidecar.backups)
    const name = `${timeName(now())}-${hashOf(bytes).slice(0, 8)}.entente.json`
    await replaceFile(fs, join(sidecar.backups, name), bytes)
  }
  const journal = await ifThere(fs.read(sidecar.journal))
  if (journal) await moveAside(place, sidecar.journal, hashOf(journal), 'journal')
}

async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
}
