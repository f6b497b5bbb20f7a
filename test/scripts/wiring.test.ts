import { existsSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wire } from '../../scripts/wiring.mjs'
import { fakeDist, projectWithElectron, temporaryFolder, textOf } from './folders.js'

const link = (root: string) => join(root, 'node_modules/electron/dist')
const pathFile = (root: string) => join(root, 'node_modules/electron/path.txt')

test('makes a runtime elsewhere the one that the electron package knows', async () => {
  const root = projectWithElectron('45.4.1')
  const dist = fakeDist(temporaryFolder(), '33.2.1')

  await wire(root, dist, 'electron')

  expect(readlinkSync(link(root))).toBe(dist)
  expect(textOf(pathFile(root))).toBe('electron')
})

test('replaces another link and leaves what that one led to', async () => {
  const root = projectWithElectron('45.4.1')
  const [first, second] = [fakeDist(temporaryFolder(), '1.0.0'), fakeDist(temporaryFolder(), '2.0.0')]

  await wire(root, first, 'electron')
  await wire(root, second, 'electron')

  expect(readlinkSync(link(root))).toBe(second)
  expect(existsSync(join(first, 'electron'))).toBe(true)
})

test('replaces the real folder of another version', async () => {
  const root = projectWithElectron('45.4.1')
  fakeDist(link(root), '44.0.0')
  const dist = fakeDist(temporaryFolder(), '33.2.1')

  await wire(root, dist, 'electron')

  expect(readlinkSync(link(root))).toBe(dist)
})

test('leaves the runtime that is in place already', async () => {
  const root = projectWithElectron('45.4.1')
  const dist = fakeDist(link(root), '45.4.1')

  await wire(root, dist, 'electron')

  expect(textOf(join(link(root), 'version'))).toBe('45.4.1')
  expect(textOf(pathFile(root))).toBe('electron')
})

test('several at once come to the same', async () => {
  const root = projectWithElectron('45.4.1')
  const dist = fakeDist(temporaryFolder(), '33.2.1')

  await wire(root, dist, 'electron')
  await Promise.all([1, 2, 3].map(() => wire(root, dist, 'electron')))

  expect(readlinkSync(link(root))).toBe(dist)
})
