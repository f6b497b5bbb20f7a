import { pointAt } from '@core/drawing/curve'
import { entityAt, handleOf, near, onHandle, relationAt } from '@renderer/canvas/input/hit'
import { NOTHING } from '@renderer/canvas/labels/labels'
import { HALO, ringRadius } from '@renderer/canvas/layers/rings'
import { Stage, symbolScale } from '@renderer/canvas/layers/stage'
import { describe, expect, test } from 'vitest'
import { relation } from '../../sample'
import { PLACES, pictureOfBases, stageOfBases } from '../picture-of-bases'

const body = (stage: ReturnType<typeof stageOfBases>, id: string) => {
  const found = stage.bodies.get(id)
  if (!found) throw new Error(`${id} is not on the stage`)
  return found
}
const curve = (stage: ReturnType<typeof stageOfBases>, id: string) => {
  const found = stage.curves.get(id)
  if (!found) throw new Error(`${id} is not on the stage`)
  return found
}

describe('the stage at a zoom', () => {
  test('shrinks symbols by the root and lets them grow to twice their size', () => {
    expect(symbolScale(1)).toBe(1)
    expect(symbolScale(0.25)).toBe(0.5)
    expect(symbolScale(9)).toBe(2)
  })

  test('spreads places apart, and symbols less', () => {
    const stage = stageOfBases()
    stage.zoomTo(2.25)
    expect(body(stage, 'hmeimim')).toMatchObject({ x: 675, y: 0, radius: 24 })
    stage.zoomTo(1)
    expect(body(stage, 'hmeimim')).toMatchObject({ x: 300, y: 0, radius: 16 })
  })

  test('draws every line at once, and has it find its way one after the other', () => {
    const stage = new Stage()
    stage.set(pictureOfBases(), PLACES)
    const middle = (id: string) => pointAt(curve(stage, id), 0.5)
    expect(middle('r-leaves')).toEqual(middle('r-operates'))
    const steps = stage.routeSteps()
    let count = 0
    while (!steps.next().done) count++
    expect(count).toBe(stage.curves.size)
    expect(middle('r-leaves').y).not.toBeCloseTo(middle('r-operates').y)
    expect(stage.routeSteps().next().done).toBe(true)
  })

  test('lets lines run as they did when something else is shown as well', () => {
    const stage = stageOfBases()
    const before = curve(stage, 'r-leaves')
    stage.set(pictureOfBases(), PLACES)
    expect(curve(stage, 'r-leaves')).toBe(before)
    stage.set(pictureOfBases(), new Map([...PLACES, ['hmeimim', { x: 300, y: 90 }]]))
    expect(curve(stage, 'r-leaves').to.y).toBeGreaterThan(before.to.y)
  })

  test('puts a loop that is added beside the one that is there, not over it', () => {
    const loop = (id: string) => relation(id, 'operates', 'russia', 'russia')
    const stage = stageOfBases(loop('loop-b'))
    stage.set(pictureOfBases(loop('loop-a'), loop('loop-b')), PLACES)
    const [one, other] = ['loop-a', 'loop-b'].map((id) => pointAt(curve(stage, id), 0.5))
    expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(20)
  })

  test('keeps parallel lines apart in the same shape', () => {
    const stage = stageOfBases()
    const gap = () => pointAt(curve(stage, 'r-leaves'), 0.5).y - pointAt(curve(stage, 'r-operates'), 0.5).y
    const before = gap()
    stage.zoomTo(2)
    expect(Math.abs(gap() / before - 2)).toBeLessThan(0.2)
  })

  test('ends lines outside the ring of what is selected, and at the symbol again afterwards', () => {
    const stage = stageOfBases()
    const end = () => Math.hypot(curve(stage, 'r-tartus').to.x - 0, curve(stage, 'r-tartus').to.y - 300)
    const before = end()
    stage.ring(new Set(['tartus']))
    expect(end()).toBeGreaterThanOrEqual(ringRadius(body(stage, 'tartus')) + HALO - 1)
    stage.ring(new Set())
    expect(end()).toBeCloseTo(before)
  })

  test('takes the lines of what is moved along, and no others', () => {
    const stage = stageOfBases()
    const other = curve(stage, 'r-seen')
    stage.move(new Map([['tartus', { x: 50, y: 400 }]]))
    expect(body(stage, 'tartus')).toMatchObject({ x: 50, y: 400 })
    expect(curve(stage, 'r-tartus').to.y).toBeGreaterThan(370)
    expect(curve(stage, 'r-seen')).toBe(other)
  })

  test('has a curve for a loop', () => {
    const stage = stageOfBases(relation('r-loop', 'operates', 'tartus', 'tartus'))
    const { from, to } = curve(stage, 'r-loop')
    expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeGreaterThan(1)
  })

  test('leaves out what has no place yet', () => {
    const stage = stageOfBases()
    stage.set(stage.picture, new Map([['russia', { x: 0, y: 0 }]]))
    expect([...stage.bodies.keys()]).toEqual(['russia'])
    expect(stage.curves.size).toBe(0)
  })
})

describe('what is under the pointer', () => {
  const stage = stageOfBases()

  test('is an entity inside its symbol', () => {
    expect(entityAt(stage, { x: 308, y: 5 })).toBe('hmeimim')
    expect(entityAt(stage, { x: 330, y: 5 })).toBeUndefined()
  })

  test('is the nearest line within a few pixels', () => {
    const { x, y } = pointAt(curve(stage, 'r-leaves'), 0.4)
    expect(relationAt(stage, NOTHING, { x, y: y + 3 })).toBe('r-leaves')
    expect(relationAt(stage, NOTHING, { x: 100, y: 150 })).toBeUndefined()
  })

  test('is the handle up to the right, which keeps its symbol hovered', () => {
    const hmeimim = body(stage, 'hmeimim')
    const handle = handleOf(hmeimim)
    expect(handle.x).toBeGreaterThan(hmeimim.x)
    expect(handle.y).toBeLessThan(hmeimim.y)
    expect(onHandle(hmeimim, handle)).toBe(true)
    expect(near(hmeimim, handle)).toBe(true)
    expect(onHandle(hmeimim, hmeimim)).toBe(false)
    expect(near(hmeimim, { x: handle.x + 60, y: handle.y })).toBe(false)
  })
})
