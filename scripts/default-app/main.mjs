// Makes `electron [-r FILE] PATH [arguments]` work with a runtime that has no default_app.asar.
//
// It lives in the runtime's resources/app and does what Electron's own default app does: loads the modules asked for
// with -r (Playwright passes one), then runs the application at the first path argument under that application's name.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

/** The modules to load first and the path of the application; Chromium's switches are skipped. */
function readArguments(args) {
  const modules = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]
    if (arg === '-r' || arg === '--require') modules.push(args[++at])
    else if (arg.startsWith('--require=')) modules.push(arg.slice('--require='.length))
    else if (arg === '-v' || arg === '--version') return { modules, version: true }
    else if (!arg.startsWith('-')) return { modules, path: resolve(arg) }
  }
  return { modules }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const { modules, path, version } = readArguments(process.argv.slice(1))

if (version) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}
if (!path) fail('usage: electron [-r FILE] PATH [arguments]')

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
for (const module of modules) require(resolve(module))

const manifest = join(path, 'package.json')
if (existsSync(manifest)) {
  const { name, productName, version: appVersion, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (appVersion) app.setVersion(appVersion)
  app.setName(productName ?? name ?? app.getName())
  if (process.platform === 'linux') app.setDesktopName(desktopName ?? `${app.getName()}.desktop`)
  app.setAppPath(path)
  // Electron has already derived this one from its own name.
  app.setPath('userData', join(app.getPath('appData'), app.getName()))
}

let entry
try {
  entry = require.resolve(path)
} catch (error) {
  fail(`Unable to find an Electron application at ${path}: ${error.message}`)
}
// Awaited, so that 'ready' is not emitted before the application has had a chance to listen to it.
await import(pathToFileURL(entry).href)
