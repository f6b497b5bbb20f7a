import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { defaultView, shown } from '@core/view/shown'
import { type Picture, pictureOf } from '@renderer/canvas/layers/picture'
import { Stage } from '@renderer/canvas/layers/stage'
import type { Point } from '@renderer/state/shown-view.svelte'
import { BASES } from '../sample'

/** Every letter 6 px wide: as good as any font where only room matters. */
export const measure = (text: string) => text.length * 6

export const PLACES: ReadonlyMap<string, Point> = new Map([
  ['russia', { x: 0, y: 0 }],
  ['hmeimim', { x: 300, y: 0 }],
  ['tartus', { x: 0, y: 300 }],
  ['antonov', { x: 600, y: 40 }]
])

export function pictureOfBases(...more: readonly AnyRecord[]): Picture {
  const graph = Graph.of('Bases', [...BASES, ...more])
  return pictureOf(graph, shown(graph, defaultView(graph)))
}

export function stageOfBases(...more: readonly AnyRecord[]): Stage {
  const stage = new Stage()
  stage.set(pictureOfBases(...more), PLACES)
  const steps = stage.routeSteps()
  while (!steps.next().done);
  return stage
}
