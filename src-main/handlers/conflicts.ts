import type { Handlers } from '../ipc/router'
import type { GraphSession } from '../session/graph-session'

/** What the user has to decide. */
export const conflictHandlers = (session: GraphSession): Pick<Handlers, 'graph:conflicts' | 'graph:decided'> => ({
  'graph:conflicts': ({ handle }) => ({ conflicts: session.conflicts.list(handle) }),
  'graph:decided': ({ handle, decided }) => session.conflicts.decide(handle, decided)
})
