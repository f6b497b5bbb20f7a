import { Monitor, Moon, Sun } from 'lucide'
import type { App } from '../state/app.svelte'
import type { Action } from './action'

const theme = (theme: 'light' | 'dark' | 'system') => ({
  section: 'theme' as const,
  checked: ({ preferences }: App) => preferences.settings.theme === theme,
  run: ({ preferences }: App) => preferences.set({ theme })
})

/** Which colours the window uses. */
export const THEMES: readonly Action[] = [
  { id: 'theme-light', label: 'Light colours', icon: Sun, ...theme('light') },
  { id: 'theme-dark', label: 'Dark colours', icon: Moon, ...theme('dark') },
  { id: 'theme-system', label: 'Colours of the system', icon: Monitor, ...theme('system') }
]
