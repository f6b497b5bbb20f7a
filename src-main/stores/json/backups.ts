import { basename, join } from 'node:path'
import { codeOf } from '../error-messages'
import { type Place, timeName } from './place'

/** An earlier state of the file. */
export interface Backup {
  readonly path: string
  /** When a later one replaced it. */
  readonly at: Date
}

const LATEST = 10
const DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/** Turns the copy of an old snapshot into a backup, and removes backups that are too old. */
export async function keepBackup(place: Place, base: string, hash: string): Promise<void> {
  const { fs, sidecar, now } = place
  await fs.makeFolder(sidecar.backups)
  try {
    await fs.rename(base, join(sidecar.backups, `${timeName(now())}-${hash.slice(0, 8)}.entente.json`))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  for (const { path } of expired(await listBackups(place), now())) await fs.remove(path)
}

/** The backups of a graph, newest first. */
export async function listBackups({ fs, sidecar }: Place): Promise<readonly Backup[]> {
  const names = await fs.list(sidecar.backups).catch((error) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return names
    .flatMap((name): Backup[] => {
      const at = timeOf(name)
      return at ? [{ path: join(sidecar.backups, name), at }] : []
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (basename(a.path) < basename(b.path) ? 1 : -1))
}

/** The backups that are neither among the last ten nor the last of one of the last thirty days (UTC). Takes them newest first. */
export function expired(backups: readonly Backup[], now: Date): readonly Backup[] {
  const days = new Set<number>()
  const today = dayOf(now)
  return backups.filter(({ at }, index) => {
    const day = dayOf(at)
    const isLastOfDay = !days.has(day) && today - day < DAYS
    days.add(day)
    return index >= LATEST && !isLastOfDay
  })
}

const dayOf = (at: Date) => Math.floor(at.getTime() / DAY)

function timeOf(name: string): Date | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-[0-9a-f]{8}\.entente\.json$/.exec(name)
  if (!found) return undefined
  const [, day, hours, minutes, seconds, milliseconds] = found
  const at = new Date(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
