import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { describe, expect, test } from 'vitest'
import { adding, entity, sampleFile, sampleText } from '../sample'
import { startSession } from '../session/start-session'
import { FaultyFileSystem } from './faulty-file-system'
import { openStore, textOf } from './open'

/** What another program may leave in the file. */
const RUBBISH: Record<string, Buffer> = {
  nothing: Buffer.alloc(0),
  'half of it': Buffer.from(sampleText().slice(0, 300)),
  'bytes that are no text': Buffer.from([0xff, 0xfe, 0, 1, 2, 3]),
  'another format': Buffer.from('name,type\nRussia,state\n'),
  'JSON of another kind': Buffer.from('{"nodes":[]}\n')
}

const setAside = async (path: string) => {
  const folder = join(dirname(path), '.sample.entente', 'set-aside')
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.map((name) => readFile(join(folder, name))))
}

describe.each(Object.entries(RUBBISH))(
  'another program leaves %s in the file just before it is closed',
  (_, rubbish) => {
    test('with changes: they go into the file, what was there is set aside, and the next opening tells once', async () => {
      const path = await sampleFile()
      const store = await openStore(path)
      await store.commit(adding(entity('turkey')))
      await writeFile(path, rubbish)
      await store.close()
      expect(await readFile(path, 'utf8')).toBe(textOf(store))
      expect((await setAside(path)).some((bytes) => bytes.equals(rubbish))).toBe(true)

      const next = await openStore(path)
      expect(next.notices.join('\n')).toMatch(/When it was last closed: Another program .*set aside/)
      expect(next.graph.get('entity', 'turkey')).toBeDefined()
      await next.close()
      expect((await openStore(path)).notices).toEqual([])
    })

    test('without changes: the file is left alone, and the next opening shows what we kept and says why', async () => {
      const path = await sampleFile()
      const store = await openStore(path)
      await store.commit(adding(entity('turkey')))
      await store.compact()
      await writeFile(path, rubbish)
      await store.close()
      expect((await readFile(path)).equals(rubbish)).toBe(true)
      const next = await openStore(path)
      expect(next.readOnly).toMatch(/something other than Entente has made the file unreadable/)
      expect(next.graph.get('entity', 'turkey')).toBeDefined()
    })
  }
)

test('what is written at any step of closing is told then or at the next opening, and neither side is lost', async () => {
  const rubbish = Buffer.from('rubbish, no graph')
  for (let at = 1, isOver = false; !isOver; at += 2) {
    const path = await sampleFile()
    const fs = new FaultyFileSystem()
    const store = await openStore(path, { fs })
    await store.commit(adding(entity('turkey')))
    const start = fs.steps.length
    let isWritten = false
    fs.before = async (step) => {
      if (step !== start + at) return
      isWritten = true
      await writeFile(path, rubbish)
    }
    await store.close()
    fs.before = async () => {}
    isOver = !isWritten
    const next = await openStore(path)
    expect(next.graph.get('entity', 'turkey'), `ours, step ${at}`).toBeDefined()
    if (isOver) continue
    const told = [...next.notices, next.readOnly ?? ''].join('\n')
    expect(told, `step ${at}, ${fs.steps[start + at - 1]}`).toMatch(/Another program|other than Entente/)
    const reached = [await readFile(path), ...(await setAside(path))]
    expect(
      reached.some((bytes) => bytes.equals(rubbish)),
      `theirs, step ${at}`
    ).toBe(true)
    await next.close()
  }
}, 120_000)

test('a sound edit of another program just before closing is merged, and told at the next opening', async () => {
  const path = await sampleFile()
  const store = await openStore(path)
  await store.commit(adding(entity('turkey')))
  await writeFile(path, sampleText().replace('"Russia"', '"Russkaya"'))
  await store.close()
  const next = await openStore(path)
  expect(next.graph.get('entity', 'russia')?.name).toBe('Russkaya')
  expect(next.graph.get('entity', 'turkey')).toBeDefined()
  expect(next.notices.join('\n')).toMatch(/When it was last closed: Another program has changed 1 record/)
})

test('the window that opens it next is told', async () => {
  const path = await sampleFile()
  const first = await startSession(path)
  await first.session.commit(first.handle, adding(entity('turkey')))
  await writeFile(path, 'rubbish')
  await first.session.close()
  const { graph } = await startSession(path)
  expect(graph.notice).toMatch(/When it was last closed: Another program/)
  expect(graph.readOnly).toBeUndefined()
})

test('without another program nothing is told', async () => {
  const path = await sampleFile()
  const store = await openStore(path)
  await store.commit(adding(entity('turkey')))
  await store.close()
  expect(await readFile(path, 'utf8')).toBe(serialiseGraph(store.graph))
  expect((await openStore(path)).notices).toEqual([])
})
