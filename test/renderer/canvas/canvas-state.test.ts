import { CanvasState } from '@renderer/canvas/canvas-state.svelte'
import { beforeEach, expect, test } from 'vitest'
import type { MainInMemory } from '../main-in-memory'
import { opens, openWindow } from '../window'

let canvas: CanvasState

let main: MainInMemory

beforeEach(async () => {
  const opened = await openWindow()
  main = opened.main
  canvas = new CanvasState(opened.app)
})

test('the canvas says how much it shows', () => {
  expect(canvas.summary).toBe('Graph of 4 entities and 4 relations')
  canvas.app.view.toggle('hiddenTypes', 'facility')
  expect(canvas.summary).toBe('Graph of 2 entities and 0 relations')
  canvas.app.view.toggle('hiddenTypes', 'state')
  expect(canvas.summary).toBe('Graph of 1 entity and 0 relations')
})

test('the focused entity is said by name, type and relations', () => {
  expect(canvas.said).toBe('')
  canvas.focused = 'russia'
  expect(canvas.said).toBe('Russia, State, 3 relations')
  canvas.focused = 'antonov'
  canvas.app.selection.selectEntities(['antonov'])
  expect(canvas.said).toBe('An-124 transports, Equipment, 1 relation, selected')
  canvas.app.view.toggle('hiddenTypes', 'equipment')
  expect(canvas.said).toBe('')
})

test('another view or another file is another picture', async () => {
  const before = canvas.shownId
  await opens(canvas.app, main, { handle: 'file-2' })
  expect(canvas.shownId).not.toBe(before)
})
