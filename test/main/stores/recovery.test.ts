import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { encodeLine } from '@main/stores/journal/chain'
import { StoreError } from '@main/stores/store'
import { describe, expect, test } from 'vitest'
import { adding, entity, sampleFile, sampleText } from '../sample'
import { countChanges, numbered } from './ledger'
import { openStore } from './open'

/** A graph after a crash: its file without, its journal with n changes. */
async function crashed(changes = 3) {
  const before = await sampleFile()
  const store = await openStore(before)
  for (let count = 1; count <= changes; count++) await store.commit(numbered(count))
  // What a crash leaves is what another place has of it now; the lock of this process does not come with it.
  const path = await sampleFile()
  const sidecar = join(dirname(path), '.sample.entente')
  const old = join(dirname(before), '.sample.entente')
  await mkdir(sidecar)
  for (const name of await readdir(old))
    if (!name.startsWith('lock')) await copyFile(join(old, name), join(sidecar, name))
  return { path, sidecar, journal: join(sidecar, 'journal') }
}

const setAside = (sidecar: string) => readdir(join(sidecar, 'set-aside')).catch(() => [])

describe('after a crash', () => {
  test('every change is there, and the user hears what was recovered', async () => {
    const { path } = await crashed()
    const store = await openStore(path)
    expect(countChanges(store.graph)).toBe(3)
    expect(store.notices).toEqual([
      '“sample.entente.json” had not been closed: 3 changes not yet in the file were recovered, the last one “Change 3”.'
    ])
    await store.close()
    expect(await readFile(path, 'utf8')).toBe(serialiseGraph(store.graph))
    expect((await openStore(path)).notices).toEqual([])
  })

  test('an end that was torn off is set aside and named, never deleted', async () => {
    const { path, sidecar, journal } = await crashed()
    const bytes = await readFile(journal)
    await writeFile(journal, bytes.subarray(0, bytes.length - 10))
    const store = await openStore(path)
    expect(countChanges(store.graph)).toBe(2)
    expect(store.readOnly).toBeUndefined()
    expect(store.notices.join('\n')).toMatch(
      /2 changes .* recovered[\s\S]*The end of the journal .* \(\d+ bytes\) was set aside/
    )
    await store.commit(numbered(3))
    const [aside = ''] = await setAside(sidecar)
    expect(aside).toMatch(/^\d{4}-.*-end-of-journal$/)
    expect(bytes.includes(await readFile(join(sidecar, 'set-aside', aside)))).toBe(true)
  })

  test('damage before sound changes opens read-only, touches nothing and recoverableVersions both parts', async () => {
    const { path, journal } = await crashed()
    const text = (await readFile(journal, 'utf8')).replace('State 2', 'State 9')
    await writeFile(journal, text)
    const store = await openStore(path)
    expect(store.readOnly).toMatch(/^its journal is damaged in the middle\. 1 change before the damage and 1 behind it/)
    expect(countChanges(store.graph)).toBe(1)
    await expect(store.commit(numbered(2))).rejects.toThrow(/^Its journal is damaged/)
    const [before, behind] = store.recoverableVersions
    expect(before?.what).toBe('“sample.entente.json” up to the damage')
    expect(behind?.what).toBe('“sample.entente.json” with the changes behind the damage')
    expect(behind?.graph.get('entity', 'e-3')).toBeDefined()
    for (const version of store.recoverableVersions)
      expect(parseGraph(serialiseGraph(version.graph))).toHaveProperty('graph')
    await store.close()
    expect(await readFile(journal, 'utf8')).toBe(text)
    expect(await readFile(path, 'utf8')).toBe(sampleText())
  })

  test('a file that another program had changed is merged, and what both changed is shown', async () => {
    const { path, sidecar } = await crashed()
    await writeFile(path, sampleText().replace('"Russia"', '"Russkaya"').replace('A report', 'Another report'))
    const store = await openStore(path)
    expect(countChanges(store.graph)).toBe(3)
    expect(store.graph.get('source', 's-1')?.title).toBe('Another report')
    expect(store.graph.get('entity', 'russia')?.name).toBe('Russkaya')
    expect(store.conflicts).toEqual([])
    expect(store.notices.join('\n')).toMatch(/3 changes .* recovered[\s\S]*Another program has changed 2 records/)
    await store.close()
    expect((await setAside(sidecar)).join()).toMatch(/-journal$/)
    expect(countChanges((await openStore(path)).graph)).toBe(3)
  })

  test('the same without our copy of what the file was', async () => {
    const { path, sidecar } = await crashed()
    for (const name of await readdir(sidecar)) if (name.startsWith('base')) await rm(join(sidecar, name))
    await writeFile(path, sampleText().replace('A report', 'Another report'))
    const store = await openStore(path)
    expect(countChanges(store.graph)).toBe(3)
    expect(store.graph.get('source', 's-1')?.title).toBe('Another report')
  })

  test('a file that is gone is written again, because changes would go with it', async () => {
    const { path } = await crashed()
    await rm(path)
    const store = await openStore(path)
    expect(store.notices.join()).toContain('was not there any more')
    await store.close()
    expect(await readFile(path, 'utf8')).toBe(serialiseGraph(store.graph))
  })

  test('a file that something has spoilt is left alone; what we had of it is shown', async () => {
    const { path } = await crashed()
    await writeFile(path, sampleText().slice(0, 300))
    const store = await openStore(path)
    expect(countChanges(store.graph)).toBe(3)
    expect(store.readOnly).toMatch(
      /^something other than Entente has made the file unreadable \(The file ends in the middle/
    )
    await store.close()
    expect(await readFile(path, 'utf8')).toBe(sampleText().slice(0, 300))
  })

  test('a file of a newer version is only read, and what we had is offered', async () => {
    const { path } = await crashed()
    await writeFile(path, sampleText().replace('"version": 1', '"version": 99'))
    const store = await openStore(path)
    expect(store.readOnly).toMatch(/newer Entente/)
    expect(store.recoverableVersions.map(({ graph }) => countChanges(graph))).toEqual([3])
  })

  test('a journal of a newer version is left to it', async () => {
    const { path, journal } = await crashed()
    const { line } = encodeLine({ format: 'entente-journal', version: 2, snapshot: 'a'.repeat(64) })
    await writeFile(journal, line)
    const store = await openStore(path)
    expect(store.readOnly).toMatch(/^a newer Entente was editing it/)
    expect(await readFile(journal)).toEqual(line)
  })
})

describe('between two sittings', () => {
  async function closed() {
    const path = await sampleFile()
    const store = await openStore(path)
    await store.commit(numbered(1))
    await store.close()
    return { path, sidecar: join(dirname(path), '.sample.entente') }
  }

  test('a change by another program is named, and the earlier state is among the backups', async () => {
    const { path, sidecar } = await closed()
    const before = await readFile(path, 'utf8')
    await writeFile(path, before.replace('A report', 'Another report'))
    const store = await openStore(path)
    expect(store.graph.get('source', 's-1')?.title).toBe('Another report')
    expect(store.notices.join()).toMatch(/has changed since Entente last saved it \(1 record\)/)
    expect(store.recoverableVersions.map(({ graph }) => graph.get('source', 's-1')?.title)).toEqual(['A report'])
    await store.commit(numbered(2))
    const backups = await readdir(join(sidecar, 'backups'))
    const texts = await Promise.all(backups.map((name) => readFile(join(sidecar, 'backups', name), 'utf8')))
    expect(texts).toContain(before)
  })

  test('another way of writing the same graph is not worth a word', async () => {
    const { path } = await closed()
    await writeFile(path, JSON.stringify(JSON.parse(await readFile(path, 'utf8')), null, 4))
    expect((await openStore(path)).notices).toEqual([])
  })

  test('a file that was deleted is not there, and no ghost of it comes back', async () => {
    const { path } = await closed()
    await rm(path)
    await expect(openStore(path)).rejects.toThrow(StoreError)
    await writeFile(path, sampleText().replace('Russia', 'Rossiya'))
    expect((await openStore(path)).graph.get('entity', 'russia')?.name).toBe('Rossiya')
  })

  test('whatever a crash left half made is cleared away', async () => {
    const { path, sidecar } = await closed()
    const left = '.entente-01234567-89ab-cdef-0123-456789abcdef.tmp'
    await writeFile(join(sidecar, left), 'half')
    const store = await openStore(path)
    await store.commit(adding(entity('turkey')))
    await expect.poll(() => readdir(sidecar)).not.toContain(left)
  })
})

describe('a second reader', () => {
  test('sees every change, says nothing of repairs and makes none', async () => {
    const path = await sampleFile()
    const writer = await openStore(path)
    await writer.commit(numbered(1))
    const reader = await openStore(path)
    expect(countChanges(reader.graph)).toBe(1)
    expect(reader.readOnly).toMatch(/has been editing it since \d{4}-\d\d-\d\d \d\d:\d\d UTC\. Save a copy elsewhere/)
    expect(reader.notices).toEqual([])
    await expect(reader.commit(numbered(2))).rejects.toThrow(StoreError)
    await reader.close()
    await writer.commit(numbered(2))
    await writer.close()
    expect((await openStore(path)).readOnly).toBeUndefined()
  })
})
