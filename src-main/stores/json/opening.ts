import { basename, dirname, join } from 'node:path'
import { MOST_BYTES } from '@core/records/limits'
import { shownPath } from '@core/text/shown-path'
import { codeOf, whyNot } from '../error-messages'
import type { FileSystem } from '../file-system'
import type { Processes } from '../lock/holder'
import { takeLock } from '../lock/lock'
import { listOpenFile } from '../lock/open-files'
import { StoreError } from '../store'
import { Stopped, TaskControl } from '../task-control'
import { type AssessedFile, assess } from './assess'
import { TOO_LARGE } from './content'
import * as messages from './messages'
import { distinct, loadConflicts } from './pending-conflicts'
import type { Place } from './place'
import { sidecarOf } from './sidecar'
import { loadToldAtClosing } from './told-at-closing'

/** An opened graph, and the lock or the reason why there is none. */
export interface Opened {
  readonly place: Place
  readonly found: AssessedFile
  /** Messages for the user. */
  readonly notices: readonly string[]
  /** Those among them that were told when the file was last closed. */
  readonly atClosing: readonly string[]
  readonly right: WriteRight | undefined
  readonly readOnly: string | undefined
  /** Whether that reason may pass by itself. */
  readonly mayPass: boolean
}

/** The right to write to a file, held by this process. */
export interface WriteRight {
  /** Whether we still hold it. */
  isOurs(): Promise<boolean>
  release(): Promise<void>
}

/** Dependencies of opening. `force` takes the lock from a holder that cannot be seen from this machine. */
export interface OpeningDependencies {
  readonly fs: FileSystem
  readonly processes: Processes
  readonly now: () => Date
  readonly force: boolean
  readonly control: TaskControl
}

/** Opens a file. Creates nothing beside one that cannot be opened or written to. Rejects with StoreError. */
export async function openPlace(path: string, dependencies: OpeningDependencies): Promise<Opened> {
  const name = shownPath(basename(path))
  const { fs, now, control } = dependencies
  return inWords(path, async () => {
    const real = await resolve(fs, path)
    await checkKind(fs, real, name)
    const place: Place = { fs, path: real, name, sidecar: sidecarOf(real), now }
    const first = await whileStill(place, control)
    const unwritable = first.readOnly ?? (await whyNotWritable(place))
    if (unwritable) return readOnly(place, first, unwritable)
    const taken = await take(place, dependencies)
    if (typeof taken === 'string') return readOnly(place, await whileStill(place, control), taken)
    try {
      return await withLock(place, first, taken, control)
    } catch (error) {
      await taken.release().catch(() => {})
      throw error
    }
  })
}

/** Reads a file and its journal, and says what is wrong with them. Rejects with StoreError or Stopped. */
export const examine = (path: string, fs: FileSystem, control: TaskControl): Promise<AssessedFile> =>
  inWords(path, async () => {
    await checkKind(fs, await resolve(fs, path), shownPath(basename(path)))
    return peek(path, fs, control)
  })

async function inWords<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (error instanceof StoreError || error instanceof Stopped) throw error
    const { why, todo } = whyNot(error)
    throw new StoreError(
      `“${shownPath(basename(path))}” in ${shownPath(dirname(path))} cannot be opened: ${why}. ${todo}`,
      { cause: error }
    )
  }
}

/** Reads a file and its journal, without a lock. Rejects with StoreError or Node's error. */
export async function peek(path: string, fs: FileSystem, control = new TaskControl()): Promise<AssessedFile> {
  const real = await resolve(fs, path)
  return whileStill(
    { fs, path: real, name: shownPath(basename(path)), sidecar: sidecarOf(real), now: () => new Date() },
    control
  )
}

/** Where a file is or, if it is gone, was. */
async function resolve(fs: FileSystem, path: string): Promise<string> {
  return fs.resolve(path).catch(async (error) => {
    if (codeOf(error) !== 'ENOENT') throw error
    return join(await fs.resolve(dirname(path)), basename(path))
  })
}

async function checkKind(fs: FileSystem, path: string, name: string) {
  const facts = await fs.facts(path).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (facts?.kind === 'folder') throw new StoreError(`“${name}” is a folder. Choose a file in it.`)
  if (facts?.kind === 'other') throw new StoreError(`“${name}” is a device or a pipe, not a file. Choose a graph file.`)
  if (facts && facts.size > MOST_BYTES) throw new StoreError(`“${name}” cannot be opened. ${TOO_LARGE}`)
}

const TRIES = 10

/** Reads until file and journal did not change meanwhile: another process may be writing them. */
async function whileStill(place: Place, control: TaskControl): Promise<AssessedFile & { readonly marks: string }> {
  for (let tries = 1; ; tries++) {
    const marks = await marksOf(place)
    const found = await assess(place, control).catch((error) => ({ error }))
    const isStill = (await marksOf(place)) === marks
    if (!isStill && tries < TRIES && !('error' in found && found.error instanceof Stopped)) continue
    if ('error' in found) throw found.error
    return { ...found, marks }
  }
}

async function marksOf({ fs, path, sidecar }: Place): Promise<string> {
  const mark = (path: string) =>
    fs.facts(path).then(
      ({ stamp }) => stamp,
      () => ''
    )
  return `${await mark(path)}, ${await mark(sidecar.journal)}`
}

/** Without a lock nothing is repaired, and an unfinished line is no damage while another process writes it. */
const readOnly = (place: Place, found: AssessedFile, reason: string): Opened => ({
  place,
  found: { ...found, aside: [] },
  notices: found.readOnly ? found.told : [],
  atClosing: [],
  right: undefined,
  readOnly: reason,
  mayPass: found.readOnly === undefined
})

async function withLock(
  place: Place,
  first: AssessedFile & { readonly marks: string },
  right: WriteRight,
  control: TaskControl
): Promise<Opened> {
  // The previous holder may have written until the lock was ours.
  const found = (await marksOf(place)) === first.marks ? first : await whileStill(place, control)
  if (!found.readOnly) return forWriting(place, found, right)
  await right.release().catch(() => {})
  return readOnly(place, found, found.readOnly)
}

async function forWriting(place: Place, found: AssessedFile, right: WriteRight): Promise<Opened> {
  const conflicts = distinct([...(await loadConflicts(place)), ...found.conflicts])
  const { recovered, told } = found
  const last = recovered.at(-1)
  const atClosing = await loadToldAtClosing(place)
  const notices = [
    ...atClosing.map(messages.atClosing),
    ...(last ? [messages.recovered(place.name, recovered.length, last.change.label)] : []),
    ...told,
    ...((await otherNames(place)) > 0 ? [messages.otherNames(place.name)] : [])
  ]
  return { place, found: { ...found, conflicts }, notices, atClosing, right, readOnly: undefined, mayPass: false }
}

async function take(place: Place, { processes, force }: OpeningDependencies): Promise<WriteRight | string> {
  const { fs, sidecar, now } = place
  try {
    await fs.makeFolder(sidecar.folder)
    const since = now().toISOString()
    const result = await takeLock({ fs, folder: sidecar.folder, processes, since }, { force })
    if ('heldBy' in result) return messages.heldBy(result.heldBy, processes.self.host)
    const { lock } = result
    const { id } = await fs.facts(place.path).catch(() => ({ id: undefined }))
    if (id === undefined) return lock
    const file = { path: place.path, id, hasOtherNames: (await otherNames(place)) > 0 }
    const listed = await listOpenFile(file, { processes, since, force })
    if ('unlist' in listed)
      return { isOurs: () => lock.isOurs(), release: () => lock.release().finally(() => listed.unlist()) }
    await lock.release().catch(() => {})
    return messages.heldUnderOtherName(listed.heldBy, processes.self.host)
  } catch (error) {
    const { why, todo } = whyNot(error)
    return messages.noLock(why, todo)
  }
}

/** How many names (hard links) a file has beside its own and those that we gave it in the sidecar. */
async function otherNames({ fs, path, sidecar }: Place): Promise<number> {
  const facts = (path: string) => fs.facts(path).catch(() => undefined)
  const file = await facts(path)
  if (file?.kind !== 'file' || file.names < 2) return 0
  const names = await fs.list(sidecar.folder).catch(() => [])
  const ours = await Promise.all(names.map((name) => facts(join(sidecar.folder, name))))
  return file.names - 1 - ours.filter((our) => our?.id === file.id).length
}

async function whyNotWritable({ fs, path, name }: Place): Promise<string | undefined> {
  const refusal = (place: string) => (error: unknown) => {
    switch (codeOf(error)) {
      case 'ENOENT':
        return undefined
      case 'EROFS':
      case 'EACCES':
      case 'EPERM':
        return messages.mayNotWrite(place, codeOf(error) === 'EROFS')
      default:
        throw error
    }
  }
  const ok = () => undefined
  return (
    (await fs.checkWritable(path).then(ok, refusal(`“${name}”`))) ??
    (await fs.checkWritable(dirname(path)).then(ok, refusal(`The folder of “${name}”`)))
  )
}
