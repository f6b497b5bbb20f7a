import { diff } from '@core/change/change'
import { mergeThree } from '@core/change/merge-three'
import { faultAfter } from '@core/formats/entente/fault-after'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { chainOf, circlesIn } from '@core/graph/circles'
import { Graph } from '@core/graph/graph'
import type { EntityType } from '@core/records/records'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const MOST = 6
const parents = fc.array(fc.option(fc.nat(MOST - 1), { nil: undefined }), { minLength: MOST, maxLength: MOST })
const types = (of: readonly (number | undefined)[]): EntityType[] =>
  of.map((parent, at) => ({
    kind: 'entityType',
    id: `t-${at}`,
    label: `Type ${at}`,
    ...(parent !== undefined && { parent: `t-${parent}` })
  }))

/** By going up as often as there are types. */
function isInCircle(of: readonly (number | undefined)[], from: number): boolean {
  let at: number | undefined = from
  for (let steps = 0; at !== undefined && steps < MOST; steps++) {
    at = of[at]
    if (at === from) return true
  }
  return false
}

it('types that are kinds of themselves are found, and only these', () => {
  fc.assert(
    fc.property(parents, (of) => {
      const all = types(of)
      const found = [...circlesIn({ source: [], entityType: all })]
      expect(found.length > 0).toBe(of.some((_, at) => isInCircle(of, at)))
      for (const [at, type] of all.entries()) {
        const chain = chainOf(type, (id) => all.find((each) => each.id === id))
        expect(chain.has(type.id)).toBe(isInCircle(of, at))
      }
    })
  )
})

it('a file with a circle of types is told so by its type, and a change into one cannot be kept', () => {
  fc.assert(
    fc.property(parents, (of) => {
      const graph = Graph.of('', types(of))
      const plain = Graph.of('', types(of.map(() => undefined)))
      const isCircle = of.some((_, at) => isInCircle(of, at))
      const read = parseGraph(serialiseGraph(graph))
      expect('problems' in read && read.problems[0]?.message.includes('is a kind of itself')).toBe(isCircle)
      expect(faultAfter(graph, diff(plain, graph)) !== undefined).toBe(isCircle)
    })
  )
})

it('two sides that make a circle together give a graph without one', () => {
  fc.assert(
    fc.property(parents, parents, (one, other) => {
      fc.pre(![one, other].some((of) => of.some((_, at) => isInCircle(of, at))))
      const base = Graph.of('', types(one.map(() => undefined)))
      const { graph } = mergeThree(base, Graph.of('', types(one)), Graph.of('', types(other)))
      expect([...circlesIn({ source: [], entityType: graph.all('entityType').values() })]).toEqual([])
    })
  )
})
