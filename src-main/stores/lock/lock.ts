import { join } from 'node:path'
import sjson from 'secure-json-parse'
import { codeOf } from '../error-messages'
import type { FileSystem } from '../file-system'
import { temporaryName, writeAll } from '../replace-file'
import { Holder, type Processes } from './holder'

// Locks are numbered folders: `lock-1`, `lock-2` … The highest one counts, and it is never removed, so that a number is
// never given twice, and a slow process finds a higher one. It is free when its holder has released it or has ended.
// Folders, because one that has something in it takes no other's place on any disk, memory sticks included: a rename
// gives a number to exactly one process, with its holder in it from the first moment.

/** A lock that we hold, or its holder. */
export type LockResult = { readonly lock: Lock } | { readonly heldBy: Holder }

/** The right to write, held by this process. */
export class Lock {
  readonly #fs: FileSystem
  readonly #folder: string
  readonly #number: number
  readonly #holder: Holder

  constructor(fs: FileSystem, folder: string, number: number, holder: Holder) {
    this.#fs = fs
    this.#folder = folder
    this.#number = number
    this.#holder = holder
  }

  /** Whether we still hold the lock: a user may take it by hand from a holder on another machine. */
  async isOurs(): Promise<boolean> {
    return (await highest(this.#fs, this.#folder)) === this.#number
  }

  /** Releases the lock. Where that cannot be written it is free once this process has ended. */
  async release(): Promise<void> {
    const made = join(this.#folder, temporaryName())
    try {
      await write(this.#fs, made, { ...this.#holder, released: true })
      await this.#fs.rename(made, join(pathOf(this.#folder, this.#number), HOLDER))
    } catch (error) {
      await this.#fs.remove(made).catch(() => {})
      throw error
    }
  }
}

/** How often to try again when another process was faster. */
const TRIES = 20

/**
 * Takes the lock in a folder, or answers who holds it. `force` takes it from a holder that cannot be seen from here.
 * Rejects with Node's error when the folder cannot be written to.
 */
export async function takeLock(
  { fs, folder, processes, since }: { fs: FileSystem; folder: string; processes: Processes; since: string },
  { force = false }: { force?: boolean } = {}
): Promise<LockResult> {
  const self: Holder = { ...processes.self, since, released: false }
  let last: Holder | undefined
  for (let tries = 0; tries < TRIES; tries++) {
    const number = await highest(fs, folder)
    const holder = await read(fs, folder, number)
    if (holder && !holder.released && !force && processes.isAlive(holder)) return { heldBy: holder }
    last = holder
    if (!(await claim(fs, folder, number + 1, self))) continue
    if ((await highest(fs, folder)) === number + 1) {
      await removeBelow(fs, folder, number + 1)
      return { lock: new Lock(fs, folder, number + 1, self) }
    }
    await removeLock(fs, pathOf(folder, number + 1))
  }
  return { heldBy: last ?? self }
}

/** The holder of the lock in a folder, if any. */
export async function holderOf(fs: FileSystem, folder: string, processes: Processes): Promise<Holder | undefined> {
  const holder = await read(fs, folder, await highest(fs, folder).catch(() => 0))
  return holder && !holder.released && processes.isAlive(holder) ? holder : undefined
}

const pathOf = (folder: string, number: number) => join(folder, `lock-${number}`)
const HOLDER = 'holder.json'

async function numbers(fs: FileSystem, folder: string): Promise<readonly number[]> {
  const names = await fs.list(folder)
  return names.filter((name) => /^lock-\d{1,15}$/.test(name)).map((name) => Number(name.slice(5)))
}

const highest = async (fs: FileSystem, folder: string) => Math.max(0, ...(await numbers(fs, folder)))

/** A lock that cannot be read was cut off by a crash of the system, so no program holds it. */
async function read(fs: FileSystem, folder: string, number: number): Promise<Holder | undefined> {
  const bytes = await fs.read(join(pathOf(folder, number), HOLDER)).catch((error) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return Buffer.alloc(0)
    throw error
  })
  return Holder.safeParse(sjson.safeParse(bytes.toString('utf8'))).data
}

/** Makes the lock of that number; false when another process was faster. */
async function claim(fs: FileSystem, folder: string, number: number, holder: Holder): Promise<boolean> {
  const made = join(folder, temporaryName())
  try {
    await fs.makeFolder(made)
    await write(fs, join(made, HOLDER), holder)
    await fs.rename(made, pathOf(folder, number))
    return true
  } catch (error) {
    await removeLock(fs, made)
    // ENOENT: the holder has removed the folder meanwhile.
    if (['EEXIST', 'ENOTEMPTY', 'ENOENT'].includes(codeOf(error))) return false
    if ((await numbers(fs, folder)).includes(number)) return false
    throw error
  }
}

async function write(fs: FileSystem, path: string, holder: Holder) {
  const file = await fs.create(path, 0o666)
  try {
    await writeAll(file, Buffer.from(`${JSON.stringify(holder)}\n`))
  } finally {
    await file.close()
  }
}

async function removeLock(fs: FileSystem, path: string) {
  await fs.remove(join(path, HOLDER)).catch(() => {})
  await fs.removeFolder(path).catch(() => {})
}

async function removeBelow(fs: FileSystem, folder: string, number: number) {
  for (const lower of await numbers(fs, folder)) if (lower < number) await removeLock(fs, pathOf(folder, lower))
}
