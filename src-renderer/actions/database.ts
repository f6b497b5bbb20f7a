import { Database, DatabaseBackup, Network, RefreshCw, Route, SquareTerminal, Unplug } from 'lucide'
import { findPaths, goToNeighbours } from '../usecases/explore'
import { readAgain, toReadAgain } from '../usecases/read-again'
import type { Action } from './action'

/** What can be done with a database of somebody else's. */
export const DATABASE_ACTIONS: readonly Action[] = [
  {
    id: 'connect',
    section: 'database',
    label: 'Connect to Neo4j…',
    icon: Database,
    keys: ['CmdOrCtrl+D'],
    whileTyping: true,
    run: ({ dialogs }) => dialogs.show({ kind: 'connect' })
  },
  {
    id: 'reconnect',
    section: 'database',
    label: 'Connect this graph to its database…',
    icon: Database,
    when: ({ external }) => external.place !== undefined && external.session === undefined,
    run: ({ dialogs, doc }) => dialogs.show({ kind: 'connect', into: doc.handle })
  },
  {
    id: 'cypher',
    section: 'database',
    label: 'Cypher…',
    icon: SquareTerminal,
    keys: ['CmdOrCtrl+J'],
    whileTyping: true,
    when: ({ external }) => external.session !== undefined,
    run: ({ dialogs }) => dialogs.show({ kind: 'cypher' })
  },
  {
    id: 'neighbours',
    section: 'database',
    label: 'Go to its neighbours in the database',
    icon: Network,
    keys: ['X'],
    when: ({ external, selection }) =>
      external.session !== undefined &&
      selection.entities.size === 1 &&
      external.nodes.has([...selection.entities][0] ?? ''),
    run: (app) => void goToNeighbours(app)
  },
  {
    id: 'paths',
    section: 'database',
    label: 'Shortest paths between the two selected',
    icon: Route,
    keys: ['P'],
    when: ({ external, selection }) =>
      external.session !== undefined &&
      selection.entities.size === 2 &&
      [...selection.entities].every((id) => external.nodes.has(id)),
    run: (app) => void findPaths(app)
  },
  {
    id: 'read-again',
    section: 'database',
    label: 'Read again from the database',
    icon: RefreshCw,
    keys: ['R'],
    labelNow: (app) =>
      app.selection.relation === undefined && app.selection.entities.size === 0
        ? 'Read everything found again from the database'
        : 'Read the selected again from the database',
    when: (app) =>
      app.external.session !== undefined && app.external.asking === undefined && toReadAgain(app).length > 0,
    run: (app) => void readAgain(app)
  },
  {
    id: 'write-back',
    section: 'database',
    label: 'Write back…',
    icon: DatabaseBackup,
    keys: ['CmdOrCtrl+Shift+W'],
    when: ({ external }) => external.session !== undefined,
    run: ({ dialogs }) => dialogs.show({ kind: 'write-back' })
  },
  {
    id: 'disconnect',
    section: 'database',
    label: 'End the connection',
    icon: Unplug,
    when: ({ external }) => external.session !== undefined,
    run: ({ external }) => external.leave()
  }
]
