import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_SETTINGS } from '@core/contract/contract'
import { openSettings } from '@main/app/settings'
import { disk } from '@main/stores/file-system'
import { expect, test } from 'vitest'
import { folder } from '../sample'
import { FaultyFileSystem } from '../stores/faulty-file-system'

async function place(content?: string) {
  const home = await folder()
  const path = join(home, 'settings.json')
  if (content !== undefined) await writeFile(path, content)
  const troubles: unknown[] = []
  return { home, troubles, fs: disk, path, onTrouble: (error: unknown) => troubles.push(error) }
}

test('a user who has set nothing gets the defaults, and no file is made for it', async () => {
  const at = await place()
  const settings = await openSettings(at)
  expect(settings.get()).toEqual(DEFAULT_SETTINGS)
  await settings.settled()
  expect(await readdir(at.home)).toEqual([])
})

test('what was set is there at the next start, and the rest is as it was', async () => {
  const at = await place()
  const settings = await openSettings(at)
  settings.set({ theme: 'dark' })
  expect(settings.set({ sidebarWidth: 300 })).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', sidebarWidth: 300 })
  await settings.settled()
  expect((await openSettings(at)).get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', sidebarWidth: 300 })
  expect(await readdir(at.home)).toEqual(['settings.json'])
})

test.each([
  ['not JSON', '{"theme": "da'],
  ['a list', '[]'],
  ['a key that changes prototypes', '{"__proto__": {"theme": "dark"}}']
])('a broken file (%s) is kept aside and the defaults hold', async (_what, content) => {
  const at = await place(content)
  const settings = await openSettings(at)
  expect(settings.get()).toEqual(DEFAULT_SETTINGS)
  expect(await readFile(`${at.path}.broken`, 'utf8')).toBe(content)
  settings.set({ theme: 'dark' })
  await settings.settled()
  expect(JSON.parse(await readFile(at.path, 'utf8'))).toMatchObject({ theme: 'dark' })
})

test('one value that is not valid costs no other, and what a newer version wrote stays', async () => {
  const at = await place('{"theme": "dark", "railWidth": 9999, "fontSize": 14}')
  const settings = await openSettings(at)
  expect(settings.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
  settings.set({ inspectorWidth: 400 })
  await settings.settled()
  expect(JSON.parse(await readFile(at.path, 'utf8'))).toMatchObject({ fontSize: 14, inspectorWidth: 400 })
})

test('a setting has in the file the name that it had there from the beginning', async () => {
  const at = await place('{"railWidth": 300, "railOpen": false}')
  const settings = await openSettings(at)
  expect(settings.get()).toMatchObject({ sidebarWidth: 300, sidebarOpen: false })
  settings.set({ sidebarWidth: 280 })
  await settings.settled()
  expect(JSON.parse(await readFile(at.path, 'utf8'))).toMatchObject({ railWidth: 280, railOpen: false })
})

test('a value out of bounds is refused', async () => {
  const settings = await openSettings(await place())
  expect(() => settings.set({ sidebarWidth: 5 })).toThrow()
  expect(settings.get()).toEqual(DEFAULT_SETTINGS)
})

test('when the disk refuses, the setting holds until the end and the trouble is told once', async () => {
  const at = {
    ...(await place()),
    fs: Object.assign(new FaultyFileSystem(), { failAt: 2, forGood: true, code: 'ENOSPC' })
  }
  const settings = await openSettings(at)
  settings.set({ theme: 'dark' })
  await settings.settled()
  expect(settings.get().theme).toBe('dark')
  expect(at.troubles).toHaveLength(1)
})

test('many settings in a row end with the last one on disk', async () => {
  const at = await place()
  const settings = await openSettings(at)
  for (let width = 200; width <= 320; width++) settings.set({ sidebarWidth: width })
  await settings.settled()
  expect((await openSettings(at)).get().sidebarWidth).toBe(320)
})

test('a folder in the place of the file is no reason not to start', async () => {
  const at = await place()
  await mkdir(at.path)
  expect((await openSettings(at)).get()).toEqual(DEFAULT_SETTINGS)
})
