import { ReferenceCheck } from '@core/formats/entente/reference-check'
import { Graph } from '@core/graph/graph'
import { referenceProblems, type Sections } from '@core/graph/references'
import { type AnyRecord, KINDS } from '@core/records/records'
import { describe, expect, it } from 'vitest'
import { claim, entity, RECORDS, relation, source } from '../../sample'

const isSound = (records: readonly AnyRecord[]) => {
  const graph = Graph.of('Sample', records)
  const check = new ReferenceCheck(graph)
  return records.every((record) => check.areSound(record))
}

const hasWords = (records: readonly AnyRecord[]) => {
  const sections = new Map(KINDS.map((kind) => [kind, records.filter((record) => record.kind === kind)]))
  return referenceProblems(Object.fromEntries(sections) as unknown as Sections, new Map()).length > 0
}

describe('the check of references', () => {
  it('finds nothing wrong with a sound graph', () => {
    expect(isSound(RECORDS)).toBe(true)
    expect(hasWords(RECORDS)).toBe(false)
  })

  it.each<readonly [string, AnyRecord]>([
    ['an entity of no type', entity('e-x', 'nothing', 'X')],
    ['a relation of no type', relation('r-x', 'nothing', 'e-russia', 'e-hts')],
    ['a relation from nobody', relation('r-x', 'operates', 'e-x', 'e-hts')],
    ['a relation to nobody', relation('r-x', 'operates', 'e-russia', 'e-x')],
    ['a claim about nothing', claim('c-x', 'r-x')],
    ['a claim from no source', claim('c-x', 'e-russia', { source: 's-x' })],
    ['a claim that rests on no source', claim('c-x', 'e-russia', { basedOn: 's-x' })],
    ['a source that rests on none', source('s-x', { basedOn: 's-y' })],
    ['two that share an id', source('e-russia')],
    ['a pair with nobody', { kind: 'notSame', id: 'e-russia e-x', pair: ['e-russia', 'e-x'] }]
  ])('finds %s, as the check that has the words does', (_what, record) => {
    expect(hasWords([...RECORDS, record])).toBe(true)
    expect(isSound([...RECORDS, record])).toBe(false)
  })

  it.each(RECORDS.map(({ kind, id }) => [kind, id] as const))('finds whether others name %s %s', (kind, id) => {
    const left = RECORDS.filter((record) => record.kind !== kind || record.id !== id)
    expect(isSound(left)).toBe(!hasWords(left))
  })
})
