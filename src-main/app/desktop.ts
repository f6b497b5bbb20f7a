import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { GRAPH_FORMATS } from '@core/formats/formats'
import { shownPath } from '@core/text/shown-path'
import { app, type BrowserWindow, dialog, Menu, nativeTheme, shell } from 'electron'
import type { Desktop, TargetRequest } from '../handlers/desktop'
import { externalAddress } from '../hardening/external-links'
import { copyPicture } from './clipboard'
import { menuTemplate } from './menu-template'
import { withExtension } from './target-path'

const READABLE = GRAPH_FORMATS.filter(({ read }) => read !== undefined)

const TABLES = [{ name: 'Table', extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx', 'xlsm'] }]

/** A desktop that asks the user before unsaved changes are lost. */
type ClosingDesktop = Desktop & { mayClose(): Promise<boolean> }

/** The desktop by means of Electron. `run` runs the action of a menu item. */
export function electronDesktop(window: BrowserWindow, run: (id: string) => void): ClosingDesktop {
  let unsaved = 0
  return {
    async chooseFile(what = 'graph') {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: what === 'table' ? 'Open a table' : 'Open a graph',
        properties: ['openFile'],
        filters: [
          ...(what === 'table'
            ? TABLES
            : READABLE.map(({ label, extensions }) => ({ name: label, extensions: [...extensions] }))),
          { name: 'All files', extensions: ['*'] }
        ]
      })
      return filePaths[0]
    },
    async chooseTarget(request) {
      const { filePath } = await dialog.showSaveDialog(window, {
        title: request.title,
        defaultPath: join(folderFor(request), request.name),
        filters: request.formats.map(({ label, extension }) => ({ name: label, extensions: [extension] }))
      })
      if (!filePath) return undefined
      const path = withExtension(filePath, request.formats)
      // The system's dialog asked about the name as it was typed, without the extension that we add.
      return path === filePath || !existsSync(path) || (await mayReplace(window, path)) ? path : undefined
    },
    copyPicture,
    async openExternal(url) {
      const address = externalAddress(url)
      if (address === undefined) return false
      return shell.openExternal(address).then(
        () => true,
        () => false
      )
    },
    setTheme(theme) {
      nativeTheme.themeSource = theme
    },
    setMenus(menus) {
      const template = menuTemplate(menus, run, { mac: process.platform === 'darwin' })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    },
    control(action) {
      if (action === 'minimise') window.minimize()
      else if (action === 'close') window.close()
      else if (window.isMaximized()) window.unmaximize()
      else window.maximize()
    },
    setUnsaved(changes) {
      unsaved = changes
    },
    mayClose: async () => unsaved === 0 || mayLose(window, unsaved)
  }
}

/** The open file's folder, unless it is our working copy, which lies where no user looks. */
function folderFor({ beside }: TargetRequest): string {
  return beside && !beside.startsWith(app.getPath('userData')) ? dirname(beside) : app.getPath('documents')
}

async function mayLose(window: BrowserWindow, changes: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `${changes} ${changes === 1 ? 'change' : 'changes'} could not be saved.`,
    detail: 'Closing the window loses what is in it only. A copy elsewhere holds everything.',
    buttons: ['Keep it open', 'Close and lose it'],
    defaultId: 0,
    cancelId: 0
  })
  return response === 1
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `“${shownPath(basename(path))}” is there already.`,
    detail: 'What is in it now will be lost if you replace it.',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1
  })
  return response === 0
}
