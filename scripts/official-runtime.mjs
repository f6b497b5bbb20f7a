// @ts-check
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder, declaredVersion, electronPackage, extractZip } from './electron-package.mjs'

/** Time limits of the download, in seconds, so that an offline machine does not wait for long. */
const LIMITS = { connect: 10, silence: 20, whole: 300 }
/** For how many hours a failed download is not tried again. */
const REMEMBERED_HOURS = 24

/**
 * Downloads the declared version from where Electron publishes it (or the mirror that ELECTRON_MIRROR names) and unpacks
 * it as `node_modules/electron/dist`, with the checksums that npm's electron package brings.
 * @param {import('./electron-package.mjs').Context} context
 * @param {typeof LIMITS} [limits]
 * @returns {Promise<import('./electron-package.mjs').Answer>}
 */
export async function officialRuntime({ root, env, platform, arch, say }, limits = LIMITS) {
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { reason: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set' }
  const version = declaredVersion(root)
  const memory = join(cacheFolder(env), 'download-failed.json')
  const attempt = { version, mirror: env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? '' }
  const failure = env.ENTENTE_TRY_DOWNLOAD ? undefined : await recall(memory, attempt)
  if (!failure) say(`Downloading Electron ${version} …`)
  const { signal, heard, stop } = bounded(limits)
  // With an aborted signal nothing is fetched, but an archive in the cache is still used.
  const offline = AbortSignal.abort(new Error(failure))
  try {
    const electronGet = createRequire(join(electronPackage(root), 'package.json')).resolve('@electron/get')
    const { downloadArtifact } = await import(pathToFileURL(electronGet).href)
    const zip = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch,
      cacheRoot: env.electron_config_cache,
      checksums: JSON.parse(await readFile(join(electronPackage(root), 'checksums.json'), 'utf8')),
      downloadOptions: { quiet: true, signal: failure ? offline : signal, getProgressCallback: progress(say, heard) }
    })
    stop()
    const dist = await putInPlace(zip, root)
    return { runtime: { dist, version, from: 'the official download' } }
  } catch (error) {
    if (failure) {
      say(`Not downloading Electron ${version}: ${failure}.`)
      return { reason: failure }
    }
    const why = explain(/** @type {Error} */ (error))
    say(`  The download did not work: ${why}`)
    await remember(memory, { ...attempt, why, at: new Date().toISOString() })
    return { reason: why }
  } finally {
    stop()
  }
}

/** @param {string} zip @param {string} root */
async function putInPlace(zip, root) {
  const electron = electronPackage(root)
  const fresh = join(electron, `dist-new-${process.pid}`)
  const dist = join(electron, 'dist')
  try {
    await extractZip(zip, fresh, root)
    // There may be a symbolic link to another runtime: only the link is removed.
    await rm(dist, { recursive: true, force: true })
    await rename(fresh, dist)
    return dist
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/**
 * An abort signal with three limits: for connecting, for any silence after that, and for the whole.
 * @param {typeof LIMITS} limits in seconds
 */
function bounded(limits) {
  const controller = new AbortController()
  /** @param {number} seconds @param {string} what */
  const after = (seconds, what) =>
    setTimeout(() => controller.abort(new Error(`${what} within ${seconds} s`)), seconds * 1000)
  const whole = after(limits.whole, 'not finished')
  let next = after(limits.connect, 'no answer')
  return {
    signal: controller.signal,
    /** Data has arrived. */
    heard() {
      clearTimeout(next)
      next = after(limits.silence, 'nothing more arrived')
    },
    stop() {
      clearTimeout(whole)
      clearTimeout(next)
    }
  }
}

/**
 * Reports each tenth of a download once.
 * @param {(line: string) => void} say
 * @param {() => void} heard
 */
function progress(say, heard) {
  let said = 0
  return (/** @type {{ transferred: number, total: number | null }} */ { transferred, total }) => {
    heard()
    const tenth = total ? Math.floor((transferred / total) * 10) : 0
    if (tenth <= said) return
    said = tenth
    say(`  ${tenth * 10} % of ${Math.round((total ?? 0) / 1e6)} MB`)
  }
}

/** fetch says only "fetch failed"; the reason is in its cause. @param {Error} error */
function explain(error) {
  const cause = /** @type {{ cause?: unknown }} */ (error).cause
  return cause instanceof Error && cause.message ? cause.message : error.message
}

/** @param {string} memory @param {{ version: string, mirror: string }} attempt @returns {Promise<string | undefined>} */
async function recall(memory, attempt) {
  try {
    const last = JSON.parse(await readFile(memory, 'utf8'))
    const hours = (Date.now() - Date.parse(last.at)) / 3_600_000
    if (last.version !== attempt.version || last.mirror !== attempt.mirror || !(hours < REMEMBERED_HOURS))
      return undefined
    return `it failed at ${last.at} (${last.why}) and is tried again a day later, or now with ENTENTE_TRY_DOWNLOAD=1`
  } catch {
    return undefined
  }
}

/** @param {string} memory @param {object} failure */
async function remember(memory, failure) {
  try {
    await mkdir(join(memory, '..'), { recursive: true })
    await writeFile(memory, `${JSON.stringify(failure)}\n`)
  } catch {
    // Optional: without it the next start tries again.
  }
}
