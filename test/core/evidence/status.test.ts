import { ruleOf, STATUS_RULES, statusOf, type Weighed } from '@core/evidence/status'
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
    voices: fc.integer({ min: 1, max: 3 }),
    stated: fc.boolean(),
    beyondParties: fc.boolean(),
    as: fc.constantFrom('now' as const, 'changed' as const, 'last-known' as const)
  })
  .map(({ supports, denies, uncertain, later, voices, stated, beyondParties, as }): Weighed => {
    const counted = supports + denies + uncertain
    return {
      // What is changed has two sides, and what was last known is not denied.
      as:
        counted === 0
          ? 'none'
          : (as === 'changed' && (denies === 0 || counted === denies)) || (as === 'last-known' && denies > 0)
            ? 'now'
            : as,
      beyondParties,
      supports: some(supports),
      denies: some(denies),
      uncertain: some(uncertain),
      weighed: some(counted + later) as never,
      stated,
      independent: Math.min(voices, supports),
      denyingVoices: Math.min(voices, denies),
      hedgingVoices: Math.min(voices, uncertain),
      undated: 0,
      unreadable: 0
    }
  })

describe('the rules of status', () => {
  it('exactly one holds, whatever was found', () => {
    fc.assert(
      fc.property(weighed, (found) => {
        expect(STATUS_RULES.filter(({ holds }) => holds(found)).map(({ id }) => id)).toEqual([statusOf(found)])
      })
    )
  })

  it('each can hold, has a name of its own and says something', () => {
    const seen = new Map(fc.sample(weighed, { numRuns: 3000, seed: 9 }).map((found) => [statusOf(found), found]))
    expect([...seen.keys()].sort()).toEqual(STATUS_RULES.map(({ id }) => id).sort())
    expect(new Set(STATUS_RULES.map(({ label }) => label)).size).toBe(STATUS_RULES.length)
    for (const status of seen.keys()) expect(ruleOf(status).words).toMatch(/^[A-Z].*\.$/)
  })
})
