import { apply, Change, diff, invert, merge, same } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import { readJson, writeJson } from '@core/text/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, entity, recordsOf, sampleGraph } from '../sample'

const graphAndChange = any.graph.chain((graph) => fc.tuple(fc.constant(graph), any.changeTo(graph)))
const twoChanges = graphAndChange.chain(([graph, first]) =>
  fc.tuple(fc.constant(graph), fc.constant(first), any.changeTo(applied(graph, first)))
)
const equal = (a: Graph, b: Graph) => {
  expect(recordsOf(a)).toEqual(recordsOf(b))
}

describe('the laws of change', () => {
  it('invert takes back what apply did', () => {
    fc.assert(
      fc.property(graphAndChange, ([graph, change]) => equal(applied(applied(graph, change), invert(change)), graph))
    )
  })

  it('invert twice is the change again', () => {
    fc.assert(
      fc.property(graphAndChange, ([graph, change]) =>
        equal(applied(graph, invert(invert(change))), applied(graph, change))
      )
    )
  })

  it('merge does at once what both do one after the other', () => {
    fc.assert(
      fc.property(twoChanges, ([graph, first, second]) =>
        equal(applied(graph, merge(first, second)), applied(applied(graph, first), second))
      )
    )
  })

  it('merging a change with its inverse leaves nothing to do', () => {
    fc.assert(
      fc.property(graphAndChange, ([, change]) => {
        expect(merge(change, invert(change)).edits).toEqual([])
      })
    )
  })

  it('diff leads from one graph to the other, and from a graph to itself it is empty', () => {
    fc.assert(
      fc.property(twoChanges, ([graph, first, second]) => {
        const other = applied(applied(graph, first), second)
        equal(applied(graph, diff(graph, other)), other)
        expect(diff(other, other).edits).toEqual([])
      })
    )
  })

  it('a change survives the journey as JSON', () => {
    fc.assert(
      fc.property(graphAndChange, ([graph, change]) => {
        const arrived = Change.parse(readJson(writeJson(change)))
        equal(applied(graph, arrived), applied(graph, change))
      })
    )
  })
})

describe('apply', () => {
  const russia = entity('e-russia', 'state', 'Russia')

  it('refuses when a record is not what the change says it was', () => {
    const graph = sampleGraph()
    const result = apply(graph, {
      label: 'Edit Russia',
      edits: [{ before: { ...russia, name: 'Rus' }, after: russia }]
    })
    expect(isRefusal(result) && result.refused).toContain('e-russia has changed')
    expect(isRefusal(apply(graph, { label: 'Add', edits: [{ after: russia }] }))).toBe(true)
    expect(isRefusal(apply(graph, { label: 'Remove', edits: [{ before: entity('nobody', 'state', 'X') }] }))).toBe(true)
  })

  it('refuses empty edits, a record twice, and one record becoming another', () => {
    const graph = sampleGraph()
    const made = entity('e-new', 'state', 'New')
    expect(isRefusal(apply(graph, { label: '', edits: [{}] }))).toBe(true)
    expect(isRefusal(apply(graph, { label: '', edits: [{ after: made }, { after: made }] }))).toBe(true)
    const before = graph.get('entity', 'e-russia')
    expect(before && isRefusal(apply(graph, { label: '', edits: [{ before, after: made }] }))).toBe(true)
  })

  it('leaves the graph that it was given as it was', () => {
    const graph = sampleGraph()
    const was = recordsOf(graph)
    applied(graph, { label: 'Add', edits: [{ after: entity('e-new', 'state', 'New') }] })
    expect(recordsOf(graph)).toEqual(was)
    expect(graph.get('entity', 'e-new')).toBeUndefined()
  })
})

describe('same', () => {
  it('does not mind the order of keys or fields that are undefined, but that of lists', () => {
    expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1, d: undefined })).toBe(true)
    expect(same([1, 2], [2, 1])).toBe(false)
    expect(same({ a: 1 }, { a: 1, b: null })).toBe(false)
    expect(same([], {})).toBe(false)
  })
})
