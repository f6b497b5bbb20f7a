import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Files } from '@main/session/files'
import { disk } from '@main/stores/file-system'
import { expect, test } from 'vitest'
import { folder } from '../sample'

async function place(content?: string) {
  const path = join(await folder(), 'recent.json')
  if (content !== undefined) await writeFile(path, content)
  return { fs: disk, path, onTrouble: (error: unknown) => expect.fail(String(error)) }
}

test('a handle leads back to its file, is the same for the same file and says nothing of it', async () => {
  const files = await Files.open(await place())
  const handle = files.handle('/home/ann/secret.entente.json')
  expect(handle).toMatch(/^[a-z0-9-]{1,64}$/)
  expect(handle).not.toMatch(/ann|secret/)
  expect(files.handle('/home/ann/secret.entente.json')).toBe(handle)
  expect(files.path(handle)).toBe('/home/ann/secret.entente.json')
})

test.each(['', '/etc/passwd', 'file-1', '__proto__'])('%j leads to no file', async (handle) => {
  const files = await Files.open(await place())
  files.handle('/a')
  expect(files.path(handle)).toBeUndefined()
})

test('files are remembered newest first, each once, no more than ten, over a restart', async () => {
  const at = await place()
  const files = await Files.open(at)
  for (let n = 1; n <= 12; n++) files.remember(`/graphs/${n}.entente.json`)
  files.remember('/graphs/5.entente.json')
  await files.settled()
  const names = (await Files.open(at)).recent().map(({ name }) => name.replace('.entente.json', ''))
  expect(names).toEqual(['5', '12', '11', '10', '9', '8', '7', '6', '4', '3'])
  expect((await Files.open(at)).recent()[0]).toMatchObject({ folder: '/graphs' })
})

test('a forgotten file is off the list, on disk too', async () => {
  const at = await place()
  const files = await Files.open(at)
  files.remember('/a')
  files.remember('/b')
  files.forget('/b')
  await files.settled()
  expect(files.recentPaths).toEqual(['/a'])
  expect(JSON.parse(await readFile(at.path, 'utf8'))).toEqual({ paths: ['/a'] })
})

test('a list that cannot be read is put aside', async () => {
  const at = await place('{"paths": [1]}')
  expect((await Files.open(at)).recent()).toEqual([])
  expect(await readFile(`${at.path}.broken`, 'utf8')).toBe('{"paths": [1]}')
})

test('what was looked at last is kept over a restart, for files that are on the list', async () => {
  const at = await place()
  const files = await Files.open(at)
  files.remember('/a')
  files.see(files.handle('/a'), { view: 'v-2', camera: { zoom: 1.5, x: 10, y: -20 } })
  files.see(files.handle('/gone'), { view: 'v-1' })
  files.remember('/b')
  await files.settled()
  const again = await Files.open(at)
  expect(again.lastSeen(again.handle('/a'))).toEqual({ view: 'v-2', camera: { zoom: 1.5, x: 10, y: -20 } })
  expect(again.lastSeen(again.handle('/gone'))).toBeUndefined()
  expect(again.lastSeen('__proto__')).toBeUndefined()
  again.forget('/a')
  again.remember('/a')
  expect(again.lastSeen(again.handle('/a'))).toBeUndefined()
  await again.settled()
})

test('what was looked at last and cannot be read costs no list', async () => {
  const at = await place('{"paths": ["/a"], "seen": {"/a": {"view": 7}}}')
  const files = await Files.open(at)
  expect(files.recentPaths).toEqual(['/a'])
  expect(files.lastSeen(files.handle('/a'))).toBeUndefined()
})
