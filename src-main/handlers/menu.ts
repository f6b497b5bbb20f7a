import type { Handlers } from '../ipc/router'
import type { Desktop } from './desktop'

/** The menu bar, as the window's table of actions makes it. */
export const menuHandlers = (desktop: Desktop): Pick<Handlers, 'menu:set'> => ({
  'menu:set'({ menus }) {
    desktop.setMenus(menus)
    return {}
  }
})
