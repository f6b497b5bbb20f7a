import { evidence } from '@core/evidence/evidence'
import { Graph } from '@core/graph/graph'
import type { AnyRecord, Claim } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

const office = {
  kind: 'relationType',
  id: 'office-in',
  label: 'holds office in',
  inverse: 'has',
  membership: true
} as const
const base: readonly AnyRecord[] = [
  office,
  ...['minister', 'ministry', 'state', 'other'].map((id) => entity(id, 'state', id)),
  relation('r-office', 'office-in', 'minister', 'ministry'),
  relation('r-ministry', 'office-in', 'ministry', 'state'),
  relation('r', 'meets', 'state', 'other')
]

/** Whether the minister is a party to what he says of the state. */
function isParty(said: Partial<Claim>, published: string | undefined, ...memberships: readonly Claim[]): boolean {
  const own = claim('c', 'r', { source: 's', attributedTo: 'minister', ...said })
  const graph = Graph.of('', [...base, source('s', published === undefined ? {} : { published }), ...memberships, own])
  return evidence(graph, 'r').flags.includes('self-interest')
}
const held = (when?: string, more: Partial<Claim> = {}) =>
  claim(`m-${when}-${more.stance}`, 'r-office', { ...(when && { when }), ...more })
const year = fc.integer({ min: 2000, max: 2030 })

describe('a voice that belonged to an end for a time', () => {
  it('is a party for claims of that time, and of no other', () => {
    fc.assert(
      fc.property(year, year, year, year, (a, b, when, published) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const meets = (one: number) => from <= one && one <= to
        const found = isParty({ when: String(when) }, String(published), held(`${from}/${to}`))
        expect(found).toBe(meets(when) || meets(published))
      })
    )
  })

  it.each([
    ['2019/2021', '2020', true],
    ['2019/2021', '2023', false],
    ['2019/2021', '2018', false],
    ['2019/2021', '2015/2019', true],
    ['2019/..', '2023', true],
    ['2019/..', '2018', false],
    ['/2021', '2000', true],
    ['/2021', '2022', false],
    // Nobody says that it ended.
    ['2019/', '2023', true],
    ['2019', '2023', true],
    [undefined, '1990', true]
  ] as const)('held office %s, says something of %s: %s', (office, when, expected) => {
    expect(isParty({ when }, when, held(office))).toBe(expected)
  })

  it('is none after the next denial', () => {
    const left = held('2022', { stance: 'denies' })
    expect(isParty({ when: '2021' }, '2021', held('2019/'), left)).toBe(true)
    expect(isParty({ when: '2023' }, '2023', held('2019/'), left)).toBe(false)
    expect(isParty({ when: '2023' }, '2023', held('2019/'), left, held('2023'))).toBe(true)
  })

  it('belongs by way of others only while all of them belong', () => {
    const ministry = (when: string) => claim('m', 'r-ministry', { when })
    expect(isParty({ when: '2018/2023' }, '2018/2023', held('2019/2020'), ministry('2021/2022'))).toBe(false)
    expect(isParty({ when: '2018/2023' }, '2018/2023', held('2019/2021'), ministry('2021/2022'))).toBe(true)
  })

  it('is a party at any time where neither claim nor publication has a date', () => {
    expect(isParty({}, undefined, held('2019/2021'))).toBe(true)
    expect(isParty({}, '2020', held('2019/2021'))).toBe(true)
    expect(isParty({}, '2023', held('2019/2021'))).toBe(false)
  })
})
