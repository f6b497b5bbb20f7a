import { followWheel } from '@renderer/canvas/input/wheel'
import { NOTHING } from '@renderer/canvas/labels/labels'
import { Framing } from '@renderer/canvas/viewport/framing'
import { Viewport } from '@renderer/canvas/viewport/viewport'
import { LEAST_ZOOM, MOST_ZOOM } from '@renderer/state/camera.svelte'
import type { Point } from '@renderer/state/shown-view.svelte'
import cytoscape from 'cytoscape'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { stageOfBases } from '../picture-of-bases'

// Happy DOM lays nothing out, and its wheel has neither units nor a place.
const room = document.createElement('div')
Object.defineProperties(room, { clientWidth: { value: 300 }, clientHeight: { value: 150 } })
room.style.padding = '0px'
beforeEach(() => document.body.append(room))
Object.assign(WheelEvent, { DOM_DELTA_PIXEL: 0, DOM_DELTA_LINE: 1 })

const viewportOf = (zoom = 1, pan: Point = { x: 0, y: 0 }) => {
  const limits = { minZoom: LEAST_ZOOM, maxZoom: MOST_ZOOM }
  return new Viewport(cytoscape({ container: room, headless: true, ...limits, zoom, pan: { ...pan } }))
}

const zooms = fc.double({ min: LEAST_ZOOM, max: MOST_ZOOM, noNaN: true })
const spot = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })
/** Where a point of the picture is on the screen. */
const onScreen = (viewport: Viewport, point: Point) => {
  const { x, y } = viewport.drawn(point)
  return { x: x + viewport.pan.x, y: y + viewport.pan.y }
}

describe('the viewport', () => {
  it('moves to where a point is in the middle', () => {
    fc.assert(
      fc.property(zooms, zooms, spot, spot, (before, zoom, pan, centre) => {
        const viewport = viewportOf(before, pan)
        viewport.moveTo(zoom, centre, true)
        expect(viewport.zoom).toBeCloseTo(zoom)
        expect(onScreen(viewport, centre).x).toBeCloseTo(viewport.width / 2)
        expect(onScreen(viewport, centre).y).toBeCloseTo(viewport.height / 2)
      })
    )
  })

  it('zooms round a point that keeps its place, and never beyond its limits', () => {
    fc.assert(
      fc.property(zooms, fc.double({ min: 0.01, max: 100, noNaN: true }), spot, (before, factor, at) => {
        const viewport = viewportOf(before)
        const point = { x: at.x / before, y: at.y / before }
        viewport.zoomRound(at, factor)
        expect(viewport.zoom).toBeCloseTo(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, before * factor)))
        expect(onScreen(viewport, point).x).toBeCloseTo(at.x, 3)
        expect(onScreen(viewport, point).y).toBeCloseTo(at.y, 3)
      })
    )
  })

  it('tells of each zoom and each move, and hands out no pan that changes later', () => {
    const viewport = viewportOf()
    const [zoomed, panned] = [vi.fn(), vi.fn()]
    viewport.onZoom(zoomed)
    viewport.onPan(panned)
    const { pan } = viewport
    viewport.panBy(5, 7)
    expect([zoomed, panned].map((heard) => heard.mock.calls.length)).toEqual([0, 1])
    viewport.zoomRound({ x: 0, y: 0 }, 2)
    expect(zoomed).toHaveBeenCalledOnce()
    expect(pan).toEqual({ x: 0, y: 0 })
    expect(viewport.pan).not.toEqual(pan)
  })

  it('glides, and stays where it has got to when it is stopped', async () => {
    const viewport = viewportOf()
    viewport.zoomTo(2)
    await vi.waitFor(() => expect(viewport.zoom).toBeGreaterThan(1))
    viewport.stop()
    const { zoom } = viewport
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(viewport.zoom).toBe(zoom)
  })
})

describe('framing', () => {
  it('shows everything, and nothing larger than it is', async () => {
    const viewport = viewportOf(3)
    const stage = stageOfBases()
    await new Framing(viewport, stage, () => NOTHING).fitFirst(async () => {})
    expect(viewport.zoom).toBeLessThanOrEqual(1)
    for (const { x, y } of stage.bodies.values()) {
      const at = onScreen(viewport, { x, y })
      expect(at.x > 0 && at.x < viewport.width && at.y > 0 && at.y < viewport.height).toBe(true)
    }
  })

  it('does not move for what is in sight already', () => {
    const viewport = viewportOf(1, { x: 100, y: 75 })
    const { pan } = viewport
    new Framing(viewport, stageOfBases(), () => NOTHING).reveal(['russia'])
    expect(viewport.pan).toEqual(pan)
  })

  it('goes to what is out of sight, at the zoom that it has', async () => {
    const viewport = viewportOf(1, { x: 100, y: 75 })
    new Framing(viewport, stageOfBases(), () => NOTHING).reveal(['antonov'])
    await vi.waitFor(() => expect(onScreen(viewport, { x: 600, y: 40 }).x).toBeCloseTo(viewport.width / 2, 0))
    expect(viewport.zoom).toBe(1)
  })
})

describe('the wheel', () => {
  const wheeled = (options: WheelEventInit) => {
    const viewport = viewportOf()
    const root = document.createElement('div')
    const ends = new AbortController()
    followWheel(root, viewport, ends.signal)
    const event = Object.assign(new WheelEvent('wheel', { cancelable: true, ...options }), { clientX: 20, clientY: 10 })
    if (options.ctrlKey) Object.defineProperty(event, 'ctrlKey', { value: true })
    root.dispatchEvent(event)
    return { viewport, root, ends, event }
  }

  it('zooms in when turned away, out when turned near, and does not scroll the page', () => {
    expect(wheeled({ deltaY: -50 }).viewport.zoom).toBeGreaterThan(1)
    const { viewport, event } = wheeled({ deltaY: 50 })
    expect(viewport.zoom).toBeLessThan(1)
    expect(event.defaultPrevented).toBe(true)
  })

  it('takes a free wheel for one notch', () => {
    expect(wheeled({ deltaY: -5000 }).viewport.zoom).toBe(wheeled({ deltaY: -120 }).viewport.zoom)
  })

  it('zooms further by a pinch, whose steps are smaller', () => {
    expect(wheeled({ deltaY: -10, ctrlKey: true }).viewport.zoom).toBeGreaterThan(
      wheeled({ deltaY: -10 }).viewport.zoom
    )
  })

  it('ends with the canvas', () => {
    const { viewport, root, ends } = wheeled({ deltaY: -50 })
    const { zoom } = viewport
    ends.abort()
    root.dispatchEvent(new WheelEvent('wheel', { deltaY: -50 }))
    expect(viewport.zoom).toBe(zoom)
  })
})
