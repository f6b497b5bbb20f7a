import { basename, join } from 'node:path'
import type { Graph } from '@core/graph/graph'
import { shownPath } from '@core/text/shown-path'
import { codeOf } from '../error-messages'
import type { FileFacts, FileSystem } from '../file-system'
import type { Processes } from '../lock/holder'
import { takeLock } from '../lock/lock'
import { copyFile } from '../replace-file'
import { StoreError } from '../store'
import { writeGraph } from './compaction'
import { hashOf, readHash } from './content'
import * as messages from './messages'
import { type Place, timeName } from './place'
import { moveAside } from './set-aside'
import { sidecarOf } from './sidecar'

/** What is written to a copy: a graph, or the file with that hash as it is. */
export type Copied = Graph | { readonly path: string; readonly hash: string }

/**
 * Writes a graph, or the file with that hash as it is, to a file. Where another graph is replaced, it becomes a backup, and changes that had not
 * gone into it yet are set aside, so that they are not taken for changes of the new one.
 * Rejects with StoreError where that graph is being edited, and with Node's error or SyncFailure.
 */
export async function saveCopy(
  { fs, processes, now }: { readonly fs: FileSystem; readonly processes: Processes; readonly now: () => Date },
  path: string,
  what: Copied
): Promise<void> {
  const target = await fs.resolve(path).catch(() => path)
  const like = await ifThere(fs.facts(target))
  if (like && like.kind !== 'file')
    throw new StoreError(`“${shownPath(basename(path))}” is no file. Choose another name.`)
  const sidecar = sidecarOf(target)
  const place: Place = { fs, path: target, name: shownPath(basename(path)), sidecar, now }
  const write = async () => {
    if ('all' in what) await writeGraph({ fs, path: target, name: place.name, like }, what)
    else if (!(await copyFile(fs, what.path, target, what.hash)))
      throw new StoreError(
        `“${shownPath(basename(what.path))}” has been changed by another program. Open it again, then save the copy.`
      )
  }
  if (!(await ifThere(fs.facts(sidecar.folder)))) return write()

  const taken = await takeLock({ fs, folder: sidecar.folder, processes, since: now().toISOString() })
  if ('heldBy' in taken)
    throw new StoreError(`“${place.name}” cannot be replaced: ${messages.heldBy(taken.heldBy, processes.self.host)}`)
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
    const { hash } = await readHash(fs, path)
    await fs.makeFolder(sidecar.backups)
    const backup = join(sidecar.backups, `${timeName(now())}-${hash.slice(0, 8)}.entente.json`)
    if (!(await copyFile(fs, path, backup, hash)))
      throw new StoreError(
        `“${shownPath(basename(path))}” cannot be replaced: another program is writing to it. Try again.`
      )
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
