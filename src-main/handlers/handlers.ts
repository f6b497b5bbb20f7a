import type { Channel } from '@core/contract/contract'
import type { SettingsFile } from '../app/settings'
import type { Studio } from '../figure/studio'
import type { Send } from '../ipc/events'
import type { Handlers } from '../ipc/router'
import type { Connections } from '../session/connections'
import type { ExplorationFiles } from '../session/exploration-files'
import type { Files } from '../session/files'
import type { GraphSession } from '../session/graph-session'
import type { NewPlaces } from '../session/new-graph'
import { Tasks } from '../session/tasks'
import type { FileSystem } from '../stores/file-system'
import { backupHandlers } from './backups'
import { beginningHandlers } from './beginning'
import { conflictHandlers } from './conflicts'
import type { Desktop, Dialogs } from './desktop'
import { figureHandlers } from './figure'
import { graphHandlers } from './graph'
import { menuHandlers, settingsHandlers, shellHandlers, windowHandlers } from './host'
import { hostedHandlers } from './hosted'
import { neo4jHandlers } from './neo4j'
import { tableHandlers } from './tables'

/** The channels about the window, answered in the main thread. The graph worker answers all others. */
export type HostChannel = Extract<Channel, `${'settings' | 'menu' | 'shell' | 'window'}:${string}`>

/** The handlers of the graph worker's channels. */
export const graphWorkerHandlers = ({
  session,
  studio,
  files,
  fs,
  desktop,
  connections,
  explorations,
  places,
  send
}: {
  readonly session: GraphSession
  readonly studio: Studio
  readonly files: Files
  readonly fs: FileSystem
  readonly desktop: Dialogs
  readonly connections: Connections
  readonly explorations: ExplorationFiles
  readonly places: NewPlaces
  readonly send: Send
}): Omit<Handlers, HostChannel> => {
  const tasks = new Tasks()
  return {
    ...graphHandlers(session, files, desktop),
    ...beginningHandlers({ session, files, fs, desktop, places }),
    ...tableHandlers(session, fs, desktop),
    ...backupHandlers(session, desktop),
    ...conflictHandlers(session),
    ...figureHandlers(session, studio, fs, desktop),
    ...neo4jHandlers({ connections, files: explorations, tasks, send }),
    ...hostedHandlers({ session, files, connections, tasks, send })
  }
}

/** The handlers of the main thread's channels. */
export const hostHandlers = (settings: SettingsFile, desktop: Desktop): Pick<Handlers, HostChannel> => ({
  ...settingsHandlers(settings, desktop),
  ...menuHandlers(desktop),
  ...shellHandlers(desktop),
  ...windowHandlers(desktop)
})
