import { type Box, overlaps } from '@core/drawing/box'
import { pointAt } from '@core/drawing/curve'
import { type Body, routesOf } from '@core/drawing/geometry'
import { bodyBox, type Labelling, type Labels, placeLabels } from '@core/drawing/place-labels'
import { SYMBOLS } from '@core/drawing/symbols'
import type { Measure } from '@core/text/typesetting'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const measure: Measure = (text, size) => [...text].length * size * 0.55

interface Place {
  readonly x: number
  readonly y: number
}

const NAMES = ['Russia', 'Hmeimim Air Base', 'Syrian Observatory for Human Rights', 'HTS', 'Ahmed al-Sharaa']

/** Bodies at these places, tied in a chain and crosswise, each line with a mark and a number. */
function labelling(places: readonly Place[]): Labelling {
  const bodies = new Map(
    places.map(({ x, y }, at): [string, Body] => [
      `e${at}`,
      { x, y, radius: 13 + (at % 4) * 3, outline: (SYMBOLS[at % SYMBOLS.length] as (typeof SYMBOLS)[number]).outline }
    ])
  )
  const ties = places.flatMap((_, at) => [
    { id: `r${at}`, from: `e${at}`, to: `e${(at + 1) % places.length}` },
    { id: `x${at}`, from: `e${at}`, to: `e${(at * 7) % places.length}` }
  ])
  return {
    bodies,
    curves: new Map([...routesOf(bodies, ties)].map(([id, { curve }]) => [id, curve])),
    names: places.map((_, at) => ({
      id: `e${at}`,
      name: NAMES[at % NAMES.length] ?? '',
      ...(at % 3 === 0 && { native: 'قاعدة حميميم' }),
      size: 12,
      weight: 500,
      priority: at % 2
    })),
    words: ties.map(({ id }) => ({
      id,
      word: 'withdraws from',
      size: 11,
      weight: 400,
      mark: 15,
      tab: '12',
      priority: 1
    }))
  }
}

const boxesOf = ({ names, words }: Labels): readonly Box[] =>
  [...names.values(), ...words.values()].map(({ box }) => box)

const places = fc.uniqueArray(fc.record({ x: fc.integer({ min: 0, max: 12 }), y: fc.integer({ min: 0, max: 8 }) }), {
  minLength: 2,
  maxLength: 24,
  selector: ({ x, y }) => `${x} ${y}`
})
const spaced = places.map((all) => all.map(({ x, y }) => ({ x: x * 70, y: y * 62 })))

describe('labels in a window', () => {
  it('touch neither each other nor a symbol', () => {
    fc.assert(
      fc.property(spaced, (all) => {
        const work = labelling(all)
        const boxes = boxesOf(placeLabels(work, { measure, crowded: 'drop' }))
        const symbols = [...work.bodies.values()].map(bodyBox)
        boxes.forEach((box, at) => {
          for (const other of [...boxes.slice(at + 1), ...symbols]) expect(overlaps(box, other)).toBe(false)
        })
      }),
      { numRuns: 30 }
    )
  })

  it('are all there or counted', () => {
    fc.assert(
      fc.property(spaced, (all) => {
        const work = labelling(all)
        const { names, words, dropped } = placeLabels(work, { measure, crowded: 'drop' })
        expect(names.size + words.size + dropped).toBe(work.names.length + work.words.length)
      }),
      { numRuns: 30 }
    )
  })

  it('keep the mark where the word has no room', () => {
    const work = labelling([
      { x: 0, y: 0 },
      { x: 110, y: 0 }
    ])
    const { words, shortened } = placeLabels(work, { measure, crowded: 'drop' })
    expect(shortened).toContain('r0')
    expect(words.get('r0')?.word).toBeUndefined()
    expect(words.get('r0')?.mark).toBeDefined()
  })

  it('give room to the most important first', () => {
    const near = [
      { x: 0, y: 0 },
      { x: 40, y: 0 }
    ]
    const blocked: Labelling = { ...labelling(near), words: [] }
    const crowd = (first: string): Labelling => ({
      ...blocked,
      bodies: new Map([...blocked.bodies, ...walls()]),
      names: blocked.names.map((name) => ({ ...name, priority: name.id === first ? 0 : 1 }))
    })
    for (const first of ['e0', 'e1'])
      expect([...placeLabels(crowd(first), { measure, crowded: 'drop' }).names.keys()]).toEqual([first])
  })

  it('stay where they stood while that is nearly as good', () => {
    const work: Labelling = { ...labelling([{ x: 0, y: 0 }]), curves: new Map(), words: [] }
    const before = placeLabels(work, { measure, crowded: 'drop' })
    const above = new Map([...before.names].map(([id, name]) => [id, { ...name, side: 'above' as const }]))
    const after = placeLabels(work, { measure, crowded: 'drop', before: { ...before, names: above } })
    expect(before.names.get('e0')?.side).toBe('right')
    expect(after.names.get('e0')?.side).toBe('above')
  })
})

/** Symbols round two others that leave room for one name, below. */
function walls(): readonly (readonly [string, Body])[] {
  const outline = (SYMBOLS[3] as (typeof SYMBOLS)[number]).outline
  const at = (x: number, y: number) => [`wall ${x} ${y}`, { x, y, radius: 22, outline }] as const
  return [-60, -20, 20, 60, 100].map((x) => at(x, -46)).concat([at(-46, 0), at(86, 0), at(-70, 46), at(110, 46)])
}

describe('labels in a figure', () => {
  it('are never left out, and those that touch something are named', () => {
    fc.assert(
      fc.property(spaced, (all) => {
        const work = labelling(all)
        const found = placeLabels(work, { measure, crowded: 'keep' })
        expect(found.dropped).toBe(0)
        const crowded = new Set([...found.crowdedNames, ...found.crowdedMessage])
        const free = [...found.names, ...found.words].filter(([id]) => !crowded.has(id))
        const symbols = [...work.bodies.values()].map(bodyBox)
        for (const [, { box }] of free) for (const symbol of symbols) expect(overlaps(box, symbol)).toBe(false)
        free.forEach(([, { box }], at) => {
          for (const [, other] of free.slice(at + 1)) expect(overlaps(box, other.box)).toBe(false)
        })
      }),
      { numRuns: 20 }
    )
  })

  it('leave a word to the list where only its number has room', () => {
    const found = placeLabels(
      labelling([
        { x: 0, y: 0 },
        { x: 110, y: 0 }
      ]),
      { measure, crowded: 'keep' }
    )
    expect(found.shortened).toContain('r0')
    expect(found.words.get('r0')?.tab?.text).toBe('12')
  })
})

describe('a word', () => {
  it('is level and stands on its line between 26 and 74 %', () => {
    fc.assert(
      fc.property(spaced, (all) => {
        const work = labelling(all)
        for (const [id, { t, box }] of placeLabels(work, { measure, crowded: 'keep' }).words) {
          expect(t).toBeGreaterThanOrEqual(0.26)
          expect(t).toBeLessThanOrEqual(0.74)
          const on = pointAt(work.curves.get(id) as never, t)
          expect(on.x).toBeCloseTo((box.left + box.right) / 2)
          expect(on.y).toBeCloseTo((box.top + box.bottom) / 2)
        }
      }),
      { numRuns: 30 }
    )
  })

  it('has its mark left of it and its number left of that', () => {
    const { words } = placeLabels(
      labelling([
        { x: 0, y: 0 },
        { x: 500, y: 40 }
      ]),
      { measure, crowded: 'keep' }
    )
    const { tab, mark, word } = words.get('r0') ?? {}
    expect(tab?.box.right).toBeLessThan((mark?.x ?? 0) - 7)
    expect(mark?.x).toBeLessThan((word?.x ?? 0) - 7)
  })
})

describe('placing', () => {
  it('gives the same for the same, in whatever order it comes', () => {
    fc.assert(
      fc.property(spaced, (all) => {
        const work = labelling(all)
        const turned = { ...work, names: [...work.names].reverse(), words: [...work.words].reverse() }
        const [one, other] = [work, turned].map((each) => placeLabels(each, { measure, crowded: 'drop' }))
        for (const [id, name] of (one as Labels).names) expect((other as Labels).names.get(id)).toEqual(name)
        for (const [id, word] of (one as Labels).words) expect((other as Labels).words.get(id)).toEqual(word)
      }),
      { numRuns: 30 }
    )
  })

  it('takes an empty graph', () => {
    const nothing = { bodies: new Map(), curves: new Map(), names: [], words: [] }
    expect(placeLabels(nothing, { measure, crowded: 'keep' }).dropped).toBe(0)
  })
})

describe('at the border of what is in sight', () => {
  const single = labelling([{ x: 60, y: 100 }])
  const atLeftBorder: Labelling = { ...single, curves: new Map(), words: [] }
  const before = { ...placeLabels(atLeftBorder, { measure, crowded: 'drop' }) }
  const onTheLeft = {
    ...before,
    names: new Map([...before.names].map(([id, name]) => [id, { ...name, side: 'left' as const }]))
  }

  it('a name is not cut, even where it stood before', () => {
    const sight = { left: 30, top: 0, right: 800, bottom: 600 }
    const free = placeLabels(atLeftBorder, { measure, crowded: 'drop', before: onTheLeft })
    expect(free.names.get('e0')?.side).toBe('left')
    const kept = placeLabels(atLeftBorder, { measure, crowded: 'drop', before: onTheLeft, sight })
    expect(kept.names.get('e0')?.side).toBe('right')
  })
})
