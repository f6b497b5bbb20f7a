// @ts-check
// `npm start [-- FILE]` opens the window; `npm run dev` opens it with the sources watched.
import { join, resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { preflight, ROOT } from './preflight.mjs'
import { runInForeground } from './run.mjs'
import { sandboxSwitches } from './sandbox.mjs'
import { thisSystem } from './system.mjs'
import { launch, say } from './trouble.mjs'

const ELECTRON_VITE = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
const DEV = [process.execPath, ELECTRON_VITE, 'dev', '--watch', '-c', 'electron.config.ts']

/**
 * Resolves paths relative to the user's folder, as npm changes to the project's folder.
 * @param {readonly string[]} args
 * @param {string} from
 */
export const absoluteFiles = (args, from) => args.map((arg) => (arg.startsWith('-') ? arg : resolve(from, arg)))

await launch(import.meta.url, async () => {
  const dev = process.argv[2] === '--dev'
  const files = absoluteFiles(process.argv.slice(dev ? 3 : 2), process.env.INIT_CWD ?? process.cwd())
  const { binary, dist, prefix, switches } = await preflight()
  const sandbox = await sandboxSwitches(thisSystem(say), dist)
  if (!dev) await ensureBuilt()

  const command = dev
    ? [...DEV, ...(sandbox.length > 0 ? ['--noSandbox'] : []), '--', ...switches, ...files]
    : [binary, ...sandbox, ...switches, ROOT, ...files]
  // Some editors' terminals set this variable, with which Electron would run as plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return runInForeground([...prefix, ...command], {
    cwd: ROOT,
    env: { ...env, ELECTRON_EXEC_PATH: binary },
    group: prefix.length > 0
  })
})
