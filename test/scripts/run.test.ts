import { spawn } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { npmCommand, runInForeground, runQuietly, which } from '../../scripts/run.mjs'
import { put, temporaryFolder } from './folders.js'

const RUN = new URL('../../scripts/run.mjs', import.meta.url).href
const node = (script: string): [string, ...string[]] => [process.execPath, '-e', script]

test('a quiet run keeps both streams and the code', async () => {
  const [program, ...args] = node('console.log("out"); console.error("err"); process.exit(3)')
  const { code, output } = await runQuietly(program, args)
  expect(code).toBe(3)
  expect(output).toContain('out\n')
  expect(output).toContain('err\n')
})

test('a quiet run ends in time and says so', async () => {
  const [program, ...args] = node('setInterval(() => {}, 1000)')
  expect(await runQuietly(program, args, { seconds: 0.5 })).toEqual({ code: 1, output: '\nended by SIGKILL' })
})

test('a program that does not exist is a failure, not a crash', async () => {
  expect(await runQuietly('entente-no-such-program', [])).toMatchObject({
    code: 1,
    output: expect.stringContaining('ENOENT')
  })
})

test('a run in the foreground gives its exit code', async () => {
  expect(await runInForeground(node('process.exit(7)'))).toBe(7)
})

test('finds programs in PATH, and only those that can run', () => {
  const folder = temporaryFolder()
  chmodSync(put(join(folder, 'runs')), 0o755)
  chmodSync(put(join(folder, 'text')), 0o644)
  expect(which('runs', { PATH: `/nowhere:${folder}` })).toBe(join(folder, 'runs'))
  expect(which('absent', { PATH: folder })).toBeUndefined()
})

test('uses the npm that runs us, not another tool', () => {
  expect(npmCommand({ npm_execpath: '/npm/bin/npm-cli.js' })).toEqual([process.execPath, '/npm/bin/npm-cli.js'])
  expect(npmCommand({ npm_execpath: '/yarn/bin/yarn.js' })).toEqual(['npm'])
  expect(npmCommand({})).toEqual(['npm'])
})

test.skipIf(process.platform === 'win32')(
  'a signal to the launcher reaches everything that it started',
  async () => {
    const folder = temporaryFolder()
    const [started, ended] = [join(folder, 'started'), join(folder, 'ended')]
    const application = put(
      join(folder, 'application.mjs'),
      `import { writeFileSync } from 'node:fs'
    process.on('SIGTERM', () => (writeFileSync(${JSON.stringify(ended)}, ''), process.exit()))
    setInterval(() => {}, 1000)
    writeFileSync(${JSON.stringify(started)}, '')`
    )
    // A shell in front of the application, as xvfb-run is one: by itself it would die alone.
    const launcher = put(
      join(folder, 'launcher.mjs'),
      `import { runInForeground } from ${JSON.stringify(RUN)}
    await runInForeground(['sh', '-c', '"$0" "$1" & wait', process.execPath, ${JSON.stringify(application)}], { group: true })`
    )
    const child = spawn(process.execPath, [launcher], { stdio: 'ignore' })
    onTestFinished(() => void child.kill('SIGKILL'))
    await expect.poll(() => existsSync(started), { timeout: 10_000 }).toBe(true)

    child.kill('SIGTERM')

    await expect.poll(() => existsSync(ended), { timeout: 10_000 }).toBe(true)
  },
  30_000
)
