import { Database, DatabaseBackup, Network, RefreshCw, Route, SquareTerminal, Unplug } from 'lucide'
import type { App } from '../state/app.svelte'
import { canFindPaths, canGoToNeighbours, disconnect, findPaths, goToNeighbours, reconnect } from '../usecases/explore'
import { canReadAgain, readAgain, readAgainLabel } from '../usecases/read-again'
import { type Action, shows } from './action'

const isConnected = ({ external }: App) => external.session !== undefined

/** The menu Database: what can be done with a database of somebody else's. */
export const DATABASE_ACTIONS: readonly Action[] = [
  {
    id: 'connect',
    section: 'database',
    label: 'Connect to Neo4j…',
    icon: Database,
    keys: ['CmdOrCtrl+D'],
    whileTyping: true,
    run: shows({ kind: 'connect' })
  },
  {
    id: 'reconnect',
    section: 'database',
    label: 'Connect this graph to its database…',
    icon: Database,
    when: ({ external }) => external.place !== undefined && external.session === undefined,
    run: reconnect
  },
  {
    id: 'cypher',
    section: 'database',
    label: 'Cypher…',
    icon: SquareTerminal,
    keys: ['CmdOrCtrl+J'],
    whileTyping: true,
    when: isConnected,
    run: shows({ kind: 'cypher' })
  },
  {
    id: 'neighbours',
    section: 'database',
    label: 'Go to its neighbours in the database',
    icon: Network,
    keys: ['X'],
    when: canGoToNeighbours,
    contexts: ['entity'],
    run: goToNeighbours
  },
  {
    id: 'paths',
    section: 'database',
    label: 'Shortest paths between the two selected',
    icon: Route,
    keys: ['P'],
    when: canFindPaths,
    contexts: ['several'],
    run: findPaths
  },
  {
    id: 'read-again',
    section: 'database',
    label: 'Read again from the database',
    icon: RefreshCw,
    keys: ['R'],
    labelNow: readAgainLabel,
    when: canReadAgain,
    contexts: ['entity', 'several', 'relation'],
    run: readAgain
  },
  {
    id: 'write-back',
    section: 'database',
    label: 'Write back…',
    icon: DatabaseBackup,
    keys: ['CmdOrCtrl+Shift+W'],
    when: isConnected,
    run: shows({ kind: 'write-back' })
  },
  {
    id: 'disconnect',
    section: 'database',
    label: 'End the connection',
    icon: Unplug,
    when: isConnected,
    run: disconnect
  }
]
