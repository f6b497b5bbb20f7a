import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isStale } from '../../scripts/build.mjs'
import { put, temporaryFolder } from './folders.js'

const SOURCES = ['src-core/a/b.ts', 'src-main/index.ts', 'src-renderer/x.svelte', 'package.json', 'electron.config.ts']
const RESULTS = ['out/main/index.js', 'out/main/entente.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const PARENTS = ['src-core', 'src-core/a', 'src-main', 'src-renderer']
const setTime = (path: string, seconds: number) => utimesSync(path, seconds, seconds)

/** A project with sources of time 1000 and a build that began at 2000. */
function built(): string {
  const root = temporaryFolder()
  for (const path of [...SOURCES, ...RESULTS]) put(join(root, path))
  for (const path of [...SOURCES, ...PARENTS]) setTime(join(root, path), 1000)
  setTime(put(join(root, 'out/built')), 2000)
  return root
}

test('a build newer than all its sources is fresh', async () => {
  expect(await isStale(built())).toBe(false)
})

test.each(SOURCES)('a change of %s makes it stale', async (path) => {
  const root = built()
  setTime(join(root, path), 3000)
  expect(await isStale(root)).toBe(true)
})

test('a file that went makes it stale', async () => {
  const root = built()
  rmSync(join(root, 'src-core/a/b.ts'))
  expect(await isStale(root)).toBe(true)
})

test.each([...RESULTS, 'out/built'])('a build without %s is stale', async (path) => {
  const root = built()
  rmSync(join(root, path))
  expect(await isStale(root)).toBe(true)
})
