import { GRAPH_FORMATS, OWN_FORMAT, targetsOf } from '@core/formats/formats'
import type { GraphSession } from '../session/graph-session'
import type { Dialogs } from './desktop'

/** Asks where to save a copy of a graph; undefined when the user cancels. */
export const chooseCopy = (session: GraphSession, desktop: Dialogs, name: string): Promise<string | undefined> =>
  desktop.chooseTarget({
    title: 'Save a copy',
    name,
    formats: GRAPH_FORMATS.filter(({ id }) => id === OWN_FORMAT).flatMap(targetsOf),
    beside: session.path
  })
