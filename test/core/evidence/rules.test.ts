import { RULES, ruleOf, statusOf, type Weighed } from '@core/evidence/rules'
import type { Claim } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim } from '../sample'

const some = (count: number): readonly Claim[] => Array.from({ length: count }, (_, at) => claim(`c-${at}`, 'r', {}))

/** What can be found of a relation: some of its claims count at the date, none at all may. */
const weighed = fc
  .record({
    supports: fc.nat(3),
    denies: fc.nat(3),
    uncertain: fc.nat(3),
    later: fc.nat(2),
    origins: fc.integer({ min: 1, max: 3 }),
    stated: fc.boolean()
  })
  .map(
    ({ supports, denies, uncertain, later, origins, stated }): Weighed => ({
      supports: some(supports),
      denies: some(denies),
      uncertain: some(uncertain),
      claims: supports + denies + uncertain + later,
      stated,
      independent: Math.min(origins, supports),
      denyingOrigins: Math.min(origins, denies),
      undated: 0,
      unreadable: 0
    })
  )

describe('the rules of status', () => {
  it('exactly one holds, whatever was found', () => {
    fc.assert(
      fc.property(weighed, (found) => {
        expect(RULES.filter(({ holds }) => holds(found)).map(({ id }) => id)).toEqual([statusOf(found)])
      })
    )
  })

  it('each can hold, has a name of its own and says something', () => {
    const seen = new Map(fc.sample(weighed, { numRuns: 3000, seed: 9 }).map((found) => [statusOf(found), found]))
    expect([...seen.keys()].sort()).toEqual(RULES.map(({ id }) => id).sort())
    expect(new Set(RULES.map(({ label }) => label)).size).toBe(RULES.length)
    for (const [status, found] of seen)
      expect(ruleOf(status).says({ ...found, status }, { asOf: '2024' })).toMatch(/^[A-Z].*\.$/)
  })
})
