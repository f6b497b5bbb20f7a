import { join, resolve } from 'node:path'
import { app, dialog } from 'electron'
import { start } from './app/application'
import { fileArgument } from './app/file-argument'
import { isOnlyInstance } from './app/single-instance'
import { registerAppScheme } from './hardening/app-protocol'
import { sandboxEveryPage } from './hardening/page-preferences'

// The bundler may move any other module into a folder of chunks, so that only this one can say where things lie.
const at = (path: string) => join(import.meta.dirname, path)

// A data folder of one's own, as Chromium's programs know it: for a second profile, and for tests.
const dataFolder = app.commandLine.getSwitchValue('user-data-dir')
if (dataFolder) app.setPath('userData', resolve(dataFolder))

// The window's engine clears up after a large file is opened. Left to itself it begins when memory runs short, and then
// holds the window up for 0.15 s to finish; begun earlier it is done beside the work, in pauses below 50 ms.
app.commandLine.appendSwitch('js-flags', '--incremental-marking-soft-trigger=60 --incremental-marking-hard-trigger=30')

registerAppScheme()
sandboxEveryPage()

const file = fileArgument(process.argv, { cwd: process.cwd(), givenApp: process.defaultApp === true })

if (isOnlyInstance(file)) {
  start({
    file,
    page: at('../renderer'),
    preload: at('../preload/preload.cjs'),
    graphWorker: at('graph-worker.js'),
    figures: at('figures.js'),
    seed: at('../../graph-seed/syria-2024.entente.json')
  }).catch((error: Error) => {
    dialog.showErrorBox('Entente cannot start', error.message)
    app.exit(1)
  })
} else app.quit()
