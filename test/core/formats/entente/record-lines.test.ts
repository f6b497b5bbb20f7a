import { linesOfFields } from '@core/formats/entente/record-lines'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { KINDS } from '@core/records/records'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../../arbitraries'

it('names the line of each record as it is written, one a line', () => {
  fc.assert(
    fc.property(any.graph, (graph) => {
      const text = serialiseGraph(graph)
      const lines = text.split('\n')
      const records = KINDS.filter((kind) => kind !== 'notSame').flatMap((kind) => [...graph.all(kind).values()])
      const found = linesOfFields(
        text,
        records.map(({ kind, id }) => ({ kind, id, path: ['id'] }))
      )
      for (const [at, { id }] of records.entries())
        expect(lines[(found[at] ?? 0) - 1]).toContain(`"id":${JSON.stringify(id)}`)
    })
  )
})

it('names the line of a field where a record has several, that of the record where it has no such field, and none without a record', () => {
  const text = `{"format":"entente-graph","version":1,
"entities":[
{"id":"a",
 "name":"A",
 "aliases":[{"text":"x"},
  {"text":"y"}]}],
"notSame":[["a","b"],
["c","d"]]}`
  const entity = { kind: 'entity', id: 'a' } as const
  expect(
    linesOfFields(text, [
      { ...entity, path: ['aliases', 1, 'text'] },
      { ...entity, path: ['name'] },
      { ...entity, path: ['summary'] },
      { ...entity, id: 'b', path: ['name'] },
      { kind: 'source', id: 'a', path: ['title'] }
    ])
  ).toEqual([6, 4, 3, undefined, undefined])
})
