import { link, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { shownPath } from '@core/text/shown-path'
import { Files } from '@main/session/files'
import { GraphSession } from '@main/session/graph-session'
import { disk } from '@main/stores/file-system'
import { sidecarOf } from '@main/stores/json/sidecar'
import { describe, expect, onTestFinished, test } from 'vitest'
import { entente } from '../cli/run-main'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { databasesIn } from '../session/databases'
import { openStore, textOf } from './open'

/** A session over real files that hears all that the window would be told. */
async function session(path: string) {
  const home = await folder()
  const files = await Files.open({ fs: disk, path: join(home, 'recent.json'), onTrouble: () => {} })
  onTestFinished(() => files.settled())
  const told: unknown[] = []
  const started = new GraphSession(
    {
      ...(await databasesIn(home)),
      ...{ fs: disk, files, workingCopy: () => Promise.reject(new Error('none')) },
      onOpened: (name) => told.push(name),
      onTold: (message) => told.push(message),
      onProgress: (progress) => told.push(progress),
      onReadOnly: (reason) => told.push(reason)
    },
    path
  )
  onTestFinished(() => started.close().catch(() => {}))
  return { session: started, files, told }
}

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u

/** Every text in a value, at any depth. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

const NAMES = [
  'gnp\u202eslx.entente.json',
  'two\nlines.entente.json',
  '\u2067isolate.json',
  'line\u2028separator',
  'a\tb\r.json'
]

// Windows takes no line breaks in names.
describe.skipIf(process.platform === 'win32').each(NAMES)(
  'a file whose name holds a sign that nobody sees: %j',
  (name) => {
    test('is shown on one line in title, notices, failures and the list of recent files', async () => {
      const place = join(await folder(), 'in\u202ehere')
      await mkdir(place)
      const path = join(place, name)
      await writeFile(path, sampleText())
      await link(path, `${path}2`)
      const { session: started, files, told } = await session(path)
      const first = await started.current()
      expect(first.outcome).toBe('opened')
      expect(told).toContain(shownPath(name))
      const failed = await started.open(join(place, `${name}-gone`))
      const folderOpened = await started.open(place)
      const broken = join(place, `${name}-broken`)
      await writeFile(broken, 'no graph')
      const other = await openStore(`${path}2`)
      expect(other.readOnly).toContain('another name')
      const shown: unknown[] = [
        first,
        told,
        failed,
        folderOpened,
        await started.open(broken),
        files.recent(),
        other.readOnly
      ]
      if (first.outcome === 'opened') {
        const { handle } = first.graph
        const copied = await started.saveAs(handle, join(place, 'no', name))
        shown.push(copied, await started.imports.read(handle, path), started.name(handle))
      }
      for (const text of textsIn(shown)) expect(text).not.toMatch(UNSEEN)
      expect(textsIn(shown).join('\n')).toContain(shownPath(name))
    })

    test('is shown on one line on the command line', async () => {
      const path = join(await folder(), name)
      const bad = join(dirname(path), `bad ${name}`)
      await writeFile(path, sampleText())
      await writeFile(bad, sampleText().replace('"credibility":2', '"credibility":9'))
      const store = await openStore(path)
      await store.commit(adding(entity('turkey')))
      for (const args of [
        ['check', path],
        ['check', bad],
        ['find', bad, 'Russia'],
        ['find', path, 'Russia'],
        ['status', bad],
        ['check', `${path}-gone`],
        ['export', path, '--out', join(dirname(path), 'no', `${name}.png`)],
        ['export', path, '--out', `${path}.nothing`]
      ]) {
        const { out, err } = await entente(...args)
        for (const line of [...out, ...err]) expect(line, args.join(' ')).not.toMatch(UNSEEN)
      }
    })
  }
)

describe('a name as long as the disk takes', () => {
  const LONG = {
    '255 bytes without our ending': `${'n'.repeat(250)}.json`,
    '255 bytes with our ending': `${'n'.repeat(242)}.entente.json`,
    '247 bytes': 'n'.repeat(247),
    'two bytes a letter': `${'я'.repeat(125)}.json`,
    'four bytes a sign': '🦅'.repeat(63)
  }

  test.each(Object.entries(LONG))('%s: all works, and two such names have two folders beside them', async (_, name) => {
    const place = await folder()
    const path = join(place, name)
    // Another name that is the same to its last signs.
    const twin = join(place, `${Array.from(name).slice(1).join('')}`)
    await writeFile(path, sampleText())
    await writeFile(twin, sampleText())
    const store = await openStore(path)
    expect(store.readOnly).toBeUndefined()
    await store.commit(adding(entity('turkey')))
    const other = await openStore(twin)
    expect(other.readOnly).toBeUndefined()
    await store.close()
    expect(await readFile(path, 'utf8')).toBe(textOf(store))
    expect(await readFile(twin, 'utf8')).toBe(sampleText())
    expect((await openStore(path)).graph.get('entity', 'turkey')).toBeDefined()
    for (const inside of await readdir(place)) expect(Buffer.byteLength(inside)).toBeLessThanOrEqual(255)
    expect((await stat(sidecarOf(path).folder)).isDirectory()).toBe(true)
  })

  test('a copy without views finds a name that fits', async () => {
    const path = join(await folder(), `${'я'.repeat(121)}.entente.json`)
    await writeFile(path, sampleText())
    const { session: started } = await session(path)
    const result = await started.openWithoutViews(path)
    expect(result.outcome === 'opened' && result.graph.name).toMatch(/^я+ without views\.entente\.json$/)
  })

  test('one that is too long is refused in words, and what is open stays open', async () => {
    const path = await sampleFile()
    const { session: started } = await session(path)
    const first = await started.current()
    if (first.outcome !== 'opened') throw new Error(first.outcome)
    const long = join(dirname(path), `${'n'.repeat(300)}.entente.json`)
    expect(await started.saveAs(first.graph.handle, long)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/its name is too long\. Choose a shorter one\.$/)
    })
    expect(started.graph(first.graph.handle).get('entity', 'russia')).toBeDefined()
  })

  test('short names have the folder that they always had', () => {
    expect(basename(sidecarOf('/a/sample.entente.json').folder)).toBe('.sample.entente')
    expect(basename(sidecarOf(`/a/${'n'.repeat(246)}`).folder)).toBe(`.${'n'.repeat(246)}.entente`)
  })
})
