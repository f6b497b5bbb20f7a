import { utimes, writeFile } from 'node:fs/promises'
import { readHash } from '@main/stores/json/content'
import { KnownFile } from '@main/stores/json/known-file'
import { sidecarOf } from '@main/stores/json/sidecar'
import { expect, test } from 'vitest'
import { sampleFile } from '../../sample'
import { FaultyFileSystem } from '../faulty-file-system'

const LARGE = Buffer.alloc(5 * 1024 * 1024, 'x')

/** A large file that was written an hour ago, and that we have known since it was just written. */
async function known() {
  const path = await sampleFile(LARGE)
  const fs = new FaultyFileSystem()
  const file = new KnownFile(
    { fs, path, name: 'x', sidecar: sidecarOf(path), now: () => new Date() },
    await readHash(fs, path)
  )
  const hourAgo = Date.now() / 1000 - 3600
  const age = () => utimes(path, hourAgo, hourAgo)
  await age()
  return { path, fs, file, age }
}

test('a large file that was read ahead is not read again when its turn comes', async () => {
  const { fs, file } = await known()
  await file.readAhead()
  fs.steps.length = 0
  expect(await file.look()).toEqual({ found: 'same' })
  expect(fs.steps).toEqual(['facts'])
})

test('what another program wrote after it was read ahead is found', async () => {
  const { path, file } = await known()
  await file.readAhead()
  await writeFile(path, Buffer.alloc(LARGE.length, 'y'))
  expect(await file.look()).toMatchObject({ found: 'changed' })
})

test('a fault while reading ahead is met again by the next look', async () => {
  const { fs, file } = await known()
  fs.failAt = fs.steps.length + 2
  fs.forGood = true
  await file.readAhead()
  await expect(file.look()).rejects.toThrow(/EIO/)
})
