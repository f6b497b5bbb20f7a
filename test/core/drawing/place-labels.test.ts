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

function standOnNothing(labels: Labels, { bodies }: Labelling) {
  const boxes = boxesOf(labels)
  const symbols = [...bodies.values()].map(bodyBox)
  boxes.forEach((box, at) => {
    for (const other of [...boxes.slice(at + 1), ...symbols]) expect(overlaps(box, other)).toBe(false)
  })
}

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
        standOnNothing(placeLabels(work, { measure, sweeps: 1 }), work)
      }),
      { numRuns: 30 }
    )
  })

  it('are all there or counted', () => {
    fc.assert(
      fc.property(spaced, (all) => {
        const work = labelling(all)
        const { names, words, leftOutNames, leftOutWords } = placeLabels(work, { measure, sweeps: 1 })
        expect([...names.keys(), ...leftOutNames].sort()).toEqual(work.names.map(({ id }) => id).sort())
        expect([...words.keys(), ...leftOutWords].sort()).toEqual(work.words.map(({ id }) => id).sort())
      }),
      { numRuns: 30 }
    )
  })

  it('keep the mark where the word has no room', () => {
    const work = labelling([
      { x: 0, y: 0 },
      { x: 110, y: 0 }
    ])
    const { words, shortened } = placeLabels(work, { measure, sweeps: 1 })
    expect(shortened).toContain('r0')
    expect(words.get('r0')?.word).toBeUndefined()
    expect(words.get('r0')?.mark).toBeDefined()
  })

  it('give room to the most important first', () => {
    const outline = (SYMBOLS[3] as (typeof SYMBOLS)[number]).outline
    const body = (x: number, y: number): Body => ({ x, y, radius: 13, outline })
    // Between the two is room for one name.
    const bodies = new Map([['e0', body(0, 0)] as const, ['e1', body(95, 0)] as const, ...walls(body)])
    const work = (first: string): Labelling => ({
      bodies,
      curves: new Map(),
      names: ['e0', 'e1'].map((id) => ({ id, name: 'Aleppo', size: 12, weight: 500, priority: id === first ? 0 : 1 })),
      words: []
    })
    for (const first of ['e0', 'e1'])
      expect([...placeLabels(work(first), { measure, sweeps: 1 }).names.keys()]).toEqual([first])
  })

  it('move for one that has no place, where they have another', () => {
    const outline = (SYMBOLS[3] as (typeof SYMBOLS)[number]).outline
    const body = (x: number, y: number) => ({ x, y, radius: 13, outline })
    const name = (id: string, priority: number) => ({ id, name: 'Aleppo', size: 12, weight: 500, priority })
    // The second has room only on its left, where the first would like to stand.
    const work: Labelling = {
      bodies: new Map([
        ['first', body(0, 0)],
        ['second', body(100, 0)],
        ...[
          [100, -42],
          [100, 42],
          [142, 0],
          [142, -42],
          [142, 42]
        ].map(([x = 0, y = 0], at): [string, Body] => [`wall ${at}`, body(x, y)])
      ]),
      curves: new Map(),
      names: [name('first', 0), name('second', 1)],
      words: []
    }
    const alone = placeLabels({ ...work, names: work.names.slice(0, 1) }, { measure, sweeps: 1 })
    expect(alone.names.get('first')?.side).toBe('right')
    const { names } = placeLabels(work, { measure, sweeps: 1 })
    expect(names.get('second')?.side).toBe('left')
    expect(names.get('first')?.side).toBe('below')
  })

  it('stay where they stood while that is nearly as good', () => {
    const work: Labelling = { ...labelling([{ x: 0, y: 0 }]), curves: new Map(), words: [] }
    const before = placeLabels(work, { measure, sweeps: 1 })
    const above = new Map([...before.names].map(([id, name]) => [id, { ...name, side: 'above' as const }]))
    const after = placeLabels(work, { measure, sweeps: 1, before: { ...before, names: above } })
    expect(before.names.get('e0')?.side).toBe('right')
    expect(after.names.get('e0')?.side).toBe('above')
  })
})

/** Symbols round two others that leave only the room between them. */
const walls = (body: (x: number, y: number) => Body): readonly (readonly [string, Body])[] =>
  [-42, 0, 47, 95, 137].flatMap((x) =>
    (x < 0 || x > 95 ? [-36, 0, 36] : [-36, 36]).map((y) => [`wall ${x} ${y}`, body(x, y)] as const)
  )

describe('labels in a figure', () => {
  it('find more room the more often they are gone over, and never stand on anything', () => {
    fc.assert(
      fc.property(spaced, (all) => {
        const work = labelling(all)
        const [once, often] = [1, 4].map((sweeps) => placeLabels(work, { measure, sweeps })) as [Labels, Labels]
        expect(often.names.size + often.words.size).toBeGreaterThanOrEqual(once.names.size + once.words.size)
        standOnNothing(often, work)
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
      { measure, sweeps: 4 }
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
        for (const [id, { t, box }] of placeLabels(work, { measure, sweeps: 4 }).words) {
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
      { measure, sweeps: 4 }
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
        const [one, other] = [work, turned].map((each) => placeLabels(each, { measure, sweeps: 1 }))
        for (const [id, name] of (one as Labels).names) expect((other as Labels).names.get(id)).toEqual(name)
        for (const [id, word] of (one as Labels).words) expect((other as Labels).words.get(id)).toEqual(word)
      }),
      { numRuns: 30 }
    )
  })

  it('takes an empty graph', () => {
    const nothing = { bodies: new Map(), curves: new Map(), names: [], words: [] }
    expect(placeLabels(nothing, { measure, sweeps: 4 }).leftOutNames).toEqual([])
  })
})

describe('at the border of what is in sight', () => {
  const single = labelling([{ x: 60, y: 100 }])
  const atLeftBorder: Labelling = { ...single, curves: new Map(), words: [] }
  const before = { ...placeLabels(atLeftBorder, { measure, sweeps: 1 }) }
  const onTheLeft = {
    ...before,
    names: new Map([...before.names].map(([id, name]) => [id, { ...name, side: 'left' as const }]))
  }

  it('a name is not cut, even where it stood before', () => {
    const sight = { left: 30, top: 0, right: 800, bottom: 600 }
    const free = placeLabels(atLeftBorder, { measure, sweeps: 1, before: onTheLeft })
    expect(free.names.get('e0')?.side).toBe('left')
    const kept = placeLabels(atLeftBorder, { measure, sweeps: 1, before: onTheLeft, sight })
    expect(kept.names.get('e0')?.side).toBe('right')
  })

  it('a word whose whole line is in sight is not cut: it leaves its mark, or goes', () => {
    const upright = labelling([
      { x: 60, y: 100 },
      { x: 60, y: 400 }
    ])
    const one: Labelling = { ...upright, words: upright.words.filter(({ id }) => id === 'r0') }
    const cutBy = (left: number) => {
      const sight = { left, top: 0, right: 800, bottom: 600 }
      const { words, shortened, leftOutWords } = placeLabels(one, { measure, sweeps: 1, sight })
      for (const { box } of left < 60 ? words.values() : []) expect(box.left).toBeGreaterThanOrEqual(left)
      return [words.size, shortened, leftOutWords]
    }
    expect(cutBy(-100)).toEqual([1, [], []])
    expect(cutBy(30)).toEqual([1, ['r0'], []])
    expect(cutBy(55)).toEqual([0, [], ['r0']])
    // A line that leads out of sight has its word where it always has it.
    expect(cutBy(70)).toEqual([1, [], []])
  })
})
