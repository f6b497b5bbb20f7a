import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JsonStore } from '@main/stores/json-store'
import { describe, expect, test } from 'vitest'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { canMount, makeDiskReadOnly } from './disks'
import { openStore, textOf } from './open'
import { canForbidWriting, forbidReading, forbidWriting, smallDisk } from './places'
import { report } from './runs'

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

describe('no space left on a real disk (needs a mount)', () => {
  const KIB = 1024

  test.runIf(mounts)('refuses a change at once, keeps all before it, and uses the room that is made', async () => {
    const disk = await smallDisk(64 * KIB)
    const path = join(disk, 'sample.entente.json')
    await writeFile(path, sampleText())
    const store = await openStore(path)
    await store.commit(adding(entity('iran')))
    await writeFile(join(disk, 'other'), Buffer.alloc(32 * KIB))

    const large = { ...entity('turkey'), summary: 'x'.repeat(40_000) }
    const start = Date.now()
    await expect(store.commit(adding(large))).rejects.toThrow(
      /not saved: the disk is full\. Everything saved before is as it was\. Make room/
    )
    const milliseconds = Date.now() - start
    expect(milliseconds).toBeLessThan(1000)
    expect(store.readOnly).toBeUndefined()
    expect(store.graph.get('entity', 'turkey')).toBeUndefined()

    await rm(join(disk, 'other'))
    await store.commit(adding(entity('iraq')))
    await store.close()
    expect([...(await openStore(path)).graph.all('entity').keys()].sort()).toEqual(['iran', 'iraq', 'russia', 'syria'])
    report({
      fault: 'A disk that is really full (tmpfs)',
      times: 1,
      unit: 'change that does not fit',
      result: `0 lost, the user told after ${milliseconds} ms`
    })
  })

  test.runIf(mounts)('leaves every change in the journal when the file cannot be written anew', async () => {
    const disk = await smallDisk(64 * KIB)
    const path = join(disk, 'sample.entente.json')
    await writeFile(path, sampleText())
    const store = await openStore(path)
    await store.commit(adding({ ...entity('iran'), summary: 'x'.repeat(20_000) }))
    await expect(store.close()).rejects.toThrow(/could not be written anew: the disk is full\. Your changes are safe/)
    expect(await readFile(path, 'utf8')).toBe(sampleText())

    const again = await openStore(path)
    expect(again.graph.get('entity', 'iran')).toBeDefined()
    expect(again.notices.join()).toMatch(/1 change not yet in the file was recovered, the last one “Add iran”/)
  })

  test.runIf(mounts)(
    'opens what is there, says that nothing can be kept, and keeps it once there is room',
    async () => {
      const disk = await smallDisk(16 * KIB)
      const path = join(disk, 'sample.entente.json')
      await writeFile(path, sampleText())
      await writeFile(join(disk, 'other'), Buffer.alloc(8 * KIB))
      const told: string[] = []
      const store = await openStore(path, { onEvent: (event) => told.push(JSON.stringify(event)) })
      await expect.poll(() => told.join()).toContain('the disk is full')
      expect(textOf(store)).toBe(sampleText())
      await expect(store.commit(adding(entity('iran')))).rejects.toThrow(/the disk is full/)
      await rm(join(disk, 'other'))
      await store.commit(adding(entity('iran')))
      expect(store.graph.get('entity', 'iran')).toBeDefined()
    }
  )
})
