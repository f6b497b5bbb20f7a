import { FigureOptions } from '@core/figure/figure-options'
import { makeScene } from '@core/figure/scene'
import type { Measure } from '@core/text/typesetting'
import { defaultView } from '@core/view/shown'
import { expect, it } from 'vitest'
import { WORST } from '../../bench/worst-graphs'

const measure: Measure = (text, size) => text.length * size * 0.55

// How long each takes is for `npm run bench -- worst`; here, that each comes to an end at all and says what is left out.
it.each([
  ['10 000 parallel relations', '10,000 parallel relations are drawn as one line with their number.'],
  ['complete graph of 100', 'The list has the first 500 of 4,950 relations.'],
  ['1 000 loops', '1,000 parallel relations are drawn as one line with their number.'],
  ['2 000 in one place', 'has no free place and is left out.\nSo it is with 2,980 more labels.'],
  ['3 000 lines as long as can be', '3,000 parallel relations are drawn as 100 lines, each with its number.']
])('a figure of %s is drawn, and says what it leaves out', { timeout: 120_000 }, (name, note) => {
  const graph = WORST[name]?.()
  if (!graph) throw new Error(`There is no graph of ${name}.`)
  const scene = makeScene(graph, defaultView(graph), FigureOptions.parse({ sources: true, legend: true }), measure)
  expect(scene.notes.join('\n')).toContain(note)
})
