import type { Handlers } from '../ipc/router'
import type { Desktop } from './desktop'

/** The buttons of our own title bar, and what closing would lose. */
export const windowHandlers = (desktop: Desktop): Pick<Handlers, 'window:control' | 'window:unsaved'> => ({
  'window:control'({ action }) {
    desktop.control(action)
    return {}
  },
  'window:unsaved'({ changes }) {
    desktop.setUnsaved(changes)
    return {}
  }
})
