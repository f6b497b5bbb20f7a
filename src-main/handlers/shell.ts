import type { Handlers } from '../ipc/router'
import type { Desktop } from './desktop'

/** The ways out of the window. */
export const shellHandlers = (desktop: Desktop): Pick<Handlers, 'shell:open-external'> => ({
  'shell:open-external': async ({ url }) => ({ opened: await desktop.openExternal(url) })
})
