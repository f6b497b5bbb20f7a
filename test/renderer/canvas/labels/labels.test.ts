import { overlaps } from '@core/drawing/box'
import { bodyBox } from '@core/drawing/place-labels'
import { nameAt, relationAt } from '@renderer/canvas/input/hit'
import {
  hoveredSteps,
  NOTHING,
  nameDrift,
  type Placement,
  placeSteps,
  standing,
  wordDrift
} from '@renderer/canvas/labels/labels'
import { emphasisOf, hoverOf } from '@renderer/canvas/layers/emphasis'
import type { Stage } from '@renderer/canvas/layers/stage'
import { describe, expect, test } from 'vitest'
import { entity, relation } from '../../sample'
import { measure, stageOfBases } from '../picture-of-bases'

const SIGHT = { left: -1000, top: -1000, right: 1000, bottom: 1000 }
const placed = (stage: Stage, entities: readonly string[] = [], chosen?: string) =>
  finished(placeSteps(stage, emphasisOf(stage.picture, new Set(entities), chosen), SIGHT, measure, NOTHING))
const hovered = (stage: Stage, id: string | undefined, rest: Placement) =>
  finished(hoveredSteps(stage, hoverOf(stage.picture, id), SIGHT, measure, rest))
const wordOn = (placement: ReturnType<typeof placed>, id: string) => placement.labels.words.get(id)

function finished<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

describe('labels at rest', () => {
  test('name every entity and every relation that has room, on top of nothing', () => {
    const stage = stageOfBases()
    const { labels, hidden } = placed(stage)
    expect([...labels.names.keys()].sort()).toEqual(['antonov', 'hmeimim', 'russia', 'tartus'])
    expect(wordOn(placed(stage), 'r-leaves')?.word?.text).toBe('withdraws from')
    expect(hidden).toBe(0)
    const boxes = [...labels.names.values(), ...labels.words.values()].map(({ box }) => box)
    boxes.push(...[...stage.bodies.values()].map(bodyBox))
    for (const [at, box] of boxes.entries())
      for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false)
  })

  test('mark what is in doubt left of its word, and not what is corroborated', () => {
    const placement = placed(stageOfBases())
    const leaves = wordOn(placement, 'r-leaves')
    expect(leaves?.mark?.x).toBeLessThan(leaves?.word?.x ?? 0)
    expect(wordOn(placement, 'r-operates')).not.toHaveProperty('mark')
  })

  test('lose their words first from far away; doubt stays, and what went is counted', () => {
    const stage = stageOfBases()
    stage.zoomTo(0.5)
    const { labels, hidden } = placed(stage)
    expect(labels.names.size).toBe(4)
    expect([...labels.words.keys()].sort()).toEqual(['r-leaves', 'r-tartus'])
    expect([...labels.words.values()].every(({ word }) => word === undefined)).toBe(true)
    expect(hidden).toBe(4)
  })

  test('leave a hub without a name rather than name it beside another symbol, and show it on a card when asked', () => {
    const leaves = Array.from({ length: 40 }, (_, at) => entity(`leaf-${at}`, 'state', `Leaf number ${at}`))
    const ties = leaves.map(({ id }) => relation(`r-${id}`, 'operates', 'russia', id))
    const stage = stageOfBases(...leaves, ...ties)
    const crowd = leaves.map(({ id }, at): [string, { x: number; y: number }] => {
      const [angle, far] = [at * 2.4, 40 + at * 3]
      return [id, { x: far * Math.cos(angle), y: far * Math.sin(angle) }]
    })
    stage.set(stage.picture, new Map([['russia', { x: 0, y: 0 }], ...crowd]))
    stage.zoomTo(0.6)
    const rest = placed(stage)
    expect(rest.labels.names.has('russia')).toBe(false)
    expect(rest.hidden).toBeGreaterThan(40)
    for (const id of ['russia', 'leaf-0', 'leaf-20']) {
      const { labels, cards } = hovered(stage, id, rest)
      expect([...rest.labels.names.keys(), ...labels.names.keys()]).toContain(id)
      if (!rest.labels.names.has(id)) expect([...cards]).toEqual([id])
    }
    const tie = hovered(stage, 'r-leaf-0', rest)
    expect(tie.labels.words.get('r-leaf-0')?.word?.text).toBe('operates')
  })
})

describe('labels of a selection', () => {
  test('leave words to the neighbourhood, and the marks of doubt to the rest', () => {
    const placement = placed(stageOfBases(), ['hmeimim'])
    expect(wordOn(placement, 'r-seen')?.word?.text).toBe('seen at')
    expect(wordOn(placement, 'r-tartus')?.word).toBeUndefined()
    expect(wordOn(placement, 'r-tartus')?.mark).toBeDefined()
    expect(placement.labels.names.has('tartus')).toBe(true)
  })

  test('stand clear of the ring, with the native name below', () => {
    const stage = stageOfBases()
    const name = placed(stage, ['hmeimim']).labels.names.get('hmeimim')
    expect(name?.lines.map(({ text }) => text)).toContain('قاعدة حميميم الجوية')
    const ring = stage.obstacles().get('hmeimim')
    expect(ring && name && overlaps(bodyBox(ring), name.box)).toBe(false)
    expect(placed(stage).labels.names.get('hmeimim')?.lines).toHaveLength(1)
  })

  test('write the selected relation larger and bolder', () => {
    const wide = (id?: string) => wordOn(placed(stageOfBases(), [], id), 'r-leaves')?.box
    const [rest, chosen] = [wide(), wide('r-leaves')]
    expect((chosen?.bottom ?? 0) - (chosen?.top ?? 0)).toBeGreaterThan((rest?.bottom ?? 0) - (rest?.top ?? 0))
  })
})

describe('labels between two looks', () => {
  test('stay with what they belong to while it moves', () => {
    const stage = stageOfBases()
    const placement = placed(stage)
    expect(nameDrift('tartus', placement, stage)).toEqual({ x: 0, y: 0 })
    stage.move(new Map([['tartus', { x: 40, y: 330 }]]))
    expect(nameDrift('tartus', placement, stage)).toEqual({ x: 40, y: 30 })
    expect(wordDrift('r-tartus', placement, stage).y).toBeGreaterThan(10)
    expect(nameDrift('russia', placement, stage)).toEqual({ x: 0, y: 0 })
  })

  test('are found under the pointer where they are drawn', () => {
    const stage = stageOfBases()
    const placement = placed(stage)
    const middle = ({ left, right, top, bottom }: { left: number; right: number; top: number; bottom: number }) => ({
      x: (left + right) / 2,
      y: (top + bottom) / 2
    })
    const name = placement.labels.names.get('tartus')
    const word = placement.labels.words.get('r-seen')
    expect(name && nameAt(stage, placement, middle(name.box))).toBe('tartus')
    expect(word && relationAt(stage, placement, middle(word.box))).toBe('r-seen')
    stage.move(new Map([['tartus', { x: 0, y: 500 }]]))
    expect(name && nameAt(stage, placement, middle(name.box))).toBeUndefined()
  })

  test('come out for what is hovered where there was no room at this zoom', () => {
    const stage = stageOfBases()
    stage.zoomTo(0.54)
    const rest = placed(stage)
    const { labels } = hovered(stage, 'antonov', rest)
    expect(labels.words.get('r-seen')?.word?.text).toBe('seen at')
    expect(labels.words.has('r-tartus')).toBe(false)
    expect(hovered(stage, undefined, rest)).toBe(NOTHING)
  })
})

test('what is gone is not named any more, before anything has a new place', () => {
  const stage = stageOfBases()
  const placement = placed(stage)
  const without = stageOfBases()
  without.bodies.delete('tartus')
  without.curves.delete('r-tartus')
  const left = standing(placement, without)
  expect(left.labels.names.has('tartus')).toBe(false)
  expect(left.labels.words.has('r-tartus')).toBe(false)
  expect(left.labels.names.size).toBe(placement.labels.names.size - 1)
})
