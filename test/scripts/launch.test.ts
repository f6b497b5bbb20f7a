import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { runQuietly } from '../../scripts/run.mjs'
import { absoluteFiles } from '../../scripts/start.mjs'
import { Trouble } from '../../scripts/trouble.mjs'
import { put, temporaryFolder } from './folders.js'

const TROUBLE = new URL('../../scripts/trouble.mjs', import.meta.url).href

/** A launcher with this body, run as a program. */
function launcher(body: string): string {
  const script = `import { launch, Trouble } from ${JSON.stringify(TROUBLE)}\nawait launch(import.meta.url, async () => { ${body} })`
  return put(join(temporaryFolder(), 'launcher.mjs'), script)
}

test('a trouble says what, why and what to do', () => {
  expect(new Trouble({ what: 'No window.', why: 'it rains.', todo: 'wait.' }).message).toBe(
    'No window.\n  Why: it rains.\n  What to do: wait.'
  )
})

test('a trouble ends the launcher with its message and a code that is not 0', async () => {
  const file = launcher(`throw new Trouble({ what: 'No window.', why: 'it rains.', todo: 'wait.' })`)
  expect(await runQuietly(process.execPath, [file])).toEqual({
    code: 1,
    output: 'No window.\n  Why: it rains.\n  What to do: wait.\n'
  })
})

test('any other error shows where it came from', async () => {
  const { code, output } = await runQuietly(process.execPath, [launcher(`throw new Error('odd')`)])
  expect(code).toBe(1)
  expect(output).toMatch(/Error: odd\n\s+at .*launcher\.mjs/)
})

test('the exit code is that of what was launched', async () => {
  expect((await runQuietly(process.execPath, [launcher('return 5')])).code).toBe(5)
})

test('a launcher works through a symbolic link, and does nothing when it is imported', async () => {
  const file = launcher('return 5')
  const link = join(temporaryFolder(), 'link.mjs')
  symlinkSync(file, link)
  expect((await runQuietly(process.execPath, [link])).code).toBe(5)

  const importer = put(join(temporaryFolder(), 'importer.mjs'), `import ${JSON.stringify(pathToFileURL(file).href)}`)
  expect((await runQuietly(process.execPath, [importer])).code).toBe(0)
})

test('files are meant from where the user stands; switches stay as they are', () => {
  expect(absoluteFiles(['a.json', '/b/c.json', '--switch=x'], '/home/me')).toEqual([
    '/home/me/a.json',
    '/b/c.json',
    '--switch=x'
  ])
})
