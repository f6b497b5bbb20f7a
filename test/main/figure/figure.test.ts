import { FigureOptions } from '@core/figure/figure-options'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, View } from '@core/records/records'
import { drawFigure, figurePng, pngHeight } from '@main/figure/figure'
import { describe, expect, it } from 'vitest'
import { entity, RECORDS } from '../sample'
import { colourAt, decodePng, inked } from './decode-png'

const VIEW: View = {
  kind: 'view',
  id: 'v',
  name: 'Bases',
  title: 'Two states',
  positions: [
    ['russia', 0, 0],
    ['syria', 320, 60],
    ['only', 0, 0]
  ]
}

const options = (more: Partial<FigureOptions> = {}) => FigureOptions.parse({ width: 900, ...more })
const graph = (records: readonly AnyRecord[] = RECORDS) => Graph.of('Sample', records)

describe('a figure', () => {
  it('is the same bytes every time, as SVG and as PNG', async () => {
    const [one, other] = [drawFigure(graph(), VIEW, options()), drawFigure(graph(), VIEW, options())]
    expect(other.svg).toBe(one.svg)
    expect((await figurePng(one, options())).equals(await figurePng(other, options()))).toBe(true)
  })

  it('is a PNG of exactly the asked width and the height that is foretold', async () => {
    const figure = drawFigure(graph(), VIEW, options())
    for (const width of [200, 721, 1600]) {
      const picture = decodePng(await figurePng(figure, { width }))
      expect([picture.width, picture.height]).toEqual([width, pngHeight(figure, { width })])
    }
  })

  it('is light, dark, or without a background', async () => {
    const corner = async (theme: FigureOptions['theme']) => {
      const picture = decodePng(await figurePng(drawFigure(graph(), VIEW, options({ theme })), options()))
      expect(inked(picture, 0, 0, picture.width, picture.height)).toBeGreaterThan(2000)
      return colourAt(picture, 0, 0)
    }
    expect(await corner('light')).toBe('ffffffff')
    expect(await corner('dark')).toBe('15171aff')
    expect(await corner('transparent')).toBe('00000000')
  })

  it('refuses to be larger than can be made, and says so', async () => {
    const figure = { ...drawFigure(graph(), VIEW, options()), height: 30_000 }
    await expect(figurePng(figure, { width: 12_000 })).rejects.toThrow(/pixels, more than can be made/)
  })
})

describe('the letters of a figure', () => {
  /** Columns that hold ink right of the symbol of the only entity, within a band of lines round its name's middle. */
  async function inkOf(name: string, above = 10, below = 10): Promise<readonly number[]> {
    const shown = options({ legend: false, sources: false })
    const figure = drawFigure(graph([entity('only', name)]), { ...VIEW, title: '' }, shown)
    const [, x, y] = /<g transform="translate\(([\d.-]+) ([\d.-]+)\)"><g><path/.exec(figure.svg) ?? []
    const scale = 900 / figure.width
    const picture = decodePng(await figurePng(figure, options()))
    const [top, bottom] = [(Number(y) - above) * scale, (Number(y) + below) * scale]
    const columns: number[] = []
    for (let column = Math.ceil((Number(x) + 17) * scale); column < picture.width; column++)
      for (let n = inked(picture, column, top, column + 1, bottom); n > 0; n--) columns.push(column)
    return columns
  }

  it.each(['Russia', 'Россия', 'هيئة تحرير الشام', 'ישראל'])('are there: %s', async (name) => {
    expect((await inkOf(name)).length).toBeGreaterThan(100)
  })

  it('of Arabic are joined: the word is narrower than its letters apart', async () => {
    const joined = await inkOf('بببب')
    const apart = await inkOf('ب\u200Cب\u200Cب\u200Cب')
    expect(Math.max(...joined) - Math.min(...joined)).toBeLessThan(Math.max(...apart) - Math.min(...apart))
  })

  it('of Arabic run from right to left: the tall first letter stands on the right', async () => {
    const word = await inkOf('ابببب')
    const tall = await inkOf('ابببب', 10, -4)
    expect(tall.length).toBeGreaterThan(0)
    expect(Math.min(...tall)).toBeGreaterThan((Math.min(...word) + Math.max(...word)) / 2)
  })

  it('are boxes for what no bundled font holds, and the notes name entity and signs', async () => {
    expect((await inkOf('漢字 GraphSession')).length).toBeGreaterThan(0)
    const notesOf = (name: string) => drawFigure(graph([entity('only', name)]), VIEW, options()).notes
    expect(notesOf('漢字 GraphSession 😀')).toEqual([
      'The name of 漢字 GraphSession 😀 is drawn with boxes, as no font here has 漢 字.'
    ])
    expect(notesOf('Team 👩‍👩‍👧‍👦 North ⚓ 🇩🇪🦅 هيئة ישראל Жуков')).toEqual([])
    const many = Array.from({ length: 30 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    expect(notesOf(many).join()).toContain('and 22 more')
  })

  it('of a name with a little picture are all there: nothing stands on what follows it', async () => {
    const [alone, family] = [await inkOf('North'), await inkOf('👩‍👩‍👧‍👦 North')]
    expect(family.length).toBeGreaterThan(alone.length)
    const width = (columns: readonly number[]) => Math.max(...columns) - Math.min(...columns)
    expect(width(family)).toBeGreaterThan(width(alone) + 10)
  })
})
