import { linesOf, MOST_PARALLEL, type Tied } from '@core/drawing/lines'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const tied = (id: number, more: Partial<Tied> = {}): Tied => ({
  ...{ id: `r${id}`, from: 'a', to: 'b', word: 'owns', status: 'corroborated', symmetric: false },
  ...more
})
const many = (count: number, more: (at: number) => Partial<Tied> = () => ({})) =>
  Array.from({ length: count }, (_, at) => tied(at, more(at)))

describe('the lines of relations', () => {
  it('are one each, as long as they can be told apart', () => {
    const relations = many(MOST_PARALLEL)
    expect(linesOf(relations).map(({ id }) => id)).toEqual(relations.map(({ id }) => id))
  })

  it('are one for all beyond that, with their number', () => {
    expect(linesOf(many(10_000))).toMatchObject([{ from: 'a', to: 'b', word: '10,000 × owns', symmetric: false }])
  })

  it('say of a bundle how much of it is in doubt, and point one way only where all do', () => {
    const [line] = linesOf(
      many(30, (at) => ({
        ...(at === 3 && { from: 'b', to: 'a' }),
        ...(at > 26 && { status: 'denied' as const }),
        ...(at === 5 && { word: 'leads' })
      }))
    )
    expect(line).toMatchObject({ word: '30 relations, 3 in doubt', symmetric: true, marked: false })
    expect(linesOf(many(30, () => ({ status: 'denied' })))[0]).toMatchObject({ status: 'denied', marked: true })
  })

  it('bundle loops too', () => {
    expect(linesOf(many(1000, () => ({ to: 'a' })))).toMatchObject([{ from: 'a', to: 'a', word: '1,000 × owns' }])
  })

  it('stand for every relation once, whatever order they come in', () => {
    const end = fc.constantFrom('a', 'b', 'c')
    const relation = fc.record({ from: end, to: end, word: fc.constantFrom('owns', 'leads') })
    fc.assert(
      fc.property(fc.array(relation, { maxLength: 200 }), (found) => {
        const relations = found.map((one, at) => tied(at, one))
        const lines = linesOf(relations)
        expect(lines.flatMap(({ members }) => members.map(({ id }) => id)).sort()).toEqual(
          relations.map(({ id }) => id).sort()
        )
        const again = new Map(linesOf(relations.toReversed()).map((line) => [line.id, line]))
        for (const line of lines) expect(again.get(line.id)).toEqual(line)
      })
    )
  })
})
