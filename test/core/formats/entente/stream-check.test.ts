import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { StreamCheck } from '@core/formats/entente/stream-check'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { KINDS } from '@core/records/records'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../../arbitraries'

const records = (graph: Graph): readonly AnyRecord[] => KINDS.flatMap((kind) => [...graph.all(kind).values()])

it('says of a graph that has lost a record what reading it says', () => {
  fc.assert(
    fc.property(any.graph, fc.nat(), (graph, at) => {
      const all = records(graph)
      const left = all.filter((_, index) => index !== at % Math.max(1, all.length))
      const check = new StreamCheck()
      for (const record of left) check.add(record)
      expect(check.isSound).toBe('graph' in parseGraph(serialiseGraph(Graph.of('', left))))
    }),
    { numRuns: 60 }
  )
})

it('knows circles of sources', () => {
  const source = (id: string, basedOn?: string): AnyRecord => ({
    ...{ kind: 'source', id, title: id, reliability: 'B' },
    ...(basedOn && { basedOn })
  })
  const soundness = (...all: AnyRecord[]) => {
    const check = new StreamCheck()
    for (const record of all) check.add(record)
    return check.isSound
  }
  expect(soundness(source('a', 'b'), source('b', 'c'), source('c'))).toBe(true)
  expect(soundness(source('a', 'b'), source('b', 'c'), source('c', 'a'))).toBe(false)
})
