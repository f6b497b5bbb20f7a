import { createHash, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { chunksOf, type FileFacts, type FileSystem, type NewFile } from './file-system'

/** A sync failed: what is on the disk is unknown, and another sync would prove nothing. */
export class SyncFailure extends Error {
  override readonly name = 'SyncFailure'

  constructor(cause: unknown) {
    super('The disk could not confirm that the data is on it.', { cause })
  }
}

/**
 * Replaces a file with bytes so that at every moment, power cut included, either the whole old file or the whole
 * new one is there: written beside it, synced, renamed over it, and the folder synced.
 * It takes the owner and mode of `like`. The path must not be a symbolic link (see FileSystem.resolve).
 * Rejects with SyncFailure or with Node's error.
 */
export async function replaceFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  { like }: { like?: FileFacts | undefined } = {}
): Promise<void> {
  const file = await openReplacement(fs, path, like)
  try {
    await file.write(bytes)
    await file.finish()
  } finally {
    await file.close()
  }
}

/** Copies a file to another path in the same way; false, and nothing done, where its SHA-256 is another. Rejects likewise. */
export async function copyFile(fs: FileSystem, from: string, to: string, sha256: string): Promise<boolean> {
  const file = await openReplacement(fs, to)
  try {
    const hash = createHash('sha256')
    for await (const chunk of chunksOf(fs, from)) {
      hash.update(chunk)
      await file.write(chunk)
    }
    if (hash.digest('hex') !== sha256) return false
    await file.finish()
    return true
  } finally {
    await file.close()
  }
}

/** A name for an unfinished file; a file that still has one after a crash can be removed. */
export const temporaryName = () => `.entente-${randomUUID()}.tmp`

export const isTemporary = (name: string) => /^\.entente-[0-9a-f-]{36}\.tmp$/.test(name)

/** A replacement that is written piece by piece, and stays open until it is closed. */
export interface Replacement {
  write(bytes: Uint8Array): Promise<void>
  /** Syncs it and moves it to the path. */
  finish(): Promise<NewFile>
  /** Closes it; removes what was written if it is not in place. */
  close(): Promise<void>
}

/** Begins to write a replacement of a file, with the owner and mode of `like`. */
export async function openReplacement(fs: FileSystem, path: string, like?: FileFacts): Promise<Replacement> {
  const beside = join(dirname(path), temporaryName())
  // First of all, so that nothing but a sync can fail once the file is in place.
  const folder = await fs.openFolder(dirname(path))
  const file = await openNew(fs, beside, like).catch(async (error) => {
    await folder.close().catch(() => {})
    throw error
  })
  let inPlace = false
  return {
    write: (bytes) => writeAll(file, bytes),
    async finish() {
      await syncOrFail(file)
      await fs.rename(beside, path)
      inPlace = true
      await syncOrFail(folder)
      return file
    },
    async close() {
      await file.close().catch(() => {})
      if (!inPlace) await fs.remove(beside).catch(() => {})
      await folder.close().catch(() => {})
    }
  }
}

async function openNew(fs: FileSystem, path: string, like: FileFacts | undefined): Promise<NewFile> {
  // Other users may not read it until it has its final mode.
  const file = await fs.create(path, like ? 0o600 : 0o666)
  if (!like) return file
  try {
    // The new file gets the old one's owner, as far as this user may give it away.
    await file.setOwner(like.owner).catch(() => {})
    await file.setMode(like.mode)
    return file
  } catch (error) {
    await file.close().catch(() => {})
    await fs.remove(path).catch(() => {})
    throw error
  }
}

/** Syncs once; after a SyncFailure callers must not try again. */
export async function syncOrFail(file: { sync(): Promise<void> }): Promise<void> {
  await file.sync().catch((error) => {
    throw new SyncFailure(error)
  })
}

/** A write may take fewer bytes than it was given, and on a full disk does. */
export async function writeAll(file: NewFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const written = await file.write(bytes.subarray(done))
    if (written <= 0) throw Object.assign(new Error('The disk takes no more bytes.'), { code: 'ENOSPC' })
    done += written
  }
}
