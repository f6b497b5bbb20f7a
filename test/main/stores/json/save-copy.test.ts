import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { disk } from '@main/stores/file-system'
import { encodeLine } from '@main/stores/journal/chain'
import { hashOf } from '@main/stores/json/content'
import { saveCopy } from '@main/stores/json/save-copy'
import { processes } from '@main/stores/lock/holder'
import { StoreError } from '@main/stores/store'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../../../core/formats/entente/reading'
import { folder, sampleFile, sampleText } from '../../sample'
import { numbered } from '../ledger'
import { openStore, textOf } from '../open'

const tools = { fs: disk, processes, now: () => new Date() }
const OTHER = sampleText().replace('Russia', 'Rossiya')

describe('a copy', () => {
  test('where nothing was is the graph and nothing else', async () => {
    const path = join(await folder(), 'copy.entente.json')
    await saveCopy(tools, path, graphOf(OTHER))
    expect(await readFile(path, 'utf8')).toBe(OTHER)
    expect(await readdir(dirname(path))).toEqual(['copy.entente.json'])
  })

  test('in the place of a graph makes that one a backup, and its unfinished changes do not come into the copy', async () => {
    const path = await sampleFile()
    const store = await openStore(path)
    await store.commit(numbered(1))
    await store.close()
    const before = await readFile(path, 'utf8')
    const sidecar = join(dirname(path), '.sample.entente')
    // As a crash would have left it.
    const snapshot = hashOf(Buffer.from(before))
    const { line, hash } = encodeLine({ format: 'entente-journal', version: 1, snapshot })
    const entry = encodeLine({ at: '', change: numbered(2) }, hash)
    await writeFile(join(sidecar, 'journal'), Buffer.concat([line, entry.line]))

    await saveCopy(tools, path, graphOf(OTHER))
    const again = await openStore(path)
    expect(textOf(again)).toBe(OTHER)
    expect(again.notices).toEqual([])
    const [backup = ''] = (await readdir(join(sidecar, 'backups'))).slice(-1)
    expect(await readFile(join(sidecar, 'backups', backup), 'utf8')).toBe(before)
    expect((await readdir(join(sidecar, 'set-aside'))).join()).toMatch(/-journal$/)
  })

  test('never replaces a graph that is being edited', async () => {
    const path = await sampleFile()
    await openStore(path)
    await expect(saveCopy(tools, path, graphOf(OTHER))).rejects.toThrow(StoreError)
    expect(await readFile(path, 'utf8')).toBe(sampleText())
  })
})
