import type { Desk } from '../session/graph-session'
import type { Dialogs } from './desktop'

/** Asks where to put a copy of a graph; undefined when the user closed the dialog. */
export const chooseCopy = (desk: Desk, desktop: Dialogs, name: string): Promise<string | undefined> =>
  desktop.chooseTarget({
    title: 'Save a copy',
    name,
    formats: [
      { label: 'Entente graph', extension: 'entente.json' },
      { label: 'JSON', extension: 'json' }
    ],
    beside: desk.path
  })
