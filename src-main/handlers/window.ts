import type { Handlers } from '../ipc/door'
import type { Desktop } from './desktop'

/** The buttons of our own title bar. */
export const windowHandlers = (desktop: Desktop): Pick<Handlers, 'window:control'> => ({
  'window:control'({ action }) {
    desktop.control(action)
    return {}
  }
})
