import { constants } from 'node:fs'
import { access, link, mkdir, open, readdir, readFile, realpath, rename, rm, rmdir, stat } from 'node:fs/promises'

/** Facts about a path, with what a replacement must keep. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  readonly mode: number
  readonly owner: { readonly user: number; readonly group: number }
  /** Identifies the file and its last write: another text after each replacement or write. */
  readonly stamp: string
  /** Device and inode, which all names of a file share; absent where the disk has no such number. */
  readonly id?: string
  /** How many names (hard links) the file has. */
  readonly names: number
  /** When it was last written, in milliseconds since 1970 by the disk's clock. */
  readonly changed: number
}

/** A file that we created and that only we write to. */
export interface NewFile {
  /** Writes at the current end; answers how many bytes were written, which may be fewer than given. */
  write(bytes: Uint8Array): Promise<number>
  /** Truncates the file to n bytes; the next write goes there. */
  truncate(size: number): Promise<void>
  setMode(mode: number): Promise<void>
  setOwner(owner: FileFacts['owner']): Promise<void>
  /** Syncs the content to the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** A file that is read from its beginning to its end. */
interface OldFile {
  /** Reads into a buffer; answers how many bytes were read, 0 at the end. */
  read(into: Uint8Array): Promise<number>
  close(): Promise<void>
}

/** A folder that can be synced. */
interface Folder {
  sync(): Promise<void>
  close(): Promise<void>
}

/** All file operations, so that a test can make any of them fail. Rejects with Node's errors (`code`). */
export interface FileSystem {
  /** The file that a path leads to, symbolic links followed. */
  resolve(path: string): Promise<string>
  facts(path: string): Promise<FileFacts>
  /** Reads the whole file at once; only for small ones. */
  read(path: string): Promise<Buffer>
  openToRead(path: string): Promise<OldFile>
  /** The names in a folder. */
  list(path: string): Promise<readonly string[]>
  /** Rejects when this user may not write there. */
  checkWritable(path: string): Promise<void>
  /** Creates a file; rejects if it exists. It stays open when it is renamed. */
  create(path: string, mode: number): Promise<NewFile>
  openFolder(path: string): Promise<Folder>
  rename(from: string, to: string): Promise<void>
  /** Makes a hard link; rejects if the name is taken. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  /** Removes an empty folder; rejects when it is not empty. */
  removeFolder(path: string): Promise<void>
}

/** The disk. */
export const disk: FileSystem = {
  resolve: (path) => realpath(path),
  async facts(path) {
    const found = await stat(path, { bigint: true })
    return {
      kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
      size: Number(found.size),
      mode: Number(found.mode) & 0o7777,
      owner: { user: Number(found.uid), group: Number(found.gid) },
      stamp: `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs}`,
      ...(found.ino !== 0n && { id: `${found.dev} ${found.ino}` }),
      names: Number(found.nlink),
      changed: Number(found.mtimeMs)
    }
  },
  read: (path) => readFile(path),
  async openToRead(path) {
    const file = await open(path, 'r')
    return {
      read: async (into) => (await file.read(into, 0, into.length, null)).bytesRead,
      close: () => file.close()
    }
  },
  list: (path) => readdir(path),
  checkWritable: (path) => access(path, constants.W_OK),
  async create(path, mode) {
    const file = await open(path, 'ax', mode)
    return {
      write: async (bytes) => (await file.write(bytes)).bytesWritten,
      truncate: (size) => file.truncate(size),
      setMode: (mode) => file.chmod(mode),
      setOwner: ({ user, group }) => file.chown(user, group),
      sync: () => file.sync(),
      close: () => file.close()
    }
  },
  async openFolder(path) {
    // Windows can neither open nor sync a folder; its journal orders the rename after the data.
    if (process.platform === 'win32') return { sync: async () => {}, close: async () => {} }
    const folder = await open(path, 'r')
    return { sync: () => folder.sync().catch(unlessUnsupported), close: () => folder.close() }
  },
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to),
  remove: (path) => rm(path, { force: true }),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  removeFolder: (path) => rmdir(path)
}

/** Bytes of one chunk. */
const CHUNK = 512 * 1024

/** The bytes of a file in chunks; each is valid only until the next one. Rejects with Node's error. */
export async function* chunksOf(fs: FileSystem, path: string): AsyncGenerator<Buffer> {
  const file = await fs.openToRead(path)
  try {
    const memory = Buffer.allocUnsafeSlow(CHUNK)
    for (let size = await file.read(memory); size > 0; size = await file.read(memory)) yield memory.subarray(0, size)
  } finally {
    await file.close().catch(() => {})
  }
}

/** Some network file systems cannot sync a folder: that is no failure. */
function unlessUnsupported(error: NodeJS.ErrnoException) {
  if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP' && error.code !== 'EOPNOTSUPP') throw error
}
