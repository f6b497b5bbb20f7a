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

/** Where a setting has another name in the file: files that are already there keep theirs. */
const NAMES_ON_DISK = { sidebarWidth: 'railWidth', sidebarOpen: 'railOpen' } as const

const onDisk = (key: string): string => NAMES_ON_DISK[key as keyof typeof NAMES_ON_DISK] ?? key

/** Opens the settings in a file; each that is missing or not valid has its default. */
export async function openSettings(place: {
  readonly fs: FileSystem
  readonly path: string
  readonly onTrouble: (error: unknown) => void
}): Promise<SettingsFile> {
  const file = await JsonFile.open(place, z.looseObject({}), {})
  const known = Object.keys(Settings.shape)
    .map((key) => [key, file.value[onDisk(key)]] as const)
    .filter(([key, value]) => value !== undefined && Settings.partial().safeParse({ [key]: value }).success)
  let settings = { ...DEFAULT_SETTINGS, ...Settings.partial().parse(Object.fromEntries(known)) }
  return {
    get: () => settings,
    set(part) {
      settings = Settings.parse({ ...settings, ...part })
      // What a newer version has put there stays.
      const named = Object.entries(settings).map(([key, value]) => [onDisk(key), value])
      file.set({ ...file.value, ...Object.fromEntries(named) })
      return settings
    },
    settled: () => file.settled()
  }
}
