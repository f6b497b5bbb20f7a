// @ts-check
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * @typedef {object} Context
 * @property {string} root the folder of the project
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {(line: string) => void} say
 *
 * @typedef {{ dist: string, version: string, from: string }} Runtime the folder that holds Electron, and where it came from
 * @typedef {{ runtime: Runtime } | { reason: string }} Answer a runtime, or why there is none
 */

/** npm's electron package: types, a command line, and the place where the runtime is expected. @param {string} root */
export const electronPackage = (root) => join(root, 'node_modules/electron')

/** The version that package.json declares and npm has installed. @param {string} root @returns {string} */
export const declaredVersion = (root) =>
  JSON.parse(readFileSync(join(electronPackage(root), 'package.json'), 'utf8')).version

/** Where the binary is inside Electron's folder. @param {NodeJS.Platform} platform */
export function binaryName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The version of the Electron in a folder, from the file that says so; undefined without one. @param {string} dist */
export function versionIn(dist) {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return undefined
  }
}

/**
 * Unzips with the library that npm's electron package brings for the same purpose.
 * @param {string} zip
 * @param {string} dir
 * @param {string} root
 */
export async function extractZip(zip, dir, root) {
  const fromElectron = createRequire(join(electronPackage(root), 'package.json'))
  await fromElectron('@electron-internal/extract-zip').extract(zip, { dir })
}

/** Where this user's runtimes are kept, shared by all checkouts. @param {NodeJS.ProcessEnv} env */
export const cacheFolder = (env) => join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'entente')
