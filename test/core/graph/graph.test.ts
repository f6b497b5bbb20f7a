import { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, claim, entity, recordsOf, relation, sampleGraph } from '../sample'

const sorted = (ids: readonly string[]) => [...ids].sort()

describe('the indexes', () => {
  it('after any changes are those of a graph built from its records', () => {
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
        for (const { name, aliases } of anew.all('entity').values())
          for (const text of [name, ...aliases.map((alias) => alias.text)])
            expect(sorted(changed.soundingLike(text))).toEqual(sorted(anew.soundingLike(text)))
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

describe('a graph that is built little by little', () => {
  const indexed = (graph: Graph) =>
    [...recordsOf(graph)].map(({ id }) => [
      id,
      graph.relationsOf(id),
      graph.claimsAbout(id),
      graph.claimsFrom(id),
      graph.claimsAttributedTo(id),
      graph.pairsOf(id)
    ])

  it('is the one that is made at once, whatever comes together and in how small pieces', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    fc.assert(
      fc.property(any.records, pieces, fc.integer({ min: 0, max: 5000 }), (records, sizes, expected) => {
        const builder = Graph.building('Title', new Map([['later', 1]]), expected)
        for (let at = 0, piece = 0; at < records.length; piece++) {
          const size = sizes[piece % sizes.length] ?? 1
          builder.add(records.slice(at, at + size))
          at += size
        }
        const [built, whole] = [builder.finish(), Graph.of('Title', records, new Map([['later', 1]]))]
        expect(recordsOf(built)).toEqual(recordsOf(whole))
        expect(indexed(built)).toEqual(indexed(whole))
        expect(built.entitiesOfType).toEqual(whole.entitiesOfType)
        expect([built.title, ...built.extra]).toEqual([whole.title, ...whole.extra])
      })
    )
  })

  it('lets the later of two records with one id stand, in the indexes and the counts as well', () => {
    const builder = Graph.building('', new Map(), 10)
    builder.add([entity('a', 'state', 'A'), entity('b', 'state', 'B'), relation('r', 'near', 'a', 'b')])
    builder.add([entity('b', 'place', 'B'), relation('r', 'near', 'a', 'a')])
    const graph = builder.finish()
    expect(graph.relationsOf('a')).toEqual(['r'])
    expect(graph.relationsOf('b')).toEqual([])
    expect([...graph.entitiesOfType]).toEqual([
      ['state', 1],
      ['place', 1]
    ])
  })
})

it('counts the entities of each type through every change', () => {
  const runs = any.graph.chain((graph) => fc.tuple(fc.constant(graph), any.changeTo(graph)))
  fc.assert(
    fc.property(runs, ([graph, change]) => {
      const changed = applied(graph, change)
      const types = [...changed.all('entity').values()].map(({ type }) => type)
      const counts = new Map(types.map((type) => [type, types.filter((each) => each === type).length]))
      expect(new Map(changed.entitiesOfType)).toEqual(counts)
    })
  )
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
