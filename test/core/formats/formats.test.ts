import { readFileSync } from 'node:fs'
import { FigureOptions } from '@core/figure/figure-options'
import { makeScene } from '@core/figure/scene'
import {
  DEFAULT_FIGURE_FORMAT,
  FIGURE_FORMATS,
  figureFormat,
  figureFormatOf,
  figureFormatsFrom,
  GRAPH_FORMATS,
  OWN_FORMAT,
  targetsOf
} from '@core/formats/formats'
import { defaultView } from '@core/view/shown'
import { describe, expect, it } from 'vitest'
import { recordsOf, sampleGraph } from '../sample'

const all = [...GRAPH_FORMATS, ...FIGURE_FORMATS]

describe('the table of formats', () => {
  it('names each once, and no ending twice', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const endings = all.flatMap(({ extensions }) => extensions)
    expect(new Set(endings).size).toBe(endings.length)
    expect(GRAPH_FORMATS[0]?.id).toBe(OWN_FORMAT)
    expect(figureFormat(DEFAULT_FIGURE_FORMAT)).toBeDefined()
    expect(figureFormat('papyrus')).toBeUndefined()
  })

  it('finds a format by the end of a file’s name, if there is something before it', () => {
    expect(figureFormatOf('/a/b.PNG')?.id).toBe('png')
    expect(figureFormatOf('C:\\a\\b.svg')?.id).toBe('svg')
    for (const name of ['.png', '/a/.svg', 'png', 'a.pdf', 'a.png/b', '']) expect(figureFormatOf(name)).toBeUndefined()
  })

  it('offers the wanted one first, each ending as a line of the dialog', () => {
    expect(figureFormatsFrom('png').map(({ id }) => id)).toEqual(['png', 'svg'])
    expect(figureFormatsFrom('svg').flatMap(targetsOf)).toEqual([
      { label: 'Drawing (SVG)', extension: 'svg' },
      { label: 'Picture (PNG)', extension: 'png' }
    ])
    expect(GRAPH_FORMATS.filter(({ id }) => id === OWN_FORMAT).flatMap(targetsOf)).toEqual([
      { label: 'Entente graph', extension: 'entente.json' },
      { label: 'JSON', extension: 'json' }
    ])
  })

  it('is what README lists', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    for (const { short } of all) expect(readme).toContain(short)
  })

  it('reads what it writes', async () => {
    const graph = sampleGraph()
    for (const { read, write, loss } of GRAPH_FORMATS) {
      if (!read || !write || loss) continue
      const text = [...(await write())(graph)].join('')
      const parsed = (await read())(text)
      expect('graph' in parsed && recordsOf(parsed.graph)).toEqual(recordsOf(graph))
    }
  })

  it('writes a drawing of any figure', async () => {
    const graph = sampleGraph()
    const scene = makeScene(graph, defaultView(graph), FigureOptions.parse({}), (text, size) => text.length * size)
    for (const { write } of FIGURE_FORMATS) expect((await write())(scene)).toMatch(/^<svg/)
  })
})
