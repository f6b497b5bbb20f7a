import type { Channel } from '@core/contract/contract'
import type { Connections } from '../connections'
import type { Desk } from '../desk'
import type { ExplorationFiles } from '../exploration-files'
import type { Files } from '../files'
import type { Handlers } from '../ipc/door'
import type { Send } from '../ipc/events'
import type { SettingsFile } from '../settings'
import type { FileSystem } from '../stores/file-system'
import { Tasks } from '../tasks'
import type { Desktop, Dialogs } from './desktop'
import { figureHandlers } from './figure'
import { graphHandlers } from './graph'
import { keepingHandlers } from './keeping'
import { managedHandlers } from './managed'
import { menuHandlers } from './menu'
import { neo4jHandlers } from './neo4j'
import { settingsHandlers } from './settings'
import { shellHandlers } from './shell'
import { windowHandlers } from './window'

/** The channels about the window itself, which the main thread answers; the office answers all others. */
export type HouseChannel = Extract<Channel, `${'settings' | 'menu' | 'shell' | 'window'}:${string}`>

/** What the office does for each of its channels. */
export const officeHandlers = ({
  desk,
  files,
  fs,
  desktop,
  connections,
  explorations,
  send
}: {
  readonly desk: Desk
  readonly files: Files
  readonly fs: FileSystem
  readonly desktop: Dialogs
  readonly connections: Connections
  readonly explorations: ExplorationFiles
  readonly send: Send
}): Omit<Handlers, HouseChannel> => {
  const tasks = new Tasks()
  return {
    ...graphHandlers(desk, files, desktop),
    ...keepingHandlers(desk, desktop),
    ...figureHandlers(desk, fs, desktop),
    ...neo4jHandlers({ connections, files: explorations, tasks, send }),
    ...managedHandlers({ desk, files, connections, tasks, send })
  }
}

/** What the main thread does for each of its channels. */
export const houseHandlers = (settings: SettingsFile, desktop: Desktop): Pick<Handlers, HouseChannel> => ({
  ...settingsHandlers(settings, desktop),
  ...menuHandlers(desktop),
  ...shellHandlers(desktop),
  ...windowHandlers(desktop)
})
