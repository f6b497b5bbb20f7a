import { MOST_ICONS } from '@core/figure/budget'
import { FigureOptions } from '@core/figure/figure-options'
import { makeScene } from '@core/figure/scene'
import { sceneToSvg } from '@core/figure/svg'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { defaultView } from '@core/view/shown'
import { expect, it } from 'vitest'

/** A figure of n entities, in places that need no layout. */
function figure(count: number) {
  const entities = Array.from({ length: count }, (_, at): AnyRecord => {
    return { kind: 'entity', id: `e${at}`, type: 'person', name: `Entity ${at}`, aliases: [] }
  })
  const graph = Graph.of('Many', [{ kind: 'entityType', id: 'person', label: 'Person' }, ...entities])
  const positions = entities.map(({ id }, at): [string, number, number] => [
    id,
    (at % 100) * 80,
    Math.floor(at / 100) * 80
  ])
  const view = { ...defaultView(graph), positions }
  const scene = makeScene(graph, view, FigureOptions.parse({}), (text, size) => text.length * size * 0.6)
  return { svg: sceneToSvg(scene), notes: scene.notes.join('\n') }
}

const icons = (svg: string) => svg.match(/stroke-linecap="round"/g)?.length ?? 0

it('symbols keep their icons as long as there are not too many, and the notes say when they have none', () => {
  const few = figure(MOST_ICONS)
  expect(icons(few.svg)).toBeGreaterThanOrEqual(MOST_ICONS)
  expect(few.notes).not.toContain('icons')
  const many = figure(MOST_ICONS + 1)
  // The legend has its own.
  expect(icons(many.svg)).toBe(1)
  expect(many.notes).toContain('Symbols have no icons: there are more than 3,000.')
})
