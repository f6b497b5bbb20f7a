import type { Connections } from '../connections'
import type { Desk } from '../desk'
import type { ExplorationFiles } from '../exploration-files'
import type { Files } from '../files'
import type { Handlers } from '../ipc/door'
import type { Send } from '../ipc/events'
import type { SettingsFile } from '../settings'
import type { FileSystem } from '../stores/file-system'
import type { Desktop } from './desktop'
import { figureHandlers } from './figure'
import { graphHandlers } from './graph'
import { keepingHandlers } from './keeping'
import { menuHandlers } from './menu'
import { neo4jHandlers } from './neo4j'
import { settingsHandlers } from './settings'
import { shellHandlers } from './shell'
import { windowHandlers } from './window'

/** What the handlers work with. */
export interface Parts {
  readonly desk: Desk
  readonly files: Files
  readonly settings: SettingsFile
  readonly fs: FileSystem
  readonly desktop: Desktop
  readonly connections: Connections
  readonly explorations: ExplorationFiles
  readonly send: Send
}

/** What main does for each channel of the contract. */
export const makeHandlers = ({
  desk,
  files,
  settings,
  fs,
  desktop,
  connections,
  explorations,
  send
}: Parts): Handlers => ({
  ...graphHandlers(desk, files, desktop),
  ...keepingHandlers(desk, desktop),
  ...figureHandlers(desk, fs, desktop),
  ...settingsHandlers(settings, desktop),
  ...menuHandlers(desktop),
  ...shellHandlers(desktop),
  ...windowHandlers(desktop),
  ...neo4jHandlers({ connections, files: explorations, send })
})
