import type { LastSeen } from '@core/contract/contract'
import { expect, it } from 'vitest'
import { openGraph, openWindow, show } from '../window'
import LastSeenSample from './LastSeenSample.svelte'

const CAMERA = { zoom: 1.5, x: 40, y: -20 }

/** A file that was open before. */
async function openedAgain(lastSeen?: LastSeen) {
  const { app, main } = await openWindow()
  const answer = openGraph(main, { handle: 'file-2' })
  if (answer.outcome !== 'opened') throw new Error('not opened')
  await app.open(async () => ({ ...answer, graph: { ...answer.graph, ...(lastSeen && { lastSeen }) } }))
  return { app, main }
}

it('a file is opened at the view, and where the camera was, that one left', async () => {
  const { app } = await openedAgain({ view: 'v-2', camera: CAMERA })
  expect(app.view.record.id).toBe('v-2')
  expect(app.camera.takeWanted()).toEqual(CAMERA)
  expect(app.camera.takeWanted()).toBeUndefined()
})

it('where that view is gone it is opened as the first time', async () => {
  const { app } = await openedAgain({ view: 'v-gone', camera: CAMERA })
  expect(app.view.record.id).toBe((await openedAgain()).app.view.record.id)
  expect(app.camera.takeWanted()).toBeUndefined()
})

it('main hears of another view at once, and of the camera when it rests', async () => {
  const { app, main } = await openedAgain()
  show(app, LastSeenSample)
  const told = () => main.asks('graph:seen').at(-1)
  app.view.show('v-2')
  await expect.poll(told).toEqual({ handle: 'file-2', seen: { view: 'v-2' } })
  app.camera.sight = { ...CAMERA, zoom: 2 }
  app.camera.sight = CAMERA
  await expect.poll(told, { timeout: 2000 }).toEqual({ handle: 'file-2', seen: { view: 'v-2', camera: CAMERA } })
  expect(main.asks('graph:seen').filter((ask) => JSON.stringify(ask).includes('"zoom":2'))).toEqual([])
})
