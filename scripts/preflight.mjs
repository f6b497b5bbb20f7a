// @ts-check
// Everything that is needed before Electron can run, for both `npm start` and `npm test`. Plain Node, so that it
// works before anything is built. Run by itself it only prepares: `node scripts/preflight.mjs`.
import { fileURLToPath } from 'node:url'
import { findDisplay, VIRTUAL_DISPLAY } from './display.mjs'
import { findRuntime } from './runtime.mjs'
import { ensureSystem, thisSystem } from './system.mjs'
import { launch, say } from './trouble.mjs'

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/**
 * @typedef {object} Ready
 * @property {string} binary Electron's binary
 * @property {string} dist the folder that holds it
 * @property {readonly string[]} prefix the command to put in front of what needs a display
 * @property {readonly string[]} switches what Electron must be told about the display
 */

/** @type {Readonly<Record<'own' | 'x11' | 'wayland' | 'none', Pick<Ready, 'prefix' | 'switches'>>>} */
const FOR_DISPLAY = {
  own: { prefix: [], switches: [] },
  x11: { prefix: [], switches: [] },
  wayland: { prefix: [], switches: ['--ozone-platform-hint=auto'] },
  // Without a display there is no session bus and no graphics card either: Chromium would fill the terminal
  // with errors about both. What is fatal still shows.
  none: { prefix: VIRTUAL_DISPLAY, switches: ['--log-level=3'] }
}

/** @returns {Promise<Ready>} */
export async function preflight() {
  const { env, platform, arch } = process
  const system = thisSystem(say)
  const { binary, dist, version, from } = await findRuntime({ root: ROOT, env, platform, arch, say })
  say(`Electron ${version}, from ${from}.`)
  const display = await findDisplay(env, platform)
  await ensureSystem(system, { binary, virtualDisplay: display === 'none' })
  if (display === 'none') say('No display here: using a virtual one (xvfb-run), which shows no window.')
  return { binary, dist, ...FOR_DISPLAY[display] }
}

await launch(import.meta.url, async () => {
  await preflight()
  return 0
})
