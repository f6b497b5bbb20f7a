import type { SettingsFile } from '../app/settings'
import type { Handlers } from '../ipc/router'
import type { Desktop } from './desktop'

/** What the user has set about the window. */
export function settingsHandlers(
  settings: SettingsFile,
  desktop: Desktop
): Pick<Handlers, 'settings:get' | 'settings:set'> {
  return {
    'settings:get': () => settings.get(),
    'settings:set'(part) {
      const now = settings.set(part)
      desktop.setTheme(now.theme)
      return now
    }
  }
}
