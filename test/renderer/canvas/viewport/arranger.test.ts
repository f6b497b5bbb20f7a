import { Graph } from '@core/graph/graph'
import { layoutOf } from '@core/layout/layouts'
import { defaultView, shown } from '@core/view/shown'
import { Arranger } from '@renderer/canvas/viewport/arranger'
import type { LayoutAnswer, LayoutRequest } from '@renderer/canvas/viewport/layout-worker'
import { Camera } from '@renderer/state/camera.svelte'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { BASES } from '../../sample'

const graph = Graph.of('Bases', BASES)
const all = shown(graph, defaultView(graph))

/** A worker that answers when the test says so: Happy DOM has none. */
class HeldWorker {
  static readonly made: HeldWorker[] = []
  onmessage: (event: { readonly data: LayoutAnswer }) => void = () => {}
  onerror: (event: { readonly message: string }) => void = () => {}
  asked: LayoutRequest | undefined
  isEnded = false

  constructor() {
    HeldWorker.made.push(this)
  }
  postMessage(request: LayoutRequest) {
    this.asked = request
  }
  terminate() {
    this.isEnded = true
  }
  /** Does what the real one does. */
  answer() {
    const { nodes, edges, fixed } = this.asked as LayoutRequest
    this.onmessage({ data: { places: layoutOf(undefined).run(nodes, edges, fixed, {}) } })
  }
}

let camera: Camera
let arranger: Arranger
const worker = () => HeldWorker.made.at(-1) as HeldWorker

beforeEach(() => {
  HeldWorker.made.length = 0
  vi.stubGlobal('Worker', HeldWorker)
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  camera = new Camera()
  arranger = new Arranger(camera)
})

describe('a layout', () => {
  it('places everything shown, leaves what is fixed, and asks for nothing that is not shown', async () => {
    const fixed = new Map([
      ['russia', { x: 7, y: 9 }],
      ['gone', { x: 0, y: 0 }]
    ])
    const places = arranger.run(all, fixed)
    expect([...(worker().asked?.fixed.keys() ?? [])]).toEqual(['russia'])
    worker().answer()
    expect([...((await places)?.keys() ?? [])].sort()).toEqual(['antonov', 'hmeimim', 'russia', 'tartus'])
    expect((await places)?.get('russia')).toMatchObject({ x: 7, y: 9 })
  })

  it('is told of only where it takes long, with how far it is', async () => {
    const places = arranger.run(all, new Map([['russia', { x: 0, y: 0 }]]))
    worker().onmessage({ data: { share: 0.4 } })
    expect(camera.arranging).toBeUndefined()
    vi.advanceTimersByTime(500)
    expect(camera.arranging).toMatchObject({ entities: 3, done: 1 })
    worker().onmessage({ data: { share: 1 } })
    expect(camera.arranging?.done).toBe(3)
    worker().answer()
    await places
    expect(camera.arranging).toBeUndefined()
  })

  it('that is stopped gives nothing, and the next one has a worker of its own', async () => {
    const stopped = arranger.run(all, new Map())
    vi.advanceTimersByTime(500)
    camera.arranging?.stop()
    expect(await stopped).toBeUndefined()
    expect([worker().isEnded, camera.arranging]).toEqual([true, undefined])
    const next = arranger.run(all, new Map())
    expect(HeldWorker.made).toHaveLength(2)
    worker().answer()
    expect((await next)?.size).toBe(4)
  })

  it('that is overtaken by another gives nothing', async () => {
    const first = arranger.run(all, new Map())
    const second = arranger.run(all, new Map())
    worker().answer()
    expect([await first, (await second)?.size]).toEqual([undefined, 4])
  })

  it('that fails says why, and is no longer shown as under way', async () => {
    const failed = arranger.run(all, new Map())
    vi.advanceTimersByTime(500)
    worker().onerror({ message: 'out of memory' })
    await expect(failed).rejects.toThrow('The layout failed: out of memory')
    expect(camera.arranging).toBeUndefined()
  })
})
