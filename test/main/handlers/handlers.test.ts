import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CHANNELS } from '@core/contract/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtFigureThread } from '../figure/built-thread'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { handling } from './handling'

let thread: Awaited<ReturnType<typeof builtFigureThread>>

beforeAll(async () => {
  thread = await builtFigureThread()
})

afterAll(() => thread.remove())

/** The handlers, with a thread that draws figures. */
const main = (answer?: string) => handling(answer, thread.entry)

const VIEW = { kind: 'view' as const, id: 'v-1', name: 'Overview', positions: [] }
const OPTIONS = { theme: 'light' as const, width: 800 }

test('every channel of the contract has its handler, and there is none besides', async () => {
  const { handlers } = await main()
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(CHANNELS).sort())
})

describe('graphs', () => {
  test('a chosen file opens and is first among the recent ones, from where it opens again', async () => {
    const path = await sampleFile()
    const { ask, opened } = await main(path)
    const seed = await opened()
    expect(await ask('graph:choose', {})).toMatchObject({ outcome: 'opened', graph: { name: 'sample.entente.json' } })
    const [first, second] = await ask('graph:recent', {})
    expect(first).toMatchObject({ name: 'sample.entente.json', folder: dirname(path) })
    expect(second?.handle).toBe(seed.handle)
    expect(await ask('graph:open', { handle: seed.handle })).toMatchObject({ graph: { name: 'seed.entente.json' } })
  })

  test('closing the dialog changes nothing', async () => {
    const { ask, opened } = await main(undefined)
    const { handle } = await opened()
    expect(await ask('graph:choose', {})).toEqual({ outcome: 'cancelled' })
    expect(await ask('graph:save-as', { handle })).toEqual({ outcome: 'cancelled' })
    expect((await opened()).handle).toBe(handle)
  })

  test('a handle that main has not given out opens nothing', async () => {
    const { ask } = await main()
    await expect(ask('graph:open', { handle: 'file-0' })).rejects.toThrow(/not known any more/)
  })

  test('a change is on disk when the answer comes', async () => {
    const { ask, opened, home } = await main()
    const { handle } = await opened()
    expect(await ask('graph:commit', { handle, change: adding(entity('turkey')) })).toMatchObject({ outcome: 'saved' })
    expect(await readFile(join(home, 'graphs/.seed.entente/journal'), 'utf8')).toContain('turkey')
  })

  test('a copy is written where the user said, and a full name is suggested', async () => {
    const target = join(await folder(), 'copy.entente.json')
    const { ask, opened, requests } = await main(target)
    const { handle } = await opened()
    expect(await ask('graph:save-as', { handle })).toMatchObject({
      outcome: 'opened',
      graph: { name: 'copy.entente.json' }
    })
    expect(await readFile(target, 'utf8')).toBe(sampleText())
    expect(requests[0]?.name).toBe('seed.entente.json')
  })
})

describe('figures', () => {
  test('are drawn of the open graph, with the size of their PNG', async () => {
    const { ask, opened } = await main()
    const { handle } = await opened()
    const drawn = await ask('figure:draw', { handle, view: VIEW, options: OPTIONS, room: { width: 640, height: 2000 } })
    const png = Buffer.from(drawn.picture, 'base64')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, Math.round((drawn.height * 640) / drawn.width)])
    expect(drawn.svgBytes).toBeGreaterThan(1000)
    expect(drawn.pngHeight).toBe(Math.round((drawn.height * 800) / drawn.width))
    expect(drawn.notes).toEqual([])
  })

  test.each([
    ['figure.png', 'png', '\x89PNG'],
    ['figure.svg', 'png', '<svg'],
    ['figure.SVG', 'png', '<svg']
  ] as const)('%s: the extension decides what is written', async (name, format, start) => {
    const path = join(await folder(), name)
    const { ask, opened, requests } = await main(path)
    const { handle } = await opened()
    const saved = await ask('figure:save', {
      handle,
      view: VIEW,
      options: { ...OPTIONS, title: 'Who: backs / whom?' },
      format
    })
    const bytes = await readFile(path)
    expect(saved).toEqual({ outcome: 'saved', name, bytes: bytes.length })
    expect(bytes.toString('latin1').startsWith(start)).toBe(true)
    expect(requests[0]).toMatchObject({ name: 'Who backs whom.png' })
    expect(await readdir(dirname(path))).toEqual([basename(path)])
  })

  test('the PNG has the width that was asked for and the height that was foretold', async () => {
    const path = join(await folder(), 'figure.png')
    const { ask, opened } = await main(path)
    const request = { handle: (await opened()).handle, view: VIEW, options: OPTIONS }
    const { pngHeight } = await ask('figure:draw', { ...request, room: { width: 400, height: 400 } })
    await ask('figure:save', { ...request, format: 'png' })
    const png = await readFile(path)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, pngHeight])
  })

  test('a figure that cannot be written leaves what was there, with the reason', async () => {
    const place = await folder()
    await mkdir(join(place, 'figure.png'))
    const { ask, opened } = await main(join(place, 'figure.png'))
    const { handle } = await opened()
    const result = await ask('figure:save', { handle, view: VIEW, options: OPTIONS, format: 'png' })
    expect(result).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/“figure\.png” could not be saved/)
    })
    expect(await readdir(place)).toEqual(['figure.png'])
  })

  test('a figure replaces the one that was there', async () => {
    const path = join(await folder(), 'figure.svg')
    await writeFile(path, 'old')
    const { ask, opened } = await main(path)
    const { handle } = await opened()
    await ask('figure:save', { handle, view: VIEW, options: OPTIONS, format: 'svg' })
    expect(await readFile(path, 'utf8')).toMatch(/^<svg/)
  })

  test('a copy goes to the clipboard as a PNG', async () => {
    const { ask, opened, told } = await main()
    const { handle } = await opened()
    expect(await ask('figure:copy', { handle, view: VIEW, options: OPTIONS })).toEqual({})
    expect(told).toEqual(['PNG'])
  })

  test('too large to be made say so, and nothing is written', async () => {
    const path = join(await folder(), 'figure.png')
    const { ask, opened } = await main(path)
    const { handle } = await opened()
    const positions: [string, number, number][] = [
      ['russia', 0, 0],
      ['syria', 0, 90_000]
    ]
    const request = { handle, view: { ...VIEW, positions }, options: { ...OPTIONS, width: 12_000 } }
    expect(await ask('figure:save', { ...request, format: 'png' })).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/more than can be made/)
    })
    expect(await ask('figure:copy', request)).toMatchObject({ message: expect.stringMatching(/more than can be made/) })
    expect(await readdir(dirname(path))).toEqual([])
    const { picture } = await ask('figure:draw', { ...request, room: { width: 800, height: 600 } })
    expect(Buffer.from(picture, 'base64').readUInt32BE(20)).toBeGreaterThan(5000)
  })

  test('of a graph that is not open are not drawn', async () => {
    const { ask } = await main()
    await expect(
      ask('figure:draw', { handle: 'file-0', view: VIEW, options: OPTIONS, room: { width: 400, height: 400 } })
    ).rejects.toThrow(/Another file/)
  })
})

describe('window and desktop', () => {
  test('a theme that is set is kept and shown', async () => {
    const { ask, told } = await main()
    expect(await ask('settings:set', { theme: 'dark' })).toMatchObject({ theme: 'dark' })
    expect(await ask('settings:get', {})).toMatchObject({ theme: 'dark', sidebarWidth: 244 })
    expect(told).toEqual(['dark'])
  })

  test('menu, links and title bar buttons reach the desktop', async () => {
    const { ask, told } = await main()
    await ask('menu:set', { menus: [{ label: 'File', items: [] }] })
    expect(await ask('shell:open-external', { url: 'https://example.org/' })).toEqual({ opened: true })
    await ask('window:control', { action: 'maximise' })
    expect(told).toEqual([['File'], 'https://example.org/', 'maximise'])
  })
})
