import type { Desk } from '../desk'
import type { Files } from '../files'
import type { Handlers } from '../ipc/door'
import type { SettingsFile } from '../settings'
import type { FileSystem } from '../stores/file-system'
import type { Desktop } from './desktop'
import { figureHandlers } from './figure'
import { graphHandlers } from './graph'
import { keepingHandlers } from './keeping'
import { menuHandlers } from './menu'
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
}

/** What main does for each channel of the contract. */
export const makeHandlers = ({ desk, files, settings, fs, desktop }: Parts): Handlers => ({
  ...graphHandlers(desk, files, desktop),
  ...keepingHandlers(desk, desktop),
  ...figureHandlers(desk, fs, desktop),
  ...settingsHandlers(settings, desktop),
  ...menuHandlers(desktop),
  ...shellHandlers(desktop),
  ...windowHandlers(desktop)
})
