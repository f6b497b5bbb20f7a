import { faultAfter } from '@core/formats/entente/fault-after'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { type Edit, Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeTo, graph } from '../../arbitraries'
import { claim, entity, RECORDS, relation, source } from '../../sample'

const base = Graph.of('Base', RECORDS)
const fault = (...edits: readonly Edit[]) => {
  const change = { label: 'Any', edits }
  return faultAfter(base.with(edits), change)?.message
}
const record = (id: string) => RECORDS.find((record) => record.id === id)

describe('a change after which the file could not be opened', () => {
  test.each<[string, readonly Edit[], RegExp]>([
    ['takes an entity from its relation', [{ before: record('e-russia') }], /Entity e-russia cannot go: relation r-op/],
    ['takes a source from its claim', [{ before: record('s-rt') }], /Source s-rt cannot go: claim c-2 names it/],
    ['takes a source from a source', [{ before: record('s-wire') }], /Source s-wire cannot go/],
    ['takes a type in use', [{ before: record('facility') }], /Entity type facility cannot go/],
    ['takes a relation type in use', [{ before: record('leads') }], /Relation type leads cannot go/],
    ['takes one of a pair', [{ before: record('e-latakia') }], /Entity e-latakia cannot go/],
    [
      'ties a relation to nothing',
      [{ after: relation('r-9', 'meets', 'e-russia', 'e-x') }],
      /"to" names “e-x”, and there/
    ],
    ['is about nothing', [{ after: claim('c-9', 'x') }], /"about" names “x”, and there is no such relation or entity/],
    ['gives an id twice', [{ after: entity('c-1', 'state', 'Iran') }], /Entity c-1: claim c-1 has the same id/],
    ['bases a source on itself', [{ after: source('s-wire', { basedOn: 's-paper' }) }], /based on itself/],
    ['holds a name of 5 MB', [{ after: entity('e-9', 'state', 'x'.repeat(5_000_000)) }], /"name" is longer than 1 MiB/],
    [
      'holds a field that programs misread',
      [
        { after: JSON.parse('{"kind":"entity","id":"e-9","type":"state","name":"a","aliases":[],"x":{"__proto__":1}}') }
      ],
      /not allowed/
    ],
    [
      'names a pair by another id',
      [{ after: { kind: 'notSame', id: 'x', pair: ['e-russia', 'e-hts'] } }],
      /does not fit/
    ]
  ])('because it %s is told', (_why, edits, message) => {
    expect(fault(...edits)).toMatch(message)
  })

  test('is told apart from one that is whole', () => {
    expect(fault({ before: record('c-3') }, { before: record('r-leads') })).toBeUndefined()
    expect(fault({ after: claim('c-9', 'e-russia') })).toBeUndefined()
  })
})

test('for any change it says what reading the whole file would say', () => {
  const changed = graph.chain((from) => fc.tuple(fc.constant(from), changeTo(from)))
  fc.assert(
    fc.property(changed, ([from, change]) => {
      const after = from.with(change.edits)
      const isReadable = 'graph' in parseGraph(serialiseGraph(after))
      expect(faultAfter(after, change) === undefined).toBe(isReadable)
    }),
    { numRuns: 300 }
  )
})
