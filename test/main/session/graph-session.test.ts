import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { Files } from '@main/session/files'
import { GraphSession } from '@main/session/graph-session'
import { LastStart } from '@main/session/last-start'
import { workingCopy } from '@main/session/working-copy'
import { disk } from '@main/stores/file-system'
import { describe, expect, onTestFinished, test } from 'vitest'
import { adding, entity, folder, RECORDS, sampleFile, sampleText } from '../sample'
import { FaultyFileSystem } from '../stores/faulty-file-system'
import { databasesIn } from './databases'

/** A session over real files: a seed graph, and a data folder that can be used for another start. */
async function start({ data, file, seed }: { data?: string; file?: string; seed?: string } = {}) {
  const home = data ?? (await folder())
  const original = seed ?? (await sampleFile(sampleText(), 'seed.entente.json'))
  const files = await Files.open({
    fs: disk,
    path: join(home, 'recent.json'),
    onTrouble: (error) => expect.fail(`${error}`)
  })
  onTestFinished(() => files.settled())
  const lastStart = await LastStart.open({
    fs: disk,
    path: join(home, 'last-start.json'),
    onTrouble: (error) => expect.fail(`${error}`)
  })
  onTestFinished(() => lastStart.settled())
  const titles: string[] = []
  const { databases } = await databasesIn(home)
  const session = new GraphSession(
    {
      fs: disk,
      files,
      databases,
      lastStart,
      workingCopy: () => workingCopy(disk, original, join(home, 'graphs')),
      onOpened: (name) => titles.push(name)
    },
    file
  )
  // Some of its files may be gone by then.
  onTestFinished(() => session.close().catch(() => {}))
  return { session, files, lastStart, home, seed: original, titles }
}

/** A file with a picture that is more than can be drawn, as far as anybody knows. */
const VIEWED = serialiseGraph(
  Graph.of('Sample', [...RECORDS, { kind: 'view', id: 'far', name: 'Far', positions: [['russia', 1e7, -1e7]] }])
)

async function opened(result: ReturnType<GraphSession['current']>) {
  const { outcome, ...rest } = await result
  if (outcome !== 'opened' || !('graph' in rest)) throw new Error(JSON.stringify({ outcome, ...rest }))
  return rest.graph
}

describe('at the start', () => {
  test('the first time, a working copy of the seed graph is made and opened, and the seed stays as it is', async () => {
    const { session, home, seed, titles } = await start()
    const graph = await opened(session.current())
    expect(graph.name).toBe('seed.entente.json')
    expect(graph.notice).toMatch(/your own working copy/)
    expect(graph.readOnly).toBeUndefined()
    expect(titles).toEqual(['seed.entente.json'])
    expect(await session.commit(graph.handle, adding(entity('turkey')))).toMatchObject({ outcome: 'saved' })
    await session.close()
    expect(await readFile(join(home, 'graphs/seed.entente.json'), 'utf8')).toContain('turkey')
    expect(await readFile(seed, 'utf8')).toBe(sampleText())
  })

  test('the next time the working copy is as it was left, with no notice', async () => {
    const first = await start()
    const { handle } = await opened(first.session.current())
    await first.session.commit(handle, adding(entity('turkey')))
    await first.files.settled()
    await first.session.close()
    const graph = await opened((await start({ data: first.home, seed: first.seed })).session.current())
    expect(graph.counts.entities).toBe(3)
    expect(graph.notice).toBeUndefined()
  })

  test('the last file is opened again', async () => {
    const first = await start()
    await first.session.current()
    const path = await sampleFile()
    first.session.drawn((await opened(first.session.open(path))).handle)
    await Promise.all([first.files.settled(), first.lastStart.settled()])
    const second = await start({ data: first.home, seed: first.seed })
    expect((await opened(second.session.current())).name).toBe('sample.entente.json')
    expect(second.files.recent().map(({ name }) => name)).toEqual(['sample.entente.json', 'seed.entente.json'])
  })

  test('a last file that is gone says so; nothing else is opened in its place, and it stays on the list', async () => {
    const first = await start()
    const path = await sampleFile()
    first.session.drawn((await opened(first.session.open(path))).handle)
    await Promise.all([first.files.settled(), first.lastStart.settled()])
    await rm(path)
    const { session, files } = await start({ data: first.home, seed: first.seed })
    expect(await session.current()).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/“sample\.entente\.json” in .* cannot be opened: it is not there/)
    })
    expect(files.recentPaths[0]).toBe(path)
  })

  test('a file given on the command line comes first', async () => {
    const { session } = await start({ file: await sampleFile() })
    expect((await opened(session.current())).name).toBe('sample.entente.json')
  })

  test('a file given that cannot be opened is named; asked again, the usual graph opens', async () => {
    const { session } = await start({ file: await sampleFile('{') })
    expect(await session.current()).toMatchObject({ outcome: 'failed', name: 'sample.entente.json' })
    expect((await opened(session.current())).name).toBe('seed.entente.json')
  })

  test('a file with which the last start ended is asked about; what was open before comes after it', async () => {
    const file = await sampleFile(VIEWED, 'heavy.entente.json')
    const first = await start({ file })
    await opened(first.session.current())
    // Neither drawn nor closed: the window froze, and somebody ended it.
    const second = await start({ data: first.home })
    const asked = await second.session.current()
    expect(asked).toMatchObject({ outcome: 'interrupted', name: 'heavy.entente.json', hasCopy: true })
    expect((await opened(second.session.current())).name).toBe('seed.entente.json')
    const third = await start({ data: first.home, file })
    expect((await opened(third.session.current())).name).toBe('heavy.entente.json')
  })

  test('a file that was drawn, or was refused, is not asked about', async () => {
    const file = await sampleFile()
    const first = await start({ file })
    const { handle } = await opened(first.session.current())
    first.session.drawn(handle)
    await first.session.close()
    const second = await start({ data: first.home, file: await sampleFile('{', 'broken.entente.json') })
    expect(await second.session.current()).toMatchObject({ outcome: 'failed' })
    await second.lastStart.settled()
    const third = await start({ data: first.home })
    expect((await opened(third.session.current())).name).toBe('sample.entente.json')
  })

  test('of a file with which the last start ended a copy without its views can be opened', async () => {
    const file = await sampleFile(VIEWED, 'heavy.entente.json')
    const first = await start({ file })
    await opened(first.session.current())
    const { session, files } = await start({ data: first.home })
    await session.current()
    const copy = await opened(session.openWithoutViews(file))
    expect(copy).toMatchObject({ name: 'heavy without views.entente.json', counts: { records: 7 } })
    expect(files.recentPaths[0]).toBe(join(dirname(file), 'heavy without views.entente.json'))
    expect(await readFile(file, 'utf8')).toBe(VIEWED)
  })

  test('without the seed graph there is a reason, not an end', async () => {
    const { session } = await start({ seed: join(await folder(), 'none.entente.json') })
    expect(await session.current()).toMatchObject({ outcome: 'failed', message: expect.stringMatching(/not there/) })
  })

  test('asking again gives what is open, with what was changed since', async () => {
    const { session } = await start()
    const { handle } = await opened(session.current())
    await session.commit(handle, adding(entity('turkey')))
    const again = await opened(session.current())
    expect(again.handle).toBe(handle)
    expect(again.counts).toEqual({ entities: 3, relations: 1, claims: 1, sources: 1, records: 8 })
    expect(session.read(again.handle, again.reading, 0)).toMatchObject({
      records: expect.stringContaining('turkey'),
      more: false
    })
  })
})

describe('opening', () => {
  test('what cannot be opened leaves the open graph where it is', async () => {
    const { session } = await start()
    const { handle } = await opened(session.current())
    const bad = await session.open(await sampleFile('not a graph'))
    expect(bad).toMatchObject({ outcome: 'failed', name: 'sample.entente.json' })
    expect(await session.commit(handle, adding(entity('turkey')))).toMatchObject({ outcome: 'saved' })
  })

  test('two requests at once are met in turn', async () => {
    const { session } = await start()
    const [one, two] = await Promise.all([
      sampleFile(sampleText(), 'one.entente.json'),
      sampleFile(sampleText(), 'two.entente.json')
    ])
    const results = await Promise.all([session.current(), session.open(one), session.open(two)].map(opened))
    expect(results.map(({ name }) => name)).toEqual(['seed.entente.json', 'one.entente.json', 'two.entente.json'])
    expect((await opened(session.current())).name).toBe('two.entente.json')
  })

  test('waits for what is being saved', async () => {
    const { session, home } = await start()
    const { handle } = await opened(session.current())
    const saving = session.commit(handle, adding(entity('turkey')))
    await session.open(await sampleFile())
    expect(await saving).toMatchObject({ outcome: 'saved' })
    expect(await readFile(join(home, 'graphs/seed.entente.json'), 'utf8')).toContain('turkey')
  })

  test('waits for what the window still holds back, which it sends one by one', async () => {
    const { session, home } = await start()
    const { handle } = await opened(session.current())
    const commit = (id: string) => session.commit(handle, adding(entity(id)))
    const theWindowTurns = async () => {
      for (let turn = 0; turn < 300; turn++) await new Promise(setImmediate)
    }
    const saving = commit('turkey')
      .then(theWindowTurns)
      .then(() => commit('iran'))
    await session.open(await sampleFile())
    expect(await saving).toMatchObject({ outcome: 'saved' })
    expect(await readFile(join(home, 'graphs/seed.entente.json'), 'utf8')).toMatch(/iran.*turkey/s)
  })

  test('a request from outside before the window asks becomes its first graph; later the window is told', async () => {
    const { session, files } = await start()
    expect(session.request(await sampleFile(sampleText(), 'early.entente.json'))).toBeUndefined()
    expect((await opened(session.current())).name).toBe('early.entente.json')
    const late = await sampleFile(sampleText(), 'late.entente.json')
    const wanted = session.request(late)
    expect(wanted?.name).toBe('late.entente.json')
    expect(files.path(wanted?.handle ?? '')).toBe(late)
    expect((await opened(session.current())).name).toBe('early.entente.json')
  })
})

describe('changes', () => {
  test('for a file that is not the open one are not done at all', async () => {
    const { session, home } = await start()
    const { handle } = await opened(session.current())
    await session.open(await sampleFile())
    await expect(session.commit(handle, adding(entity('turkey')))).resolves.toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/Another file is open/)
    })
    expect(await readFile(join(home, 'graphs/seed.entente.json'), 'utf8')).toBe(sampleText())
    expect(() => session.graph(handle)).toThrow(/Another file is open/)
  })
})

describe('saving elsewhere', () => {
  test('writes the graph there and goes on there; the first file stays as it was', async () => {
    const { session, home } = await start()
    const { handle } = await opened(session.current())
    const target = join(await folder(), 'copy.entente.json')
    const copy = await opened(session.saveAs(handle, target))
    expect(copy.name).toBe('copy.entente.json')
    expect(copy.handle).not.toBe(handle)
    await session.commit(copy.handle, adding(entity('turkey')))
    await session.close()
    expect(await readFile(target, 'utf8')).toContain('turkey')
    expect(await readFile(join(home, 'graphs/seed.entente.json'), 'utf8')).toBe(sampleText())
  })

  test('a graph of a newer version is copied byte for byte, with all that we do not know', async () => {
    const content = JSON.stringify({ ...JSON.parse(sampleText()), version: 99, colours: [{ a: 1 }] })
    const { session } = await start({ file: await sampleFile(content) })
    const { handle, readOnly } = await opened(session.current())
    expect(readOnly).toMatch(/newer Entente/)
    const target = join(await folder(), 'copy.entente.json')
    await session.saveAs(handle, target)
    expect(await readFile(target, 'utf8')).toBe(content)
  })

  test('in a place that does not exist says so, and the open graph stays open', async () => {
    const { session } = await start()
    const { handle } = await opened(session.current())
    const target = join(await folder(), 'no', 'copy.entente.json')
    expect(await session.saveAs(handle, target)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/not there/)
    })
    expect((await opened(session.current())).handle).toBe(handle)
  })

  test('never replaces a folder', async () => {
    const { session } = await start()
    const { handle } = await opened(session.current())
    const target = join(await folder(), 'copy.entente.json')
    await mkdir(target)
    expect(await session.saveAs(handle, target)).toMatchObject({ outcome: 'failed' })
    expect(await readdir(dirname(target))).toEqual([basename(target)])
  })
})

describe('the working copy', () => {
  test('that fails to be written leaves nothing half written', async () => {
    const seed = await sampleFile(sampleText(), 'seed.entente.json')
    const home = await folder()
    const fs = new FaultyFileSystem()
    await workingCopy(fs, seed, join(home, 'trial'))
    const steps = fs.steps.length
    for (let failAt = 1; failAt <= steps; failAt++) {
      const target = join(home, `${failAt}`)
      const faulty = Object.assign(new FaultyFileSystem(), { failAt, code: 'ENOSPC' })
      const made = await workingCopy(faulty, seed, target).then(
        () => true,
        () => false
      )
      const names = await readdir(target).catch(() => [])
      if (made) expect(await readFile(join(target, 'seed.entente.json'), 'utf8')).toBe(sampleText())
      else if (names.length > 0) expect(faulty.steps[failAt - 1]).toBe('syncFolder')
    }
  })

  test('that is there is never overwritten', async () => {
    const seed = await sampleFile(sampleText(), 'seed.entente.json')
    const home = await folder()
    await writeFile(join(home, 'seed.entente.json'), 'mine')
    expect(await workingCopy(disk, seed, home)).toEqual({ path: join(home, 'seed.entente.json'), isNew: false })
    expect(await readFile(join(home, 'seed.entente.json'), 'utf8')).toBe('mine')
  })
})

describe('a file with two names (hard links)', () => {
  const twoNames = async () => {
    const path = await sampleFile()
    const other = join(dirname(path), 'other.entente.json')
    await link(path, other)
    return { path, other }
  }

  test('asked for by its other name while it is open, it stays open, and what was saved is there', async () => {
    const { path, other } = await twoNames()
    const { session, files } = await start({ file: path })
    const { handle } = await opened(session.current())
    await session.commit(handle, adding(entity('turkey')))
    const again = await opened(session.open(other))
    expect(again).toMatchObject({ handle: files.handle(path), name: 'sample.entente.json' })
    expect(again.readOnly).toBeUndefined()
    expect(again.notice).toContain('“other.entente.json” is another name of “sample.entente.json”')
    expect(session.graph(handle).get('entity', 'turkey')).toBeDefined()
  })

  test('that were parted while it was open can be edited one after the other', async () => {
    const { path, other } = await twoNames()
    const { session } = await start({ file: path })
    await opened(session.current())
    // As saving does, and other programs.
    await writeFile(`${path}.new`, sampleText())
    await rename(`${path}.new`, path)
    expect((await opened(session.open(other))).readOnly).toBeUndefined()
    expect((await opened(session.open(path))).readOnly).toBeUndefined()
  })
})
