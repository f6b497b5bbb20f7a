import { Origins } from '@core/evidence/origins'
import { Graph } from '@core/graph/graph'
import { basisChain, basisOf } from '@core/records/basis'
import { readDate } from '@core/records/dates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { source } from '../sample'

const IDS = Array.from({ length: 9 }, (_, at) => `s-${at}`)
const anySources = fc.tuple(
  ...IDS.map((id) =>
    fc
      .record({
        basedOn: fc.uniqueArray(fc.constantFrom(...IDS, 's-missing'), { maxLength: 3 }),
        published: fc.constantFrom('2019', '2020-05', '2024-12-08', undefined)
      })
      .map(({ basedOn, published }) =>
        source(id, { ...(basedOn.length > 0 && { basedOn }), ...(published && { published }) })
      )
  )
)

describe('what a source comes from', () => {
  it('is what a walk from each would find: the same roots, the earliest date, and common documents where there are any', () => {
    fc.assert(
      fc.property(anySources, fc.subarray(IDS), (sources, watched) => {
        const graph = Graph.of('', sources)
        const find = (id: string) => graph.get('source', id)
        const origins = Origins.of(graph, new Set(watched))
        const chains = new Map(IDS.map((id) => [id, basisChain([id], find)]))
        for (const [id, chain] of chains) {
          const { roots, publication, documents } = origins.ofAll([id])
          for (const root of [...chain].filter((one) => basisOf(find(one)).length === 0)) expect(roots).toContain(root)
          expect(roots.length).toBeGreaterThan(0)
          const firsts = [...chain].map((one) => readDate(find(one)?.published)?.extent.first ?? Infinity)
          expect(publication?.extent.first ?? Infinity).toBe(Math.min(...firsts))
          for (const one of watched) expect(documents.has(one)).toBe(chain.has(one) || roots.includes(one))
          for (const [other, others] of chains) {
            const theirs = origins.ofAll([other]).documents
            expect([...documents].some((one) => theirs.has(one))).toBe([...chain].some((one) => others.has(one)))
          }
        }
      })
    )
  })

  it('is found by one walk, however many ask: each source of a long chain is looked at a few times', () => {
    const length = 1000
    const chain = Array.from({ length }, (_, at) => source(`s-${at}`, at > 0 ? { basedOn: `s-${at - 1}` } : {}))
    const table = Graph.of('', chain).all('source')
    let looked = 0
    const counted = {
      get(id: string) {
        looked++
        return table.get(id)
      }
    }
    const origins = Origins.of({ all: () => counted } as unknown as Graph)
    for (let at = length - 1; at >= 0; at--) expect(origins.ofAll([`s-${at}`]).roots).toEqual(['s-0'])
    expect(looked).toBeLessThanOrEqual(2 * length)
  })
})
