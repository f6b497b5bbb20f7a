import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseGraph } from '@core/formats/entente/parse'
import { JsonStore } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { describe, expect, test } from 'vitest'
import { adding, entity, RECORDS, sampleFile, sampleText } from '../sample'
import { FaultyFileSystem } from './faulty-file-system'

const text = (path: string) => readFile(path, 'utf8')
const alone = async (path: string) => expect(await readdir(dirname(path))).toEqual([basename(path)])

async function idsOnDisk(path: string) {
  const file = parseGraph(await text(path))
  if ('problems' in file) throw new Error(file.problems[0]?.message)
  return [...file.graph.all('entity').keys()]
}

describe('a graph in a file', () => {
  test('is read as it is, and its text is what the window gets', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    expect(store.name).toBe('sample.entente.json')
    expect(store.readOnly).toBeUndefined()
    expect(store.graph.get('entity', 'russia')?.name).toBe('Russia')
    expect(store.text()).toBe(sampleText())
  })

  test('is whole on disk when a commit resolves, with nothing left beside it', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    await store.commit(adding(entity('turkey')))
    expect(await idsOnDisk(path)).toEqual(['russia', 'syria', 'turkey'])
    expect(store.text()).toBe(await text(path))
    await alone(path)
  })

  test('takes changes in the order in which they were given, though nobody waited', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    const before = entity('turkey')
    const after = entity('turkey', 'Türkiye')
    const first = store.commit(adding(before))
    const second = store.commit({ label: 'Rename', edits: [{ before, after }] })
    await store.close()
    await Promise.all([first, second])
    expect(await text(path)).toContain('Türkiye')
  })

  test('refuses a change to a record that is no longer what the change says, and takes the next', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    const stale = { label: 'Rename', edits: [{ before: entity('russia', 'Soviet Union'), after: entity('russia') }] }
    await expect(store.commit(stale)).rejects.toThrow(StoreError)
    await store.commit(adding(entity('turkey')))
    expect(await idsOnDisk(path)).toContain('turkey')
  })

  test('never writes a file that could not be opened again', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    const before = RECORDS.find(({ id }) => id === 'russia')
    await expect(store.commit({ label: 'Remove Russia', edits: [{ before }] })).rejects.toThrow(
      /“Remove Russia” was not/
    )
    expect(await text(path)).toBe(sampleText())
    expect(store.graph.get('entity', 'russia')).toBeDefined()
    await alone(path)
  })

  test('keeps its permissions', async () => {
    const path = await sampleFile()
    await chmod(path, 0o640)
    const store = await JsonStore.open(path)
    await store.commit(adding(entity('turkey')))
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  test('behind a link is written where it is, and the link stays', async () => {
    const path = await sampleFile()
    const link = join(dirname(path), 'link.entente.json')
    await symlink(path, link)
    const store = await JsonStore.open(link)
    expect(store.name).toBe('link.entente.json')
    await store.commit(adding(entity('turkey')))
    expect(await idsOnDisk(path)).toContain('turkey')
    expect((await readdir(dirname(path))).length).toBe(2)
    expect(await text(link)).toBe(await text(path))
  })

  test('with a byte order mark is read, and keeps its records', async () => {
    const path = await sampleFile(`\uFEFF${sampleText()}`)
    const store = await JsonStore.open(path)
    await store.commit(adding(entity('turkey')))
    expect(await idsOnDisk(path)).toEqual(['russia', 'syria', 'turkey'])
  })
})

describe('another program', () => {
  test('that changed the file does not have its work overwritten', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    const theirs = sampleText().replace('Russia', 'Russkaya')
    await writeFile(path, theirs)
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(/Another program has changed/)
    expect(await text(path)).toBe(theirs)
    await alone(path)
  })

  test('that changed as many bytes within the same instant is noticed too', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    await store.commit(adding(entity('turkey')))
    const theirs = (await text(path)).replace('Russia', 'Rossia')
    await writeFile(path, theirs)
    await expect(store.commit(adding(entity('iran')))).rejects.toThrow(/Another program has changed/)
    expect(await text(path)).toBe(theirs)
  })

  test('that only touched the file is in nobody’s way', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    await writeFile(path, sampleText())
    await store.commit(adding(entity('turkey')))
    expect(await idsOnDisk(path)).toContain('turkey')
  })

  test('that took the file away is named, and a file put in its place is left alone', async () => {
    const path = await sampleFile()
    const store = await JsonStore.open(path)
    await rm(path)
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(/not saved: it is not there/)
    await mkdir(path)
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(/Another program has changed/)
  })
})

describe('whichever step fails', () => {
  async function opened() {
    const path = await sampleFile()
    const fs = new FaultyFileSystem()
    const store = await JsonStore.open(path, fs)
    fs.steps.length = 0
    return { path, fs, store }
  }

  async function stepsOfACommit() {
    const { fs, store } = await opened()
    await store.commit(adding(entity('turkey')))
    return fs.steps.length
  }

  // Nothing depends on these three: owner and names after the file is safe.
  const HARMLESS = new Set(['setOwner', 'closeFolder', 'remove'])

  test.each(['EIO', 'ENOSPC', 'EACCES', 'EROFS'])(
    'with %s, either all is kept or the old file stands',
    async (code) => {
      const steps = await stepsOfACommit()
      expect(steps).toBeGreaterThan(8)
      for (let failAt = 1; failAt <= steps; failAt++) {
        const { path, fs, store } = await opened()
        Object.assign(fs, { failAt, code })
        const outcome = await store.commit(adding(entity('turkey'))).then(
          () => 'saved',
          (error) => error
        )
        const failed = fs.steps[failAt - 1] ?? ''
        if (outcome === 'saved') {
          expect(HARMLESS).toContain(failed)
          expect(await idsOnDisk(path)).toContain('turkey')
          expect(store.graph.get('entity', 'turkey')).toBeDefined()
        } else {
          expect(outcome, failed).toBeInstanceOf(StoreError)
          expect(outcome.message).toContain('sample.entente.json')
          expect(await text(path), failed).toBe(sampleText())
          expect(store.text()).toBe(sampleText())
          expect(store.graph.get('entity', 'turkey')).toBeUndefined()
        }
        await alone(path)
      }
    }
  )

  test.each(['ENOSPC', 'EIO'])('a disk that fails with %s from some step on never costs the old file', async (code) => {
    const steps = await stepsOfACommit()
    for (let failAt = 1; failAt <= steps; failAt++) {
      const { path, fs, store } = await opened()
      Object.assign(fs, { failAt, code, forGood: true })
      const saved = await store.commit(adding(entity('turkey'))).then(
        () => true,
        () => false
      )
      const ids = await idsOnDisk(path)
      if (saved) expect(ids).toContain('turkey')
      else if (fs.steps[failAt - 1] !== 'syncFolder') expect(ids).toEqual(['russia', 'syria'])
      else expect(store.readOnly).toMatch(/may hold the last change or not/)
    }
  })

  test('a full disk is named in plain words, and room made on it is used', async () => {
    const { path, fs, store } = await opened()
    await store.commit(adding(entity('iran')))
    const nextWrite = fs.steps.length + fs.steps.indexOf('write') + 1
    Object.assign(fs, { failAt: nextWrite, code: 'ENOSPC' })
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(
      '“sample.entente.json” was not saved: the disk is full. The file is as it was. Make room on it and try again.'
    )
    fs.failAt = 0
    await store.commit(adding(entity('turkey')))
    expect(await idsOnDisk(path)).toContain('turkey')
  })

  test.each(['sync', 'syncFolder'])(
    'after a failed %s nothing is saved there again, and no other sync is tried',
    async (step) => {
      const { path, fs, store } = await opened()
      await store.commit(adding(entity('turkey')))
      const before = await text(path)
      fs.failAt = fs.steps.length + fs.steps.indexOf(step) + 1
      await expect(store.commit(adding(entity('iran')))).rejects.toThrow(/could not confirm/)
      expect(fs.steps[fs.failAt - 1]).toBe(step)
      expect(fs.steps.slice(fs.failAt)).not.toContain('sync')
      expect(fs.steps.slice(fs.failAt)).not.toContain('syncFolder')
      expect(store.readOnly).toMatch(/could not confirm/)
      const steps = fs.steps.length
      await expect(store.commit(adding(entity('iran')))).rejects.toThrow(/could not confirm/)
      expect(fs.steps.length).toBe(steps)
      expect(await text(path)).toBe(before)
    }
  )
})
