import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { Imports } from '@main/session/importing'
import { disk } from '@main/stores/file-system'
import { JsonStore } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { TaskControl } from '@main/stores/task-control'
import { describe, expect, onTestFinished, test } from 'vitest'
import { claim, entity, RECORDS, relation } from '../../core/sample'
import { folder } from '../sample'

/** An open graph and another file, in one folder. */
async function start(theirs: string, signal?: AbortSignal) {
  const home = await folder()
  const [path, other] = [join(home, 'ours.entente.json'), join(home, 'theirs.entente.json')]
  await writeFile(path, serialiseGraph(Graph.of('Ours', RECORDS)))
  await writeFile(other, theirs)
  const store = await JsonStore.open(path, { idle: Infinity, poll: Infinity })
  onTestFinished(() => store.close())
  const done: string[] = []
  const imports = new Imports({
    storeOf(handle) {
      if (handle !== 'file-1') throw new StoreError('Another file is open now.')
      return store
    },
    begin: () => ({
      fs: disk,
      control: new TaskControl({ ...(signal && { signal }), onProgress: (doing) => done.push(doing) })
    })
  })
  return { imports, store, path, other, done }
}

const many = Array.from({ length: 1200 }, (_, at) => entity(`x-${String(at).padStart(4, '0')}`, 'place', `Place ${at}`))
const theirs = serialiseGraph(
  Graph.of('Theirs', [
    ...RECORDS,
    ...many,
    entity('x-base', 'facility', 'Khmeimim'),
    relation('x-r', 'near', 'x-base', 'e-latakia'),
    claim('x-c', 'x-r')
  ])
)

describe('another file on its way into the open graph', () => {
  test('is compared, and its change comes part by part and can be kept', async () => {
    const { imports, store, other } = await start(theirs)
    const read = await imports.read('file-1', other)
    if (read.outcome !== 'read') throw new Error(JSON.stringify(read))
    expect(read).toMatchObject({
      name: 'theirs.entente.json',
      preview: {
        entities: { added: 1201, same: 5, filled: 0, differing: 0 },
        relations: { added: 1, same: 3 },
        claims: { added: 1, same: 3 },
        newTypes: [],
        edits: 1203
      }
    })
    expect(read.preview.duplicates.pairs).toContainEqual({
      ours: { id: 'e-hmeimim', name: 'Hmeimim Air Base', type: 'facility' },
      theirs: { id: 'x-base', name: 'Khmeimim', type: 'facility' }
    })
    const edits: unknown[] = []
    let more = true
    for (let part = 0; more; part++) {
      const next = imports.change({ handle: 'file-1', id: read.id, whose: 'ours', part })
      edits.push(...JSON.parse(next.edits))
      more = next.more
    }
    expect(edits).toHaveLength(1203)
    await store.commit({ label: 'x', edits: edits as never })
    expect(store.graph.get('claim', 'x-c')).toBeDefined()
    expect(() => imports.change({ handle: 'file-1', id: read.id, whose: 'ours', part: 0 })).toThrow('put away')
  })

  test('counts in what stands in the journal beside it, and leaves all of it as it is', async () => {
    const { imports, other } = await start(theirs)
    const open = await JsonStore.open(other, { idle: Infinity, poll: Infinity })
    await open.commit({ label: 'x', edits: [{ after: entity('x-late', 'place', 'Late') }] })
    const before = await readFile(other, 'utf8')
    expect(await imports.read('file-1', other)).toMatchObject({ preview: { entities: { added: 1202 } } })
    expect(await readFile(other, 'utf8')).toBe(before)
    await open.close()
  })

  test.each([
    ['what is no graph', '{"a": 1}', /cannot be opened\..*format/],
    ['a fault in it, with its line', theirs.replace('"type":"facility"', '"type":"comet"'), /comet/],
    [
      'a newer format',
      theirs.replace('"version": 1', '"version": 99'),
      /Nothing of “theirs.entente.json” was added\. .*newer/
    ],
    [
      'an id that stands for two things',
      serialiseGraph(Graph.of('', [...RECORDS.slice(0, 5), entity('r-leads', 'place', 'x')])),
      /“r-leads” is an entity in that file and a relation here/
    ]
  ])('is refused with words for %s', async (_, text, words) => {
    const { imports, other } = await start(text)
    const result = await imports.read('file-1', other)
    if (result.outcome !== 'failed') throw new Error(result.outcome)
    expect([result.message, ...result.problems.map(({ message }) => message)].join(' ')).toMatch(words)
  })

  test('is refused when it is the open one, a folder, or not there', async () => {
    const { imports, path, other } = await start(theirs)
    expect(await imports.read('file-1', path)).toMatchObject({ outcome: 'failed', message: /is the file that is open/ })
    await mkdir(join(dirname(other), 'folder'))
    expect(await imports.read('file-1', join(dirname(other), 'folder'))).toMatchObject({ message: /is a folder/ })
    expect(await imports.read('file-1', join(dirname(other), 'none'))).toMatchObject({ message: /cannot be opened/ })
    expect(await imports.read('file-2', other)).toMatchObject({ message: 'Another file is open now.' })
  })

  test('can be stopped, and then nothing of it is left', async () => {
    const stopping = new AbortController()
    const { imports, other, done } = await start(theirs, stopping.signal)
    stopping.abort()
    expect(await imports.read('file-1', other)).toEqual({ outcome: 'cancelled' })
    expect(done).not.toContain('duplicates')
  })
})
