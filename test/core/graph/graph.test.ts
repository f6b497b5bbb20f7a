import { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, entity, recordsOf, relation, sampleGraph } from '../sample'

const sorted = (ids: readonly string[]) => [...ids].sort()

describe('the indexes', () => {
  it('after any changes are those of a graph built anew', () => {
    const runs = any.graph.chain((graph) =>
      any
        .changeTo(graph)
        .chain((first) => fc.tuple(fc.constant(graph), fc.constant(first), any.changeTo(applied(graph, first))))
    )
    fc.assert(
      fc.property(runs, ([graph, first, second]) => {
        const changed = applied(applied(graph, first), second)
        const anew = Graph.of(changed.title, recordsOf(changed))
        for (const id of ['e-0', 'e-1', 'e-2', 'e-3', 'e-4', 'r-0', 'r-1', 'r-2', 'r-3', 's-0', 's-1', 's-2']) {
          expect(sorted(changed.relationsOf(id))).toEqual(sorted(anew.relationsOf(id)))
          expect(sorted(changed.claimsAbout(id))).toEqual(sorted(anew.claimsAbout(id)))
          expect(sorted(changed.claimsFrom(id))).toEqual(sorted(anew.claimsFrom(id)))
          expect(sorted(changed.claimsBasedOn(id))).toEqual(sorted(anew.claimsBasedOn(id)))
          expect(sorted(changed.sourcesBasedOn(id))).toEqual(sorted(anew.sourcesBasedOn(id)))
          expect(sorted(changed.pairsOf(id))).toEqual(sorted(anew.pairsOf(id)))
        }
      })
    )
  })

  it('name a self-loop once', () => {
    const loop = relation('r-loop', 'meets', 'e-1', 'e-1')
    const graph = Graph.of('', [entity('e-1', 'state', 'One'), loop])
    expect(graph.relationsOf('e-1')).toEqual(['r-loop'])
    expect(graph.with([{ before: loop }]).relationsOf('e-1')).toEqual([])
  })

  it('follow a relation whose end moves and a claim whose source changes', () => {
    const graph = sampleGraph()
    const before = relation('r-near', 'near', 'e-hmeimim', 'e-latakia')
    const moved = graph.with([{ before, after: { ...before, to: 'e-russia' } }])
    expect(moved.relationsOf('e-latakia')).toEqual([])
    expect(moved.relationsOf('e-russia')).toEqual(['r-operates', 'r-near'])
    const old = graph.get('claim', 'c-1') ?? claim('', '')
    const cited = graph.with([{ before: old, after: { ...old, source: 's-rt' } }])
    expect(cited.claimsFrom('s-wire')).toEqual([])
    expect(sorted(cited.claimsFrom('s-rt'))).toEqual(['c-1', 'c-2'])
    expect(sorted(cited.claimsAbout('r-operates'))).toEqual(['c-1', 'c-2'])
  })
})

describe('ids', () => {
  it('that are names of object properties are ordinary ids', () => {
    const graph = Graph.of('', [entity('__proto__', 'state', 'P'), entity('constructor', 'state', 'C')])
    expect(graph.get('entity', '__proto__')?.name).toBe('P')
    expect(graph.get('entity', 'toString')).toBeUndefined()
    expect(graph.relationsOf('valueOf')).toEqual([])
    expect(graph.all('entity').size).toBe(2)
  })

  it('that are used twice: the later record stays', () => {
    const graph = Graph.of('', [entity('a', 'state', 'First'), entity('a', 'state', 'Second')])
    expect(graph.get('entity', 'a')?.name).toBe('Second')
  })
})
