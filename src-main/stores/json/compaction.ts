import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { piecesOf } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { MOST_BYTES } from '@core/records/limits'
import { codeOf } from '../error-messages'
import type { FileFacts, FileSystem } from '../file-system'
import { copyFile, openReplacement, syncOrFail } from '../replace-file'
import { StoreError } from '../store'
import { TaskControl } from '../task-control'
import type { Snapshot } from './assess'
import { readHash } from './content'
import { NotPatched, type Origin, patchedPieces } from './patched-file'
import type { Place } from './place'

/**
 * Writes a graph beside its file, durably, reads it back, and makes a copy in case another program damages
 * the file later. The file itself is not touched. Rejects with StoreError, SyncFailure or Node's error.
 */
export async function writeNext(
  { fs, sidecar, name }: Place,
  graph: Graph,
  like: FileFacts | undefined,
  origin?: Origin
): Promise<Snapshot> {
  const written = await writeGraph({ fs, path: sidecar.next, name, like }, graph, origin)
  const { hash, size } = await readHash(fs, sidecar.next)
  // A copy, not a hard link: a program that writes to the one must not write to the other.
  if (hash !== written.hash || !(await copyFile(fs, sidecar.next, sidecar.base(hash), hash)))
    throw Object.assign(new Error('The disk gives back something else.'), { code: 'EIO' })
  return { hash, size }
}

type Target = Pick<Place, 'fs' | 'path' | 'name'> & { readonly like: FileFacts | undefined }

/**
 * Replaces a file with a graph, as replaceFile does. In slices, so that changes can be saved meanwhile. Where it is known of
 * which file it was made, what has not changed stays as it stands there. Rejects with StoreError, SyncFailure or Node's error.
 */
export async function writeGraph(target: Target, graph: Graph, origin?: Origin): Promise<Snapshot> {
  if (!origin) return writePieces(target, piecesOf(graph))
  try {
    return await writePieces(target, patchedPieces(target.fs, graph, origin))
  } catch (error) {
    if (!(error instanceof NotPatched)) throw error
    return writePieces(target, piecesOf(graph))
  }
}

async function writePieces(
  { fs, path, name, like }: Target,
  pieces: Iterable<string> | AsyncIterable<string>
): Promise<Snapshot> {
  const file = await openReplacement(fs, path, like)
  const control = new TaskControl()
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece)
      size += bytes.length
      if (size > MOST_BYTES)
        throw new StoreError(
          `“${name}” would be larger than 1 GiB, and could not be opened again. Take something out of it.`
        )
      hash.update(bytes)
      if (size > 0) await file.write(bytes)
      await control.step('reading', 0)
    }
    await file.finish()
  } finally {
    await file.close()
  }
  return { hash: hash.digest('hex'), size }
}

/** Another program has just changed the file. Nothing is lost. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * Replaces a file with what was written beside it. The old file is moved to `previous`, not overwritten: what
 * another program writes to it at the same moment is kept. In between there is no file for an
 * instant; a crash just then is repaired at the next opening. Rejects with Overtaken, SyncFailure or Node's error.
 */
export async function swap({ fs, path, sidecar }: Place, previous: string): Promise<void> {
  // First of all, so that nothing but a sync can fail once the file is in place.
  const folder = await fs.openFolder(dirname(path))
  try {
    await fs.rename(path, previous).catch((error) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
    try {
      await putIn(fs, sidecar.next, path)
    } catch (error) {
      await putIn(fs, previous, path).catch(() => {})
      throw codeOf(error) === 'EEXIST' ? new Overtaken() : error
    }
    await syncOrFail(folder)
  } finally {
    await folder.close().catch(() => {})
  }
}

/** Error codes of file systems without hard links, such as that of a memory stick. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Moves a file to a free path; rejects with EEXIST if the path is taken. */
async function putIn(fs: FileSystem, from: string, to: string) {
  try {
    await fs.link(from, to)
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error
    return fs.rename(from, to)
  }
  await fs.remove(from).catch(() => {})
}
