// @ts-check
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Trouble } from './trouble.mjs'

/**
 * The switches for Chromium's sandbox on this system. It is switched off for root only, for whom it cannot work; a user for
 * whom it cannot work is told how to make it work.
 * @param {import('./system.mjs').System} system
 * @param {string} dist the folder that holds Electron
 * @returns {Promise<readonly string[]>}
 */
export async function sandboxSwitches(system, dist) {
  if (system.platform !== 'linux') return []
  if (system.isRoot) {
    system.say("Running as root: Electron's sandbox is off (--no-sandbox). Use an ordinary user for daily work.")
    return ['--no-sandbox']
  }
  const helper = join(dist, 'chrome-sandbox')
  if ((await isSetuidRoot(helper)) || (await hasUserNamespaces(system))) return []
  throw new Trouble({
    what: "Electron's sandbox cannot work for this user.",
    why: 'the system forbids user namespaces to ordinary programs (Ubuntu 24.04 and many containers do).',
    todo: `run this line once, then try again:\n\n    sudo sh -c 'chown root:root "${helper}" && chmod 4755 "${helper}"'\n`
  })
}

/** @param {string} path */
async function isSetuidRoot(path) {
  const stats = await stat(path).catch(() => undefined)
  return stats !== undefined && stats.uid === 0 && (stats.mode & 0o4001) === 0o4001
}

/** Whether a program may make its own user namespace, by trying. @param {import('./system.mjs').System} system */
async function hasUserNamespaces({ run, which }) {
  if (!which('unshare')) return true
  return (await run('unshare', ['--user', '--map-root-user', 'true'], { seconds: 10 })).code === 0
}
