import { Graph } from '@core/graph/graph'
import { neighbours, relationsAt, relationsBetween } from '@core/queries/neighbours'
import { otherEnd } from '@core/records/relation-ends'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../arbitraries'
import { entity, relation } from '../sample'

const graph = Graph.of('', [
  ...['a', 'b', 'c', 'd'].map((id) => entity(id, 'state', id.toUpperCase())),
  relation('r2', 'meets', 'b', 'a'),
  relation('r1', 'meets', 'a', 'b'),
  relation('r3', 'leads', 'a', 'b'),
  relation('r4', 'meets', 'c', 'a'),
  relation('r5', 'meets', 'a', 'a'),
  relation('r6', 'meets', 'a', 'gone')
])
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id)

it('are the entities at the other end, either way round, each once and by id', () => {
  expect(ids(neighbours(graph, 'a'))).toEqual(['b', 'c'])
  expect(ids(neighbours(graph, 'b'))).toEqual(['a'])
  expect(neighbours(graph, 'd')).toEqual([])
  expect(neighbours(graph, 'nobody')).toEqual([])
})

it('relations at and between entities come by id, whichever way they point', () => {
  expect(ids(relationsAt(graph, 'a'))).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6'])
  expect(ids(relationsBetween(graph, 'a', 'b'))).toEqual(['r1', 'r2', 'r3'])
  expect(ids(relationsBetween(graph, 'b', 'a'))).toEqual(['r1', 'r2', 'r3'])
  expect(ids(relationsBetween(graph, 'a', 'a'))).toEqual(['r5'])
  expect(relationsBetween(graph, 'b', 'c')).toEqual([])
  expect(otherEnd(relation('r', 'meets', 'x', 'y'), 'y')).toBe('x')
})

it('to be a neighbour is mutual', () => {
  fc.assert(
    fc.property(any.graph, (made) => {
      for (const id of made.all('entity').keys())
        for (const other of neighbours(made, id)) expect(ids(neighbours(made, other.id))).toContain(id)
    }),
    { numRuns: 50 }
  )
})
