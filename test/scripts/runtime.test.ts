import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CANDIDATES, findRuntime } from '../../scripts/runtime.mjs'
import { fakeDist, projectWithElectron, temporaryFolder } from './folders.js'

const context = (root: string, env: NodeJS.ProcessEnv = {}) => ({
  root,
  env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1', XDG_CACHE_HOME: join(root, 'cache'), ...env },
  platform: 'linux' as const,
  // No runtime is published for this one, so that no test fetches any.
  arch: 'none',
  say: () => {}
})

test('looks in the order that is promised', () => {
  expect(CANDIDATES.map(({ name }) => name)).toEqual([
    'ELECTRON_OVERRIDE_DIST_PATH',
    'the installed binary',
    'the official download',
    'the npm package'
  ])
})

test('takes the first candidate that has one and asks no other', async () => {
  const root = projectWithElectron('45.4.1')
  const dist = fakeDist(temporaryFolder(), '33.2.1')
  const asked: string[] = []
  const candidate = (name: string, answer: { reason: string } | { dist: string }) => ({
    name,
    find: () => {
      asked.push(name)
      return 'dist' in answer ? { runtime: { dist: answer.dist, version: '33.2.1', from: name } } : answer
    }
  })

  const found = await findRuntime(context(root), [
    candidate('a', { reason: 'no' }),
    candidate('b', { dist }),
    candidate('c', { dist: '/never' })
  ])

  expect(asked).toEqual(['a', 'b'])
  expect(found).toMatchObject({ from: 'b', binary: join(dist, 'electron') })
  expect(realpathSync(join(root, 'node_modules/electron/dist'))).toBe(realpathSync(dist))
})

test('ELECTRON_OVERRIDE_DIST_PATH comes before the installed binary, and nothing is rewired for it', async () => {
  const root = projectWithElectron('45.4.1')
  const installed = fakeDist(join(root, 'node_modules/electron/dist'), '45.4.1')
  const given = fakeDist(temporaryFolder(), '40.0.0')

  const found = await findRuntime(context(root, { ELECTRON_OVERRIDE_DIST_PATH: given }))

  expect(found).toMatchObject({ dist: given, version: '40.0.0', from: 'ELECTRON_OVERRIDE_DIST_PATH' })
  expect(realpathSync(join(root, 'node_modules/electron/dist'))).toBe(realpathSync(installed))
})

test('an ELECTRON_OVERRIDE_DIST_PATH that leads nowhere is an error, not passed over', async () => {
  const root = projectWithElectron('45.4.1')
  fakeDist(join(root, 'node_modules/electron/dist'), '45.4.1')

  await expect(findRuntime(context(root, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }))).rejects.toThrow(
    '/nowhere/electron does not exist'
  )
})

test('the installed binary counts when it has the declared version', async () => {
  const root = projectWithElectron('45.4.1')
  fakeDist(join(root, 'node_modules/electron/dist'), 'v45.4.1')

  expect(await findRuntime(context(root))).toMatchObject({ version: '45.4.1', from: 'node_modules/electron' })
})

test('without any, the message says what, why for each candidate, and what to do', async () => {
  const root = projectWithElectron('45.4.1')
  fakeDist(join(root, 'node_modules/electron/dist'), '44.0.0')

  const message = await findRuntime(context(root)).then(String, (error: Error) => error.message)

  expect(message).toMatch(/^No Electron runtime could be found/)
  expect(message).toContain('44.0.0 is there, 45.4.1 is declared')
  expect(message).toContain('ELECTRON_SKIP_BINARY_DOWNLOAD is set')
  expect(message).toContain('linux-x64 only, this is linux-none')
  expect(message).toMatch(/What to do: .*ELECTRON_OVERRIDE_DIST_PATH/)
})

test('without node_modules it says to run npm ci', async () => {
  await expect(findRuntime(context(temporaryFolder()))).rejects.toThrow('npm ci')
})
