import { readFile } from 'node:fs/promises'
import { FigureOptions } from '@core/figure/figure-options'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { View } from '@core/records/records'
import { viewsOf } from '@core/view/shown'
import { drawFigure, figurePng } from '@main/figure/figure'
import { Studio } from '@main/figure/studio'
import { JsonStore } from '@main/stores/json-store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WORST } from '../../bench/worst-graphs'
import { adding, entity, sampleFile } from '../sample'
import { builtFigureThread } from './built-thread'

let thread: Awaited<ReturnType<typeof builtFigureThread>>
let studio: Studio

beforeAll(async () => {
  thread = await builtFigureThread()
  studio = new Studio(thread.entry)
})

afterAll(async () => {
  await studio.close()
  await thread.remove()
})

const VIEW: View = { kind: 'view', id: 'all', name: 'All', positions: [] }

it('draws what the command line draws, byte for byte: every view of the seed, and everything in it', {
  timeout: 120_000
}, async () => {
  const seed = new URL('../../../graph-seed/syria-2024.entente.json', import.meta.url)
  const file = parseGraph(await readFile(seed, 'utf8'))
  if (!('graph' in file)) throw new Error('The seed cannot be read.')
  for (const [at, view] of [...viewsOf(file.graph), VIEW].entries()) {
    const options = FigureOptions.parse({
      ...{ width: 600, sources: true, legend: true },
      ...(at % 3 === 1 && { asOf: '2024-12', clock: 'published' })
    })
    const figure = drawFigure(file.graph, view, options)
    const { bytes, ...sizes } = await studio.draw(file.graph, view, options, { as: 'file', format: 'svg' })
    expect(Buffer.from(bytes).toString()).toBe(figure.svg)
    expect(sizes).toMatchObject({ width: figure.width, height: figure.height, notes: figure.notes })
    if (at > 0) continue
    const png = await studio.draw(file.graph, view, options, { as: 'file', format: 'png' })
    expect((await figurePng(figure, options)).equals(png.bytes)).toBe(true)
  }
})

it('lets changes be saved while it draws', { timeout: 120_000 }, async () => {
  const graph = WORST['complete graph of 100']?.()
  if (!graph) throw new Error('There is no such graph.')
  const store = await JsonStore.open(await sampleFile(serialiseGraph(graph)), { idle: Infinity, poll: Infinity })
  let isDrawn = false
  const drawn = studio
    .draw(store.graph, VIEW, FigureOptions.parse({}), { as: 'file', format: 'svg' })
    .then((figure) => {
      isDrawn = true
      return figure
    })
  let saved = 0
  while (!isDrawn && saved < 10) {
    await store.commit(adding({ ...entity(`new-${saved}`, 'New'), type: 'organization' }))
    if (!isDrawn) saved++
  }
  expect(saved).toBe(10)
  // What came meanwhile is not in the picture.
  expect(Buffer.from((await drawn).bytes).toString()).not.toContain('New<')
  await store.close()
})

it('says so when it stops, and draws the next one all the same', { timeout: 120_000 }, async () => {
  const [slow, quick] = [WORST['complete graph of 100']?.(), WORST['1 000 loops']?.()]
  if (!slow || !quick) throw new Error('There is no such graph.')
  const broken = expect(
    studio.draw(slow, VIEW, FigureOptions.parse({}), { as: 'file', format: 'svg' })
  ).rejects.toThrow(/could not be drawn/)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await studio.close()
  await broken
  const { notes } = await studio.draw(quick, VIEW, FigureOptions.parse({}), { as: 'file', format: 'svg' })
  expect(notes).toContain('1,000 parallel relations are drawn as one line with their number.')
})
