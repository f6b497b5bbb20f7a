import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { describe, expect, test } from 'vitest'
import { adding, entity, folder, RECORDS, sampleFile, sampleText } from '../sample'
import { opened, start } from './app-start'

/** A file with a picture that may be more than can be drawn. */
const VIEWED = serialiseGraph(
  Graph.of('Sample', [...RECORDS, { kind: 'view', id: 'far', name: 'Far', positions: [['russia', 1e7, -1e7]] }])
)

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
    // Neither drawn nor closed: the window froze and was ended.
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
