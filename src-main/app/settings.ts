import { DEFAULT_SETTINGS, Settings } from '@core/contract/contract'
import { z } from 'zod'
import type { FileSystem } from '../stores/file-system'
import { JsonFile } from './json-file'

/** What the user has set, kept from one start to the next. */
export interface SettingsFile {
  get(): Settings
  set(part: Partial<Settings>): Settings
  settled(): Promise<void>
}

/** Opens the settings in a file; each that is missing or not valid has its default. */
export async function openSettings(place: {
  readonly fs: FileSystem
  readonly path: string
  readonly onTrouble: (error: unknown) => void
}): Promise<SettingsFile> {
  const file = await JsonFile.open(place, z.looseObject({}), {})
  const known = Object.entries(file.value).filter(
    ([key, value]) => Settings.partial().safeParse({ [key]: value }).success
  )
  let settings = { ...DEFAULT_SETTINGS, ...Settings.partial().parse(Object.fromEntries(known)) }
  return {
    get: () => settings,
    set(part) {
      settings = Settings.parse({ ...settings, ...part })
      // What a newer version has put there stays.
      file.set({ ...file.value, ...settings })
      return settings
    },
    settled: () => file.settled()
  }
}
