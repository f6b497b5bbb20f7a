import { Graph } from '@core/graph/graph'
import { duplicatePairs } from '@core/queries/duplicate-pairs'
import type { Entity } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { entity, native, sampleGraph } from '../sample'

function alike(graph: Graph, theirs: readonly Entity[], most?: number) {
  const steps = duplicatePairs(graph, theirs, most === undefined ? {} : { most })
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

const ids = ({ pairs }: ReturnType<typeof alike>) => pairs.map(({ ours, theirs }) => [ours.id, theirs.id])

describe('duplicatePairs', () => {
  it('finds the same name in another spelling or script under another id, most alike first', () => {
    const found = alike(sampleGraph(), [
      entity('t-1', 'facility', 'Khmeimim'),
      entity('t-2', 'place', 'Latakia'),
      entity('t-3', 'place', 'Homs'),
      entity('t-4', 'person', 'Jolani', native('الجولاني'))
    ])
    expect(ids(found)[0]).toEqual(['e-latakia', 't-2'])
    expect(ids(found)).toContainEqual(['e-hmeimim', 't-1'])
    expect(ids(found).flat()).not.toContain('t-3')
    expect(found.count).toBe(found.pairs.length)
  })

  it('leaves out what was said to be two things', () => {
    const graph = sampleGraph().with([{ after: { kind: 'notSame', id: 'e-latakia t-2', pair: ['e-latakia', 't-2'] } }])
    expect(alike(graph, [entity('t-2', 'place', 'Latakia')]).count).toBe(0)
  })

  it('counts all and keeps the first', () => {
    const graph = Graph.of('', [entity('a', 'place', 'Latakia'), entity('b', 'place', 'Lattakia')])
    const found = alike(graph, [entity('c', 'place', 'Latakia')], 1)
    expect(found.count).toBe(2)
    expect(ids(found)).toEqual([['a', 'c']])
  })
})
