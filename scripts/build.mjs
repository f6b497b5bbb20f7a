// @ts-check
// Builds the application when that is needed: `node scripts/build.mjs` always builds, the launchers only what is stale.
import { existsSync } from 'node:fs'
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './preflight.mjs'
import { runQuietly } from './run.mjs'
import { launch, say, Trouble } from './trouble.mjs'

/** Sources of the build. */
const SOURCES = ['src-core', 'src-main', 'src-renderer', 'package.json', 'package-lock.json', 'electron.config.ts']
/** Files of a complete build. */
const RESULTS = ['out/main/index.js', 'out/main/entente.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
/** Its time is the start of the last successful build: files saved during a build are newer. */
const STAMP = 'out/built'

/** @param {string} [root] */
export async function ensureBuilt(root = ROOT) {
  if (await isStale(root)) await build(root)
}

/**
 * Whether the build is missing, incomplete or older than any source. Folders count too: they change when a file is removed.
 * @param {string} root
 */
export async function isStale(root) {
  if (!RESULTS.every((path) => existsSync(join(root, path)))) return true
  const built = await stat(join(root, STAMP)).catch(() => undefined)
  return built === undefined || (await newest(SOURCES.map((path) => join(root, path)))) > built.mtimeMs
}

/** @param {readonly string[]} paths @returns {Promise<number>} the latest change in milliseconds */
async function newest(paths) {
  const times = paths.map(async (path) => {
    const stats = await stat(path).catch(() => undefined)
    if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0
    const inside = await newest((await readdir(path)).map((name) => join(path, name)))
    return Math.max(stats.mtimeMs, inside)
  })
  return Math.max(0, ...(await Promise.all(times)))
}

/** Builds, and shows what the build printed only when it fails. @param {string} root */
async function build(root) {
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  if (!existsSync(electronVite))
    throw new Trouble({
      what: 'The packages of this project are not installed.',
      why: `${electronVite} is missing.`,
      todo: 'run `npm ci` in the folder of the project, then try again.'
    })
  say('Building …')
  const started = new Date()
  const { code, output } = await runQuietly(process.execPath, [electronVite, 'build', '-c', 'electron.config.ts'], {
    cwd: root
  })
  if (code !== 0)
    throw new Trouble({
      what: 'The build failed.',
      why: `electron-vite ended with code ${code}:\n\n${output.trimEnd()}\n`,
      todo: 'correct what it names, then try again.'
    })
  await mkdir(join(root, 'out'), { recursive: true })
  await writeFile(join(root, STAMP), '')
  await utimes(join(root, STAMP), started, started)
  say(`Built in ${((Date.now() - started.getTime()) / 1000).toFixed(1)} s.`)
}

await launch(import.meta.url, async () => {
  await build(ROOT)
  return 0
})
