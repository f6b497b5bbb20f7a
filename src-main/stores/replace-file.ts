import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { FileFacts, FileSystem, NewFile } from './file-system'

/** A sync failed: what the disk holds can no longer be told, and another sync would prove nothing. */
export class SyncFailure extends Error {
  override readonly name = 'SyncFailure'

  /** @param replaced whether the new file is in place already */
  constructor(
    readonly replaced: boolean,
    cause: unknown
  ) {
    super('The disk could not confirm that the data is on it.', { cause })
  }
}

/**
 * Puts bytes in the place of a file so that at every moment, power cut included, either the whole old file or the whole
 * new one is there: written beside it, made durable, renamed over it, and the folder made durable.
 * The path must not be a symbolic link (see FileSystem.resolve). Rejects with SyncFailure or with Node's error; unless
 * that is a SyncFailure with `replaced`, the old file is untouched.
 */
export async function replaceFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  { like, durable = true }: { like?: FileFacts | undefined; durable?: boolean } = {}
): Promise<void> {
  const folder = durable ? await fs.openFolder(dirname(path)) : undefined
  try {
    const beside = join(dirname(path), `.entente-${randomUUID()}.tmp`)
    try {
      await writeNew(fs, beside, bytes, { like, durable })
      await fs.rename(beside, path)
    } catch (error) {
      await fs.remove(beside).catch(() => {})
      throw error
    }
    await folder?.sync().catch((error) => {
      throw new SyncFailure(true, error)
    })
  } finally {
    await folder?.close().catch(() => {})
  }
}

async function writeNew(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  { like, durable }: { like: FileFacts | undefined; durable: boolean }
) {
  // Until it has its final mode nobody else may look into it.
  const file = await fs.create(path, like ? 0o600 : 0o666)
  let closed = false
  try {
    if (like) await takeAfter(file, like)
    await writeAll(file, bytes)
    if (durable)
      await file.sync().catch((error) => {
        throw new SyncFailure(false, error)
      })
    closed = true
    await file.close()
  } finally {
    if (!closed) await file.close().catch(() => {})
  }
}

/** The new file gets the old one's owner, as far as this user may give it away, and its mode. */
async function takeAfter(file: NewFile, like: FileFacts) {
  await file.setOwner(like.owner).catch(() => {})
  await file.setMode(like.mode)
}

/** A write may take fewer bytes than it was given, and on a full disk does. */
async function writeAll(file: NewFile, bytes: Uint8Array) {
  for (let done = 0; done < bytes.length; ) {
    const written = await file.write(bytes.subarray(done))
    if (written <= 0) throw Object.assign(new Error('The disk takes no more bytes.'), { code: 'ENOSPC' })
    done += written
  }
}
