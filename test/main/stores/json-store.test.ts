import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseGraph } from '@core/formats/entente/parse'
import type { StoreEvent } from '@main/stores/json/events'
import type { JsonStoreOptions } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { describe, expect, test } from 'vitest'
import { adding, entity, RECORDS, sampleFile, sampleText } from '../sample'
import { openStore, textOf } from './open'

const text = (path: string) => readFile(path, 'utf8')

async function openSample(options: JsonStoreOptions = {}) {
  const path = await sampleFile()
  const events: StoreEvent[] = []
  const store = await openStore(path, { onEvent: (event) => events.push(event), ...options })
  const sidecar = join(dirname(path), '.sample.entente')
  return { path, store, sidecar, events, messages: () => events.map((event) => JSON.stringify(event)).join('\n') }
}

async function idsOnDisk(path: string) {
  const file = parseGraph(await text(path))
  if ('problems' in file) throw new Error(file.problems[0]?.message)
  return [...file.graph.all('entity').keys()]
}

describe('a graph in a file', () => {
  test('is read as it is', async () => {
    const { store } = await openSample()
    expect(store.name).toBe('sample.entente.json')
    expect(store.readOnly).toBeUndefined()
    expect(store.notices).toEqual([])
    expect(store.graph.get('entity', 'russia')?.name).toBe('Russia')
    expect(textOf(store)).toBe(sampleText())
  })

  test('has a change in the journal beside it when a commit resolves, and in the file when it is closed', async () => {
    const { path, store, sidecar } = await openSample()
    await store.commit(adding(entity('turkey')))
    expect(await text(path)).toBe(sampleText())
    expect(await text(join(sidecar, 'journal'))).toContain('turkey')
    await store.close()
    expect(await idsOnDisk(path)).toEqual(['russia', 'syria', 'turkey'])
    expect(textOf(store)).toBe(await text(path))
    expect(await readdir(dirname(path))).toEqual(['.sample.entente', 'sample.entente.json'])
  })

  test('is written anew after a while without changes', async () => {
    const { path, store } = await openSample({ idle: 5 })
    await store.commit(adding(entity('turkey')))
    await expect.poll(() => idsOnDisk(path)).toContain('turkey')
    await store.commit(adding(entity('iran')))
    await expect.poll(() => idsOnDisk(path)).toContain('iran')
  })

  test('that was only looked at stays as it is, to the byte and the time', async () => {
    const { path, store } = await openSample()
    const before = await stat(path, { bigint: true })
    await store.close()
    const after = await stat(path, { bigint: true })
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs])
  })

  test('takes no more changes once it is closed', async () => {
    const { store } = await openSample()
    await store.close()
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(StoreError)
  })

  test('takes changes while it is being written anew', async () => {
    const { path, store } = await openSample()
    await store.commit(adding(entity('turkey')))
    const written = store.compact()
    const more = ['iran', 'iraq', 'qatar'].map((id) => store.commit(adding(entity(id))))
    await Promise.all([written, ...more])
    expect(await idsOnDisk(path)).toContain('turkey')
    await store.close()
    expect(await idsOnDisk(path)).toEqual(['iran', 'iraq', 'qatar', 'russia', 'syria', 'turkey'])
  })

  test('keeps its permissions', async () => {
    const { path, store } = await openSample()
    await chmod(path, 0o640)
    await store.commit(adding(entity('turkey')))
    await store.close()
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  test('behind a link is written where it is, and the link stays', async () => {
    const path = await sampleFile()
    const link = join(dirname(path), 'link.entente.json')
    await symlink(path, link)
    const store = await openStore(link)
    expect(store.name).toBe('link.entente.json')
    await store.commit(adding(entity('turkey')))
    await store.close()
    expect(await idsOnDisk(path)).toContain('turkey')
    expect(await readdir(dirname(path))).toEqual(['.sample.entente', 'link.entente.json', 'sample.entente.json'])
    expect(await text(link)).toBe(await text(path))
  })

  test('with a byte order mark is read, and keeps its records', async () => {
    const path = await sampleFile(`\uFEFF${sampleText()}`)
    const store = await openStore(path)
    await store.commit(adding(entity('turkey')))
    await store.close()
    expect(await idsOnDisk(path)).toEqual(['russia', 'syria', 'turkey'])
  })

  test('whose texts are composed in another way takes changes to them, now and after a crash', async () => {
    const decomposed = 'Türkei'.normalize('NFD')
    const path = await sampleFile(sampleText().replace('Syria', decomposed))
    const store = await openStore(path)
    const before = { ...entity('syria'), name: decomposed.normalize('NFC') }
    await store.commit({ label: 'Rename', edits: [{ before, after: entity('syria', `${decomposed} 2`) }] })
    expect((await openStore(path)).graph.get('entity', 'syria')?.name.normalize('NFC')).toBe('Türkei 2')
  })
})

describe('a change that cannot be kept', () => {
  test('because its record is no longer what it says is refused, and the next is taken', async () => {
    const { store } = await openSample()
    const stale = { label: 'Rename', edits: [{ before: entity('russia', 'Soviet Union'), after: entity('russia') }] }
    await expect(store.commit(stale)).rejects.toThrow(StoreError)
    await store.commit(adding(entity('turkey')))
    expect(store.graph.get('entity', 'turkey')).toBeDefined()
  })

  test('because the file could not be opened again is refused with the reason', async () => {
    const { path, store, sidecar } = await openSample()
    await store.commit(adding(entity('turkey')))
    const journal = await text(join(sidecar, 'journal'))
    const before = RECORDS.find(({ id }) => id === 'russia')
    await expect(store.commit({ label: 'Remove Russia', edits: [{ before }] })).rejects.toThrow(
      '“Remove Russia” was not saved: Entity russia cannot go: relation r-1 names it.'
    )
    expect(await text(join(sidecar, 'journal'))).toBe(journal)
    expect(await text(path)).toBe(sampleText())
    expect(store.graph.get('entity', 'russia')).toBeDefined()
  })
})

describe('another program', () => {
  test('that changed other records has its changes and ours in the file', async () => {
    const { path, store, events } = await openSample()
    await store.commit(adding(entity('turkey')))
    await writeFile(path, sampleText().replace('Russia', 'Russkaya'))
    await store.look()
    expect(store.graph.get('entity', 'russia')?.name).toBe('Russkaya')
    expect(store.graph.get('entity', 'turkey')).toBeDefined()
    expect(events).toMatchObject([
      { kind: 'merged', conflicts: [], change: { edits: [{ after: { name: 'Russkaya' } }] } }
    ])
    await store.close()
    expect(await text(path)).toContain('Russkaya')
    expect(await text(path)).toContain('turkey')
  })

  test('that changed the same field has its value kept beside ours, also after a crash', async () => {
    const { path, store, messages } = await openSample()
    const before = entity('russia', 'Russia')
    await store.commit({ label: 'Rename', edits: [{ before, after: entity('russia', 'Rossiya') }] })
    await writeFile(path, sampleText().replace('Russia', 'Russkaya'))
    await store.look()
    const conflict = { kind: 'entity', id: 'russia', field: 'name', ours: 'Rossiya', theirs: 'Russkaya', taken: 'ours' }
    expect(store.conflicts).toEqual([conflict])
    expect(messages()).toContain('In 1 place both sides changed the same thing')
    expect(store.graph.get('entity', 'russia')?.name).toBe('Rossiya')
    await store.close()
    expect((await openStore(path)).conflicts).toEqual([conflict])
  })

  test('that changed as many bytes within the same instant is noticed too', async () => {
    const { path, store } = await openSample()
    await store.commit(adding(entity('turkey')))
    await store.compact()
    await writeFile(path, (await text(path)).replace('Russia', 'Rossia'))
    await store.look()
    expect(store.graph.get('entity', 'russia')?.name).toBe('Rossia')
  })

  test('is noticed without being asked about', async () => {
    const { path, store } = await openSample({ poll: 5 })
    await writeFile(path, sampleText().replace('Russia', 'Rossia'))
    await expect.poll(() => store.graph.get('entity', 'russia')?.name).toBe('Rossia')
    await store.close()
  })

  test('that only touched the file hinders nothing', async () => {
    const { path, store, events } = await openSample()
    await writeFile(path, sampleText())
    await store.commit(adding(entity('turkey')))
    await store.close()
    expect(await idsOnDisk(path)).toContain('turkey')
    expect(events).toEqual([])
  })

  test('that took the file away is named, and the file is written again', async () => {
    const { path, store, messages } = await openSample()
    await rm(path)
    await store.look()
    expect(messages()).toContain('Another program has moved or deleted “sample.entente.json”')
    await store.close()
    expect(await text(path)).toBe(sampleText())
  })

  test('that put a folder in the place of the file is named; the folder stays and nothing is lost', async () => {
    const { path, store } = await openSample()
    await store.commit(adding(entity('turkey')))
    await rm(path)
    await mkdir(path)
    await expect(store.close()).rejects.toThrow(/There is something else now where “sample.entente.json” was/)
    expect((await stat(path)).isDirectory()).toBe(true)
    await rm(path, { recursive: true })
    const again = await openStore(path)
    expect(again.graph.get('entity', 'turkey')).toBeDefined()
    expect(again.notices.join()).toContain('was not there any more')
  })

  test('that wrote something that is no graph has it set aside when ours is written', async () => {
    const { path, store, sidecar, messages } = await openSample()
    await store.commit(adding(entity('turkey')))
    await writeFile(path, 'Dear colleagues')
    await store.look()
    await store.look()
    expect(messages()).toContain('is no graph')
    await store.compact()
    expect(await text(path)).toBe('Dear colleagues')
    await store.close()
    expect(await idsOnDisk(path)).toContain('turkey')
    const [aside = ''] = await readdir(join(sidecar, 'set-aside'))
    expect(await text(join(sidecar, 'set-aside', aside))).toBe('Dear colleagues')
  })

  test('of a newer version stops us from writing over it', async () => {
    const { path, store } = await openSample()
    await writeFile(path, sampleText().replace('"version": 1', '"version": 99'))
    await expect(store.look()).rejects.toThrow(/newer Entente/)
    expect(store.readOnly).toMatch(/newer Entente/)
    await expect(store.commit(adding(entity('turkey')))).rejects.toThrow(/newer Entente/)
    await store.close()
    expect(await text(path)).toContain('"version": 99')
  })

  test('that took our folder away is named before anything goes nowhere', async () => {
    const { store, sidecar } = await openSample()
    await store.commit(adding(entity('turkey')))
    await rm(join(sidecar, 'journal'))
    await expect(store.commit(adding(entity('iran')))).rejects.toThrow(/was taken away, so nothing more is saved/)
    expect(store.graph.get('entity', 'iran')).toBeUndefined()
    expect(textOf(store)).toContain('turkey')
  })
})
