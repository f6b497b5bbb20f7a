import { readFileSync } from 'node:fs'
import { around, type Box, overlaps } from '@core/drawing/box'
import type { Body } from '@core/drawing/geometry'
import { bodyBox, type Labels } from '@core/drawing/place-labels'
import { drawingOf } from '@core/figure/drawing'
import { figureContent } from '@core/figure/figure-content'
import { parseGraph } from '@core/formats/entente/parse'
import { Graph } from '@core/graph/graph'
import { layout } from '@core/layout/layout'
import { layoutInput } from '@core/layout/layout-input'
import type { AnyRecord, View } from '@core/records/records'
import { shown } from '@core/view/shown'
import { viewDate } from '@core/view/view-date'
import { measureText } from '@main/figure/metrics'
import { NOTHING, placeSteps } from '@renderer/canvas/labels/labels'
import { emphasisOf } from '@renderer/canvas/layers/emphasis'
import { pictureOf } from '@renderer/canvas/layers/picture'
import { Stage } from '@renderer/canvas/layers/stage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entity, relation } from '../sample'

/** What the window has for the graph, px: at 1440 × 900, and at 1024 × 640. */
const CANVASES = [
  { width: 834, height: 834 },
  { width: 662, height: 574 }
] as const

/** Free space that the camera leaves round what it fits, px. */
const PADDING = 24

function seed(): Graph {
  const file = parseGraph(readFileSync('graph-seed/syria-2024.entente.json', 'utf8'))
  if ('problems' in file) throw new Error(file.problems.map(({ message }) => message).join('\n'))
  return file.graph
}

/** A graph with a view that holds all of it, laid out. */
function laidOut(records: readonly AnyRecord[]): readonly [Graph, View] {
  const graph = Graph.of('Synthetic', records)
  const all: View = { kind: 'view', id: 'all', name: 'All', positions: [] }
  const { nodes, edges } = layoutInput(shown(graph, all))
  return [graph, { ...all, positions: [...layout(nodes, edges)].map(([id, { x, y }]) => [id, x, y] as const) }]
}

const NAMES = ['Iran', 'Ahmed al-Sharaa', 'Syrian Observatory for Human Rights', 'هيئة تحرير الشام', 'HTS', 'Москва']
const entities = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    entity(`e${at}`, at % 3 === 0 ? 'state' : 'facility', `${NAMES[at % NAMES.length]} ${at}`)
  )
const tie = (from: number, to: number) => relation(`r-${from}-${to}`, 'operates', `e${from}`, `e${to}`)

const STAR = () => [...entities(61), ...Array.from({ length: 60 }, (_, at) => tie(0, at + 1))]
const GRID = () => [
  ...entities(64),
  ...Array.from({ length: 64 }, (_, at) => [
    ...(at % 8 < 7 ? [tie(at, at + 1)] : []),
    ...(at < 56 ? [tie(at, at + 8)] : [])
  ]).flat()
]
const TANGLE = () => [
  ...entities(40),
  ...Array.from({ length: 120 }, (_, at) => [at % 40, (at * at * 7 + 3 * at + 1) % 40] as const)
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => [from, to] as const)
    .filter((pair, at, all) => all.findIndex((other) => other.join() === pair.join()) === at)
    .map(([from, to]) => tie(from, to))
]

const GRAPHS: readonly (readonly [string, () => readonly (readonly [Graph, View])[]])[] = [
  ['the views of the seed', () => [...seed().all('view').values()].map((view) => [seed(), view] as const)],
  ['a star', () => [laidOut(STAR())]],
  ['a grid', () => [laidOut(GRID())]],
  ['a tangle', () => [laidOut(TANGLE())]]
]

const distance = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a.left - b.right, b.left - a.right), Math.max(0, a.top - b.bottom, b.top - a.bottom))

/** What reads wrong, in words. */
function wrong(bodies: ReadonlyMap<string, Body>, { names, words }: Labels): readonly string[] {
  const labels = [...names, ...words].map(([id, { box }]) => ({ id, box }))
  const symbols = [...bodies].map(([id, body]) => ({ id, box: bodyBox(body) }))
  return [
    ...labels.flatMap(({ id, box }, at) => [
      ...symbols.filter((symbol) => overlaps(symbol.box, box)).map((symbol) => `${id} stands on ${symbol.id}`),
      ...labels.slice(at + 1).flatMap((other) => (overlaps(other.box, box) ? [`${id} stands on ${other.id}`] : []))
    ]),
    ...[...names].flatMap(([id, { box }]) => {
      const own = distance(box, bodyBox(bodies.get(id) as Body))
      return symbols.flatMap((symbol) =>
        symbol.id !== id && distance(box, symbol.box) <= own ? [`${id} is named beside ${symbol.id}`] : []
      )
    })
  ]
}

function finished<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** A view as the window stages it, with everything in sight. */
function fitted(graph: Graph, view: View, { width, height }: (typeof CANVASES)[number]) {
  const stage = new Stage()
  stage.set(pictureOf(graph, shown(graph, view)), new Map(view.positions.map(([id, x, y]) => [id, { x, y }])))
  finished(stage.routeSteps())
  const fits = (zoom: number) => {
    stage.zoomTo(zoom)
    const box = around([...stage.bodies.values()].map(bodyBox)) as Box
    return box.right - box.left <= width - 2 * PADDING && box.bottom - box.top <= height - 2 * PADDING
  }
  let zoom = 1
  while (!fits(zoom) && zoom > 0.1) zoom -= 0.02
  const box = around([...stage.bodies.values()].map(bodyBox)) as Box
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  return { stage, sight: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 } }
}

const labelled = (stage: Stage, sight: Box, selected: readonly string[] = []) => {
  const emphasis = emphasisOf(stage.picture, new Set(selected), undefined)
  stage.ring(emphasis.selectedEntities)
  return finished(placeSteps(stage, emphasis, sight, measureText, NOTHING))
}

describe.each(GRAPHS)('in %s no label stands on anything or beside a symbol that is not its own', (_name, graphs) => {
  test.each(CANVASES)('in the window, $width × $height', (canvas) => {
    for (const [graph, view] of graphs()) {
      const { stage, sight } = fitted(graph, view, canvas)
      expect(wrong(stage.bodies, labelled(stage, sight).labels)).toEqual([])
    }
  })

  test('at any zoom, whatever is selected', () => {
    const [graph, view] = graphs().at(-1) as readonly [Graph, View]
    const ids = view.positions.map(([id]) => id)
    fc.assert(
      fc.property(fc.double({ min: 0.12, max: 2, noNaN: true }), fc.subarray(ids, { maxLength: 3 }), (zoom, chosen) => {
        const { stage, sight } = fitted(graph, view, CANVASES[0])
        stage.zoomTo(zoom)
        const { labels } = labelled(stage, sight, chosen)
        expect(wrong(stage.obstacles(), labels)).toEqual([])
      }),
      { numRuns: 12 }
    )
  })

  test('in the figure, and what is left out is in the notes', () => {
    for (const [graph, view] of graphs()) {
      const content = figureContent(graph, view, viewDate(view))
      const { bodies, labels } = drawingOf(content, view, true, measureText)
      expect(wrong(bodies, labels)).toEqual([])
      expect(labels.names.size + labels.leftOutNames.length).toBe(content.entities.length)
    }
  })
})

test('nearly all names of the seed find a place all the same', () => {
  const counts = CANVASES.map((canvas) =>
    [...seed().all('view').values()].reduce<readonly [number, number]>(
      ([named, all], view) => {
        const { stage, sight } = fitted(seed(), view, canvas)
        return [named + labelled(stage, sight).labels.names.size, all + stage.bodies.size]
      },
      [0, 0]
    )
  )
  const [large, small] = counts.map(([named, all]) => named / all) as [number, number]
  expect(large).toBeGreaterThan(0.9)
  expect(small).toBeGreaterThan(0.65)
})
