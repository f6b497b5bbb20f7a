import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { npmRuntime, PACKAGE } from '../../scripts/npm-runtime.mjs'
import { fakeDist, projectWithElectron, put, temporaryFolder, textOf } from './folders.js'

const DIST = `cache/entente/electron-${PACKAGE.electron}-linux-x64`

/** An environment whose npm is the given script, so that nothing is fetched. */
function context(script: string) {
  const root = projectWithElectron('45.4.1')
  const said: string[] = []
  const env = {
    ...process.env,
    XDG_CACHE_HOME: join(root, 'cache'),
    npm_execpath: put(join(root, 'npm-cli.js'), script)
  }
  return { root, env, platform: 'linux' as const, arch: 'x64', said, say: (line: string) => void said.push(line) }
}

/** What a whole runtime in the cache looks like. */
function cached(root: string) {
  const dist = fakeDist(join(root, DIST), PACKAGE.electron)
  put(join(dist, 'entente-runtime.json'), JSON.stringify({ integrity: PACKAGE.integrity, size: 0 }))
  put(join(dist, 'resources/app/main.mjs'), 'an older shim')
  return dist
}

const FAILS = 'console.error("npm error network unreachable"); process.exit(1)'
const WRITES_SOMETHING = `require('node:fs').writeFileSync(process.argv.at(-1) + '/package.tgz', 'something else')`

test.each([
  ['darwin', 'x64'],
  ['linux', 'arm64'],
  ['win32', 'x64']
] as const)('has none for %s-%s', async (platform, arch) => {
  expect(await npmRuntime({ ...context(FAILS), platform, arch })).toMatchObject({
    reason: expect.stringContaining('linux-x64')
  })
})

test('takes the one in the cache without npm, and brings its default app up to date', async () => {
  const here = context(FAILS)
  const dist = cached(here.root)

  expect(await npmRuntime(here)).toMatchObject({ runtime: { dist, version: PACKAGE.electron } })
  expect(textOf(join(dist, 'resources/app/main.mjs'))).toContain('process.argv')
})

test.each([
  ['another version written over it', (dist: string) => put(join(dist, 'version'), '45.4.1')],
  ['a binary of another size', (dist: string) => put(join(dist, 'electron'), 'cut')],
  ['the content of another package', (dist: string) => put(join(dist, 'entente-runtime.json'), '{"integrity":"x"}')],
  ['half a marker', (dist: string) => put(join(dist, 'entente-runtime.json'), '{"integ')]
])('does not trust a cache with %s', async (_, spoil) => {
  const here = context(FAILS)
  spoil(cached(here.root))

  expect(await npmRuntime(here)).toMatchObject({ reason: expect.stringContaining('network unreachable') })
})

test('refuses content that is not the expected one, and leaves nothing behind', async () => {
  const here = context(WRITES_SOMETHING)

  expect(await npmRuntime(here)).toMatchObject({ reason: expect.stringContaining('not what was expected') })
  expect(readdirSync(join(here.root, 'cache/entente'))).toEqual([])
})

test('clears what an earlier process left half done, but not what one may be doing now', async () => {
  const here = context(FAILS)
  const [old, young] = ['unpacking-old', 'unpacking-young'].map((name) => join(here.root, 'cache/entente', name))
  put(join(old as string, 'file'))
  put(join(young as string, 'file'))
  utimesSync(old as string, new Date(0), new Date(0))

  await npmRuntime(here)

  expect(existsSync(old as string)).toBe(false)
  expect(existsSync(young as string)).toBe(true)
})

test('a cache that cannot be written is a reason, not a crash', async () => {
  const here = context(FAILS)
  put(join(here.root, 'cache'), 'a file where the folder should be')

  expect(await npmRuntime(here)).toMatchObject({ reason: expect.stringContaining('unpacking it under') })
})

const REAL = join(
  process.env.XDG_CACHE_HOME || join(process.env.HOME ?? '', '.cache'),
  'entente',
  DIST.split('/').at(-1) ?? ''
)

test.skipIf(!existsSync(REAL))(
  'the unpacked runtime is a plain Electron: own fuses, shim, nothing external',
  async () => {
    expect(statSync(join(REAL, 'electron')).size).toBeGreaterThan(100_000_000)
    expect(readdirSync(join(REAL, 'resources'))).toEqual(['app'])
    expect(existsSync(join(REAL, 'browser_v8_context_snapshot.bin'))).toBe(false)
    // As Node the binary tells its versions without needing a display.
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const told = execFileSync(join(REAL, 'electron'), ['-p', 'process.versions.electron'], { env, encoding: 'utf8' })
    expect(told.trim()).toBe(PACKAGE.electron)
  }
)

test('the folder for the cache may be chosen', async () => {
  const here = context(FAILS)
  const other = temporaryFolder()
  await npmRuntime({ ...here, env: { ...here.env, XDG_CACHE_HOME: '', HOME: other } })
  expect(existsSync(join(other, '.cache/entente'))).toBe(true)
})
