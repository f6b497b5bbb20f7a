import { DEFAULT_SETTINGS, Settings } from '@core/contract/contract'
import { z } from 'zod'
import type { FileSystem } from '../stores/file-system'
import { JsonFile } from './json-file'

/** The user's settings, kept between starts. */
export interface SettingsFile {
  get(): Settings
  set(part: Partial<Settings>): Settings
  settled(): Promise<void>
}

/** Settings that have another name in the file, so that existing files stay valid. */
const NAMES_ON_DISK = { sidebarWidth: 'railWidth', sidebarOpen: 'railOpen' } as const

const onDisk = (key: string): string => NAMES_ON_DISK[key as keyof typeof NAMES_ON_DISK] ?? key

/** Reads the settings file. A missing or invalid setting has its default. */
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
      // Keeps what a newer version wrote there.
      const named = Object.entries(settings).map(([key, value]) => [onDisk(key), value])
      file.set({ ...file.value, ...Object.fromEntries(named) })
      return settings
    },
    settled: () => file.settled()
  }
}
