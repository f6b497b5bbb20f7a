import type { Channel } from '@core/contract/contract'
import type { SettingsFile } from '../app/settings'
import type { Send } from '../ipc/events'
import type { Handlers } from '../ipc/router'
import type { Connections } from '../session/connections'
import type { ExplorationFiles } from '../session/exploration-files'
import type { Files } from '../session/files'
import type { GraphSession } from '../session/graph-session'
import { Tasks } from '../session/tasks'
import type { FileSystem } from '../stores/file-system'
import { backupHandlers } from './backups'
import type { Desktop, Dialogs } from './desktop'
import { figureHandlers } from './figure'
import { graphHandlers } from './graph'
import { hostedHandlers } from './hosted'
import { menuHandlers } from './menu'
import { neo4jHandlers } from './neo4j'
import { settingsHandlers } from './settings'
import { shellHandlers } from './shell'
import { windowHandlers } from './window'

/** The channels about the window itself, which the main thread answers; the graph worker answers all others. */
export type HostChannel = Extract<Channel, `${'settings' | 'menu' | 'shell' | 'window'}:${string}`>

/** What the graph worker does for each of its channels. */
export const graphWorkerHandlers = ({
  session,
  files,
  fs,
  desktop,
  connections,
  explorations,
  send
}: {
  readonly session: GraphSession
  readonly files: Files
  readonly fs: FileSystem
  readonly desktop: Dialogs
  readonly connections: Connections
  readonly explorations: ExplorationFiles
  readonly send: Send
}): Omit<Handlers, HostChannel> => {
  const tasks = new Tasks()
  return {
    ...graphHandlers(session, files, desktop),
    ...backupHandlers(session, desktop),
    ...figureHandlers(session, fs, desktop),
    ...neo4jHandlers({ connections, files: explorations, tasks, send }),
    ...hostedHandlers({ session, files, connections, tasks, send })
  }
}

/** What the main thread does for each of its channels. */
export const hostHandlers = (settings: SettingsFile, desktop: Desktop): Pick<Handlers, HostChannel> => ({
  ...settingsHandlers(settings, desktop),
  ...menuHandlers(desktop),
  ...shellHandlers(desktop),
  ...windowHandlers(desktop)
})
