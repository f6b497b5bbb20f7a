import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sjson from 'secure-json-parse'
import { z } from 'zod'
import { disk, type FileSystem } from '../file-system'
import { writeAll } from '../replace-file'
import { Holder, type Processes } from './holder'
import { takeLock } from './lock'

// A file may have several names (hard links), in several folders, and each name has its own lock beside it. So the files
// that are open for writing are also listed in one place of this machine, each with its device and inode.

const OpenFile = Holder.extend({
  path: z.string(),
  /** Device and inode when it was opened, where the file had other names then: they stay with the old content. */
  id: z.string().optional()
})

/** Another process, or this one, that writes to the same file under another name. */
export type OpenFile = z.infer<typeof OpenFile>

/** A file to be listed: its path, links followed, and its device and inode. */
export interface Listed {
  readonly path: string
  readonly id: string
  readonly hasOtherNames: boolean
}

/** Takes a file off the list. */
export type Unlist = () => Promise<void>

/** Where the list is: a folder for each user of the machine. */
const FOLDER = join(tmpdir(), `entente-open-files-${process.getuid?.() ?? 'user'}`)

/** How long to wait for a process that is at the list, in milliseconds. */
const PATIENCE = 2_000

/**
 * Lists a file as open for writing, or answers who has it open under another name; `force` lists it all the same. Where there
 * can be no list (a full or forbidden disk) nothing is listed: the lock beside each name still holds.
 */
export async function listOpenFile(
  file: Listed,
  { processes, since, force = false }: { processes: Processes; since: string; force?: boolean },
  { fs = disk, folder = FOLDER }: { fs?: FileSystem; folder?: string } = {}
): Promise<{ readonly unlist: Unlist } | { readonly heldBy: OpenFile }> {
  const release = await atTheList(fs, folder, processes, since)
  try {
    const other = await otherName(fs, folder, file, processes)
    if (other && !force) return { heldBy: other }
    const { path, id, hasOtherNames } = file
    const entry = join(folder, `${randomUUID()}.json`)
    await write(fs, entry, { ...processes.self, since, released: false, path, ...(hasOtherNames && { id }) })
    return { unlist: () => fs.remove(entry).catch(() => {}) }
  } catch {
    return { unlist: async () => {} }
  } finally {
    await release()
  }
}

/** One process at a time: two that list one file at the same moment would not see each other. */
async function atTheList(fs: FileSystem, folder: string, processes: Processes, since: string): Promise<Unlist> {
  const end = Date.now() + PATIENCE
  try {
    await fs.makeFolder(folder)
    do {
      const taken = await takeLock({ fs, folder, processes, since })
      if ('lock' in taken) return () => taken.lock.release().catch(() => {})
      await wait(10)
    } while (Date.now() < end)
  } catch {
    // Without a list.
  }
  return async () => {}
}

/** Who has the file open under another path. Entries of processes that have ended are removed. */
async function otherName(fs: FileSystem, folder: string, { path, id }: Listed, processes: Processes) {
  let found: OpenFile | undefined
  for (const name of await fs.list(folder)) {
    if (!/^[0-9a-f-]{36}\.json$/.test(name)) continue
    const entry = await read(fs, join(folder, name))
    if (!entry || !processes.isAlive(entry)) await fs.remove(join(folder, name)).catch(() => {})
    else if (entry.path !== path && (entry.id === id || (await idOf(fs, entry.path)) === id)) found = entry
  }
  return found
}

const idOf = (fs: FileSystem, path: string) =>
  fs.facts(path).then(
    ({ id }) => id,
    () => undefined
  )

async function read(fs: FileSystem, path: string): Promise<OpenFile | undefined> {
  const bytes = await fs.read(path).catch(() => Buffer.alloc(0))
  return OpenFile.safeParse(sjson.safeParse(bytes.toString('utf8'))).data
}

/** Only this user may read it: it names a file. */
async function write(fs: FileSystem, path: string, entry: OpenFile) {
  const file = await fs.create(path, 0o600)
  try {
    await writeAll(file, Buffer.from(`${JSON.stringify(entry)}\n`))
  } finally {
    await file.close()
  }
}
