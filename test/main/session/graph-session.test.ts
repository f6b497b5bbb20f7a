import { link, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { opened, start } from './app-start'

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
