import type { Settings } from '@core/contract/contract'
import type { App } from '../state/app.svelte'

type Theme = Settings['theme']

export const toggleSidebar = ({ preferences }: App) => preferences.toggleSidebar()

export const toggleInspector = ({ preferences }: App) =>
  preferences.set({ inspectorOpen: !preferences.settings.inspectorOpen })

/** Whether these are the colours that the user has chosen. */
export const isTheme =
  (theme: Theme) =>
  ({ preferences }: App): boolean =>
    preferences.settings.theme === theme

export const setTheme =
  (theme: Theme) =>
  ({ preferences }: App) =>
    preferences.set({ theme })
