import type { SettingsFile } from '../app/settings'
import type { Handlers } from '../ipc/router'
import type { Desktop } from './desktop'

type HostHandlers<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}:${string}`>>

/** The settings of the window. */
export const settingsHandlers = (settings: SettingsFile, desktop: Desktop): HostHandlers<'settings'> => ({
  'settings:get': () => settings.get(),
  'settings:set'(part) {
    const now = settings.set(part)
    desktop.setTheme(now.theme)
    return now
  }
})

/** The menu bar, made from the window's table of actions. */
export const menuHandlers = (desktop: Desktop): HostHandlers<'menu'> => ({
  'menu:set'({ menus }) {
    desktop.setMenus(menus)
    return {}
  }
})

/** Opens web pages in the user's browser. */
export const shellHandlers = (desktop: Desktop): HostHandlers<'shell'> => ({
  'shell:open-external': async ({ url }) => ({ opened: await desktop.openExternal(url) })
})

/** The title bar's buttons, and how many changes closing would lose. */
export const windowHandlers = (desktop: Desktop): HostHandlers<'window'> => ({
  'window:control'({ action }) {
    desktop.control(action)
    return {}
  },
  'window:unsaved'({ changes }) {
    desktop.setUnsaved(changes)
    return {}
  }
})
