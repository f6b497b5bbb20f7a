import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FigureOptions } from '@core/figure/figure-options'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { main } from '@main/cli/main'
import { drawFigure, figurePng } from '@main/figure/figure'
import { describe, expect, it } from 'vitest'
import { decodePng } from '../figure/decode-png'
import { folder, RECORDS, sampleFile } from '../sample'

const view = (id: string, more: Partial<View>): View => ({ kind: 'view', id, name: id, positions: [], ...more })
const VIEWS = [
  view('a-plain', { name: 'Plain', positions: [['russia', 0, 0]] }),
  view('b-dated', { name: 'Dated', title: 'Two states', asOf: '2024-12-30', clock: 'published' })
]
const GRAPH = Graph.of('Sample', [...RECORDS, ...VIEWS])

async function entente(...argv: readonly string[]) {
  const said: string[] = []
  const warned: string[] = []
  const code = await main(argv, { write: (line) => said.push(line), warn: (line) => warned.push(line) })
  return { code, said, warned: warned.join('\n') }
}

const file = () => sampleFile(serialiseGraph(GRAPH))

async function exported(ending: string, ...options: readonly string[]) {
  const path = await file()
  const out = join(dirname(path), `figure.${ending}`)
  const done = await entente('export', path, '--out', out, ...options)
  return { ...done, bytes: await readFile(out), left: await readdir(dirname(path)) }
}

const options = (more: Partial<FigureOptions>) => FigureOptions.parse({ legend: false, sources: false, ...more })

describe('entente export', () => {
  it('writes what the window would save, byte for byte', async () => {
    const { code, bytes, left } = await exported('svg', '--legend', '--sources', '--title', 'Mine')
    const figure = drawFigure(GRAPH, VIEWS[0] as View, options({ legend: true, sources: true, title: 'Mine' }))
    expect(code).toBe(0)
    expect(bytes.toString()).toBe(figure.svg)
    expect(left.sort()).toEqual(['figure.svg', 'sample.entente.json'])
  })

  it('writes a PNG of the asked width, the same bytes twice', async () => {
    const [one, other] = [await exported('png', '--width', '640'), await exported('png', '--width', '640')]
    expect(decodePng(one.bytes).width).toBe(640)
    expect(other.bytes.equals(one.bytes)).toBe(true)
    const figure = drawFigure(GRAPH, VIEWS[0] as View, options({ width: 640 }))
    expect((await figurePng(figure, { width: 640 })).equals(one.bytes)).toBe(true)
  })

  it('draws the named view, on its own date and clock unless told', async () => {
    const text = async (...more: string[]) => (await exported('svg', '--view', 'Dated', ...more)).bytes.toString()
    expect(await text()).toContain('Two states')
    expect(await text()).toContain('As claimed for 30 December 2024, by what had been published by then')
    expect(await text('--clock', 'recorded')).toContain(
      'As claimed for 30 December 2024, by what had been recorded by then'
    )
    expect(await text('--as-of', '2024-12-01')).toContain('As claimed for 1 December 2024')
    expect(await text('--title', '')).not.toContain('>Two states</text>')
  })

  it('replaces an older figure', async () => {
    const path = await file()
    const out = join(dirname(path), 'old.svg')
    await writeFile(out, 'old')
    expect((await entente('export', path, '--out', out)).code).toBe(0)
    expect(await readFile(out, 'utf8')).toMatch(/^<svg /)
  })

  it.each([
    ['no target', [], /Say where to write the figure/],
    ['another ending', ['--out', 'figure.pdf'], /does not end in \.svg or \.png/],
    ['only an ending', ['--out', '.png'], /does not end in \.svg or \.png/],
    ['no such view', ['--out', 'f.svg', '--view', 'None'], /no view “None”.*“Plain”, “Dated”/],
    ['no date', ['--out', 'f.svg', '--as-of', '2024-13'], /There is no month 13/],
    ['no clock', ['--out', 'f.svg', '--clock', 'moon'], /no such clock/],
    ['no width', ['--out', 'f.png', '--width', '1e3'], /no whole number from 200 to 12000/],
    ['too small', ['--out', 'f.png', '--width', '199'], /no whole number from 200 to 12000/],
    ['no theme', ['--out', 'f.svg', '--theme', 'blue'], /no such theme/],
    ['too long a title', ['--out', 'f.svg', '--title', 'x'.repeat(501)], /longer than 500/],
    ['an unknown option', ['--out', 'f.svg', '--classified'], /--classified/]
  ])('says how it is called: %s', async (_, argv, message) => {
    const { code, warned } = await entente('export', await file(), ...argv)
    expect(warned).toMatch(message)
    expect(warned).not.toMatch(/\bat .*:\d+/)
    expect(code).toBe(2)
  })

  it('says what is wrong with a file', async () => {
    const out = join(await folder(), 'f.svg')
    expect(await entente('export', await sampleFile('{"format":'), '--out', out)).toMatchObject({ code: 1 })
    expect(await entente('export', join(await folder(), 'none.json'), '--out', out)).toMatchObject({ code: 1 })
  })

  it('says why a figure cannot be written, and leaves nothing behind', async () => {
    const path = await file()
    const at = dirname(path)
    const nowhere = await entente('export', path, '--out', join(at, 'none', 'f.svg'))
    expect(nowhere).toMatchObject({ code: 1, warned: expect.stringMatching(/its folder is not there/) })
    await mkdir(join(at, 'folder.svg'))
    const taken = await entente('export', path, '--out', join(at, 'folder.svg'))
    expect(taken).toMatchObject({ code: 1, warned: expect.stringMatching(/is not a file/) })
    expect((await readdir(at)).sort()).toEqual(['folder.svg', 'sample.entente.json'])
  })
})
