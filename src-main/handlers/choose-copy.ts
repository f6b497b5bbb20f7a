import type { GraphSession } from '../session/graph-session'
import type { Dialogs } from './desktop'

/** Asks where to save a copy of a graph; undefined when the user cancels. */
export const chooseCopy = (session: GraphSession, desktop: Dialogs, name: string): Promise<string | undefined> =>
  desktop.chooseTarget({
    title: 'Save a copy',
    name,
    formats: [
      { label: 'Entente graph', extension: 'entente.json' },
      { label: 'JSON', extension: 'json' }
    ],
    beside: session.path
  })
