import { Ranking, rankingOf } from '@core/queries/ranking'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied } from '../sample'

it('puts the best connected first, equals by id, and follows every change', () => {
  const runs = any.graph.chain((graph) => fc.tuple(fc.constant(graph), any.changeTo(graph)))
  fc.assert(
    fc.property(runs, ([graph, change]) => {
      const ranking = new Ranking()
      for (const id of graph.all('entity').keys()) ranking.add(graph, [id])
      expect([...ranking]).toEqual([...rankingOf(graph)])
      const changed = applied(graph, change)
      ranking.update(change, changed)
      const degree = (id: string) => changed.relationsOf(id).length
      const expected = [...changed.all('entity').keys()].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1))
      expect([...ranking]).toEqual(expected)
    })
  )
})
