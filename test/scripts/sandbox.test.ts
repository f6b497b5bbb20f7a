import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sandboxSwitches } from '../../scripts/sandbox.mjs'
import type { System } from '../../scripts/system.mjs'
import { put, temporaryFolder } from './folders.js'

const system = (isRoot: boolean, namespaces: boolean): System & { said: string[] } => {
  const said: string[] = []
  return {
    platform: 'linux',
    isRoot,
    said,
    say: (line) => void said.push(line),
    run: async () => ({ code: namespaces ? 0 : 1, output: '' }),
    which: (program) => program,
    osRelease: () => ''
  }
}

test('root has none, and is told', async () => {
  const here = system(true, true)
  expect(await sandboxSwitches(here, '/x')).toEqual(['--no-sandbox'])
  expect(here.said.join()).toContain('root')
})

test('an ordinary user keeps it', async () => {
  expect(await sandboxSwitches(system(false, true), temporaryFolder())).toEqual([])
})

test('where user namespaces are forbidden, the message says the line that makes it work', async () => {
  const dist = temporaryFolder()
  chmodSync(put(join(dist, 'chrome-sandbox')), 0o755)
  await expect(sandboxSwitches(system(false, false), dist)).rejects.toThrow(
    `chown root:root "${dist}/chrome-sandbox" && chmod 4755 "${dist}/chrome-sandbox"`
  )
})
