// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { runQuietly, which } from './run.mjs'
import { launch, say, Trouble } from './trouble.mjs'

/**
 * Packages that Electron needs on Debian and Ubuntu, each with its names, newest first: releases from 2024 on have
 * renamed some (t64) and keep the old name only as a virtual package, which apt-get refuses when two provide it.
 */
const LIBRARIES = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libgbm1'], ['libasound2t64', 'libasound2']]
/** Packages for a virtual display: xvfb-run fails without xauth. */
const DISPLAY = [['xvfb'], ['xauth']]
/** Packages for the Neo4j server of the tests: Java 17 or 21, and Maven. */
const TEST_SERVER = [['openjdk-21-jre-headless', 'openjdk-17-jre-headless'], ['maven']]

/**
 * @typedef {object} System how to ask and change the machine; injected so that the rules can be tested anywhere
 * @property {NodeJS.Platform} platform
 * @property {boolean} isRoot
 * @property {(line: string) => void} say
 * @property {(command: string, args: readonly string[], options?: { env?: NodeJS.ProcessEnv, seconds?: number }) => Promise<import('./run.mjs').Ended>} run
 * @property {(program: string) => string | undefined} which
 * @property {() => string} osRelease the text of /etc/os-release
 */

/** @param {(line: string) => void} say @returns {System} */
export function thisSystem(say) {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    say,
    run: runQuietly,
    which,
    osRelease: () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')
  }
}

/**
 * Makes sure that Electron's libraries and, when asked, a virtual display are there. As root on Debian and Ubuntu it
 * installs what is missing; otherwise a Trouble says the line to run.
 * @param {System} system
 * @param {{ binary: string, virtualDisplay: boolean }} needs
 */
export async function ensureSystem(system, needs) {
  if (system.platform !== 'linux') return
  const libraries = await missingLibraries(system, needs.binary)
  const noDisplay = needs.virtualDisplay && !hasVirtualDisplay(system)
  if (libraries.length === 0 && !noDisplay) return

  const why = [
    libraries.length > 0 && `Electron needs libraries that are not installed: ${someOf(libraries)}.`,
    noDisplay && 'There is no display here, nor xvfb-run, which gives a virtual one.'
  ].filter((part) => part !== false)
  const wanted = [...(libraries.length > 0 ? LIBRARIES : []), ...(noDisplay ? DISPLAY : [])]
  await install(system, wanted, why.join(' '))

  const stillMissing = await missingLibraries(system, needs.binary)
  if (stillMissing.length > 0)
    throw new Trouble({
      what: 'Electron cannot start on this system.',
      why: `These libraries are missing even after the installation: ${stillMissing.join(', ')}.`,
      todo: 'find the packages that hold them and install them, then try again.'
    })
}

/**
 * Installs every missing package of the lists: for continuous integration, before there is an Electron to check.
 * @param {System} system
 */
export async function ensurePackages(system) {
  if (system.platform !== 'linux' || !system.which('dpkg')) return
  const wanted = [...LIBRARIES, ...DISPLAY]
  const { output } = await system.run('dpkg', ['--get-selections', ...wanted.flat()])
  const present = new Set([...output.matchAll(/^(\S+?)(?::\S+)?\s+install$/gm)].map((match) => match[1]))
  const missing = wanted.filter((names) => !names.some((name) => present.has(name)))
  if (missing.length > 0) await install(system, missing, `Missing: ${missing.map((names) => names.at(-1)).join(', ')}.`)
}

/**
 * Installs what the tests with a Neo4j server need, where that works without asking the user. Without it those tests
 * are skipped, and say so.
 * @param {System} system
 */
export async function requestedTestServer(system) {
  const isThere = system.which('java') && system.which('mvn')
  if (isThere || system.platform !== 'linux' || !system.isRoot || !system.which('apt-get')) return
  try {
    await install(system, TEST_SERVER, 'The tests with a real Neo4j want Java and Maven.')
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    system.say('Java and Maven could not be installed: the tests with a real Neo4j will be skipped.')
  }
}

/** @param {System} system */
const hasVirtualDisplay = ({ which }) => ['xvfb-run', 'Xvfb', 'xauth'].every((program) => which(program))

/**
 * The shared libraries that the loader does not find (ldd).
 * @param {System} system
 * @param {string} binary
 * @returns {Promise<readonly string[]>}
 */
export async function missingLibraries(system, binary) {
  const { output } = await system.run('ldd', [binary])
  return [...new Set([...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => /** @type {string} */ (match[1])))]
}

/**
 * @param {System} system
 * @param {readonly (readonly string[])[]} wanted
 * @param {string} why
 */
async function install(system, wanted, why) {
  if (!system.which('apt-get'))
    throw new Trouble({
      what: 'Something that Electron needs is missing on this system.',
      why,
      todo: "install GTK 3, NSS, libgbm, ALSA's library, Xvfb and xauth with the package manager of this system."
    })
  let names = await packageNames(system, wanted)
  const line = (/** @type {readonly string[]} */ packages) =>
    `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!system.isRoot)
    throw new Trouble({
      what: 'Something that Electron needs is missing on this system.',
      why,
      todo: `run this line, then try again:\n\n    ${system.which('sudo') ? 'sudo sh' : 'su'} -c '${line(names)}'\n`
    })

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another installation may be running, such as that of a second start: wait for its lock instead of failing.
  const apt = (/** @type {string[]} */ ...args) =>
    system.run('apt-get', ['-o', 'DPkg::Lock::Timeout=180', ...args], { env, seconds: 900 })
  system.say(why)
  system.say('Running as root, so installing what is missing (the lists of packages first) …')
  // A failing update is no error: the existing lists may do. The installation decides.
  const update = await apt('update')
  names = await packageNames(system, wanted)
  system.say(`  apt-get install --no-install-recommends ${names.join(' ')}`)
  const { code, output } = await apt('install', '-y', '--no-install-recommends', ...names)
  if (code !== 0)
    throw new Trouble({
      what: 'What Electron needs could not be installed.',
      why: `${why}\n${update.code === 0 ? '' : update.output}${output}`.trim(),
      todo: `see to what apt-get complains about, then run: ${line(names)}`
    })
}

/**
 * For each package the name that this release has. When apt knows none (its lists are empty in fresh images),
 * the age of the release decides.
 * @param {System} system
 * @param {readonly (readonly string[])[]} wanted
 */
export async function packageNames(system, wanted) {
  const { output } = await system.run('apt-cache', ['policy', ...wanted.flat()])
  const known = new Set([...output.matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none\))/gm)].map((match) => match[1]))
  const renamed = renamedByRelease(system.osRelease())
  return wanted.map(
    (names) => names.find((name) => known.has(name)) ?? /** @type {string} */ (renamed ? names[0] : names.at(-1))
  )
}

/** @param {readonly string[]} names */
const someOf = (names) => names.slice(0, 4).join(', ') + (names.length > 4 ? ` and ${names.length - 4} more` : '')

/** @param {string} osRelease */
function renamedByRelease(osRelease) {
  const field = (/** @type {string} */ name) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(osRelease)?.[1] ?? ''
  return Number.parseFloat(field('VERSION_ID')) >= (field('ID') === 'debian' ? 13 : 24.04)
}

await launch(import.meta.url, async () => {
  await ensurePackages(thisSystem(say))
  if (!process.env.NEO4J_TEST_URI) await requestedTestServer(thisSystem(say))
  return 0
})
