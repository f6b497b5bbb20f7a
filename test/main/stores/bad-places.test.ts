import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JsonStore } from '@main/stores/json-store'
import { describe, expect, test } from 'vitest'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { canMount, makeDiskReadOnly } from './disks'
import { openStore } from './open'
import { canForbidWriting, forbidReading, forbidWriting, smallDisk } from './places'

const mounts = canMount()
const forbids = await canForbidWriting()

describe('what cannot be opened is named', () => {
  test('nothing there', async () => {
    const path = join(await folder(), 'gone.entente.json')
    await expect(JsonStore.open(path)).rejects.toThrow(
      `“gone.entente.json” in ${dirname(path)} cannot be opened: it is`
    )
  })

  test('a folder', async () => {
    await expect(JsonStore.open(await folder())).rejects.toThrow(/is a folder\. Choose a file in it\./)
  })

  test.runIf(process.platform === 'linux')('a device', async () => {
    await expect(JsonStore.open('/dev/zero')).rejects.toThrow(/is a device or a pipe/)
  })

  test('a file that this user may not read', async () => {
    const path = await sampleFile()
    await forbidReading(path)
    await expect(JsonStore.open(path)).rejects.toThrow(/this user is not allowed to/)
  })

  test('a link that leads to itself', async () => {
    const path = join(await folder(), 'circle.entente.json')
    await symlink(path, path)
    await expect(JsonStore.open(path)).rejects.toThrow(/its links lead in a circle/)
  })
})

describe('where nothing can be written the graph opens read-only, with the reason', () => {
  const tryToSave = async (store: JsonStore, path: string) => {
    const names = await readdir(dirname(path))
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(store.readOnly)
    expect(await readFile(path, 'utf8')).toBe(sampleText())
    expect(await readdir(dirname(path))).toEqual(names)
  }

  test.runIf(forbids)('a file without the right to write', async () => {
    const path = await sampleFile()
    await forbidWriting(path)
    const store = await openStore(path)
    expect(store.readOnly).toMatch(/^“sample\.entente\.json” may not be written to by this user/)
    await tryToSave(store, path)
  })

  test.runIf(forbids)('a folder without the right to write', async () => {
    const path = await sampleFile()
    await forbidWriting(dirname(path))
    const store = await openStore(path)
    expect(store.readOnly).toMatch(/^The folder of “sample\.entente\.json” may not be written to/)
    await tryToSave(store, path)
  })

  test.runIf(mounts)('a disk that is read only (needs a mount)', async () => {
    const path = join(await smallDisk(64 * 1024), 'sample.entente.json')
    await writeFile(path, sampleText())
    makeDiskReadOnly(dirname(path))
    const store = await openStore(path)
    expect(store.readOnly).toMatch(/is on a disk that is read only/)
    await tryToSave(store, path)
  })

  test.runIf(mounts)('a disk that becomes read only while the graph is open (needs a mount)', async () => {
    const path = join(await smallDisk(64 * 1024), 'sample.entente.json')
    await writeFile(path, sampleText())
    const store = await openStore(path)
    makeDiskReadOnly(dirname(path))
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(/not saved: the disk is read only/)
    expect(await readFile(path, 'utf8')).toBe(sampleText())
  })
})
