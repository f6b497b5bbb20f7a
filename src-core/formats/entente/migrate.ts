import { VERSION } from '../../records/sections'

/** A parsed file before its records are checked. */
export type RawFile = Readonly<Record<string, unknown>>

/** Turns a file of one version into one of the next. */
export type Migration = (file: RawFile) => RawFile

/** From which version each migration leads to the next one. Empty so far: version 1 is the first. */
export const MIGRATIONS: ReadonlyMap<number, Migration> = new Map()

/** The file as version `to` writes it, or undefined where no migrations lead there. */
export function migrate(
  file: RawFile,
  from: number,
  migrations: ReadonlyMap<number, Migration> = MIGRATIONS,
  to = VERSION
): RawFile | undefined {
  let migrated = file
  for (let version = from; version < to; version += 1) {
    const migration = migrations.get(version)
    if (!migration) return undefined
    migrated = migration(migrated)
  }
  return { ...migrated, version: Math.max(from, to) }
}
