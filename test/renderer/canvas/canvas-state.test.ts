import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { CanvasState } from '@renderer/canvas/canvas-state.svelte'
import { connect } from '@renderer/client'
import { createApp } from '@renderer/state/app.svelte'
import { beforeEach, expect, test } from 'vitest'
import { MainInMemory } from '../main-in-memory'
import { BASES } from '../sample'

let canvas: CanvasState

beforeEach(() => {
  const app = createApp(connect(new MainInMemory()))
  const text = serialiseGraph(Graph.of('Bases', BASES))
  app.opened({ outcome: 'opened', graph: { handle: 'h-1', name: 'bases.entente.json', merges: 0, text } })
  canvas = new CanvasState(app)
})

test('the canvas says how much it shows', () => {
  expect(canvas.summary).toBe('Graph of 4 entities and 4 relations')
  canvas.app.view.toggleType('facility')
  expect(canvas.summary).toBe('Graph of 2 entities and 0 relations')
  canvas.app.view.toggleType('state')
  expect(canvas.summary).toBe('Graph of 1 entity and 0 relations')
})

test('the focused entity is said by name, type and relations', () => {
  expect(canvas.said).toBe('')
  canvas.focused = 'russia'
  expect(canvas.said).toBe('Russia, State, 3 relations')
  canvas.focused = 'antonov'
  canvas.app.selection.selectEntities(['antonov'])
  expect(canvas.said).toBe('An-124 transports, Equipment, 1 relation, selected')
  canvas.app.view.toggleType('equipment')
  expect(canvas.said).toBe('')
})

test('another view or another file is another picture', () => {
  const before = canvas.shownId
  canvas.app.opened({
    outcome: 'opened',
    graph: { handle: 'h-2', name: 'b.json', merges: 0, text: serialiseGraph(Graph.of('Bases', BASES)) }
  })
  expect(canvas.shownId).not.toBe(before)
})
