import { mergeGraphs } from '@core/change/merge-graphs'
import { conflictsIn, forget, settle } from '@core/commands/conflicts'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, entity, RECORDS, recordsOf, relation, sampleGraph } from '../sample'

const base = sampleGraph()
const renamed = (name: string) => {
  const before = base.get('entity', 'e-russia')
  if (!before) throw new Error('no Russia')
  return base.with([{ before, after: { ...before, name } }])
}

describe('two files that come from the same one', () => {
  it('come together where each did something else', () => {
    const ours = base.with([{ after: relation('r-a', 'meets', 'e-sharaa', 'e-russia') }])
    const theirs = base.with([{ after: relation('r-b', 'meets', 'e-sharaa', 'e-hts') }])
    const { graph, conflicts, head } = mergeGraphs(base, ours, theirs)
    expect({ conflicts, head }).toEqual({ conflicts: 0, head: [] })
    expect([...graph.all('relation').keys()].sort()).toEqual(['r-a', 'r-b', 'r-leads', 'r-near', 'r-operates'])
  })

  it('keep both values where they did the same thing differently, until one is chosen', () => {
    const { graph } = mergeGraphs(base, renamed('Rossiya'), renamed('Rusko'))
    const again = parseGraph(serialiseGraph(graph))
    if (!('graph' in again)) throw new Error('cannot be read again')
    const [conflict, ...more] = conflictsIn(again.graph)
    expect(more).toEqual([])
    expect(conflict).toEqual({
      kind: 'entity',
      id: 'e-russia',
      field: 'name',
      ours: 'Rossiya',
      theirs: 'Rusko',
      taken: 'ours'
    })
    if (!conflict) return
    const decided = applied(
      applied(again.graph, settle(again.graph, conflict, 'theirs')),
      forget(again.graph, conflict)
    )
    expect(decided.get('entity', 'e-russia')?.name).toBe('Rusko')
    expect(serialiseGraph(decided)).not.toContain('"conflicts"')
  })

  it('take what only one side changed beside the records; where both did, ours stands and is named', () => {
    const titled = (title: string) => Graph.of(title, RECORDS, new Map([['later', title]]))
    const one = mergeGraphs(titled('A'), titled('A'), titled('B'))
    expect([one.graph.title, one.graph.extra.get('later'), one.head]).toEqual(['B', 'B', []])
    const both = mergeGraphs(titled('A'), titled('B'), titled('C'))
    expect([both.graph.title, [...both.head].sort()]).toEqual(['B', ['later', 'title']])
  })

  it('merge from nothing where both sides made the file', () => {
    const nothing = Graph.of('', [])
    const ours = Graph.of('', [...RECORDS, entity('e-a', 'state', 'A')])
    const theirs = Graph.of('', [...RECORDS, entity('e-b', 'state', 'B')])
    const { graph, conflicts } = mergeGraphs(nothing, ours, theirs)
    expect(conflicts).toBe(0)
    expect(graph.get('entity', 'e-a') && graph.get('entity', 'e-b')).toBeDefined()
  })
})

const three = any.graph.chain((graph) =>
  fc.tuple(fc.constant(graph), any.changeTo(graph), any.changeTo(graph)).map(([from, one, other]) => ({
    from,
    ours: soundOr(from, applied(from, one)),
    theirs: soundOr(from, applied(from, other))
  }))
)

/** Changes of any kind may leave ends loose, which no file can hold. */
const soundOr = (from: Graph, graph: Graph) => ('graph' in parseGraph(serialiseGraph(graph)) ? graph : from)

it('makes a file that can be read, from which the change leads back to ours', () => {
  fc.assert(
    fc.property(three, ({ from, ours, theirs }) => {
      const { graph, change } = mergeGraphs(from, ours, theirs)
      const read = parseGraph(serialiseGraph(graph))
      expect('graph' in read && recordsOf(read.graph).length).toBe(recordsOf(graph).length)
      expect(recordsOf(applied(ours, change))).toEqual(recordsOf(graph))
    })
  )
})

it('changes nothing where one side did nothing', () => {
  fc.assert(
    fc.property(three, ({ from, ours }) => {
      expect(recordsOf(mergeGraphs(from, ours, from).graph)).toEqual(recordsOf(ours))
      expect(recordsOf(mergeGraphs(from, from, ours).graph)).toEqual(recordsOf(ours))
    })
  )
})
