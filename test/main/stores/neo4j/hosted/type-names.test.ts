import type { AnyRecord } from '@core/records/records'
import { TypeNames } from '@main/stores/neo4j/hosted/type-names'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const entityType = (id: string): AnyRecord => ({ kind: 'entityType', id, label: id })
const relationType = (id: string): AnyRecord => ({ kind: 'relationType', id, label: id, inverse: id })
const adding = (...records: readonly AnyRecord[]) => ({ edits: records.map((after) => ({ after })) })

test('a name is what one would write in Cypher', () => {
  const names = TypeNames.none.after(adding(entityType('armed-group'), relationType('allied-with'), entityType('دولة')))
  expect(names.of('entityType', 'armed-group')).toBe('ArmedGroup')
  expect(names.of('relationType', 'allied-with')).toBe('ALLIED_WITH')
  expect(names.of('entityType', 'دولة')).toBe('دولة')
  expect(names.relationTypeOf('ALLIED_WITH')).toBe('allied-with')
})

test('two ids that would have the same name have two', () => {
  const names = TypeNames.none.after(adding(entityType('a-b'), entityType('A-B'), entityType('a.b')))
  expect(['a-b', 'A-B', 'a.b'].map((id) => names.of('entityType', id))).toEqual(['AB', 'AB_2', 'AB_3'])
})

test('whatever the id, the name is one of ours and harms no other, and reading it back gives the same names', () => {
  const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 8 }), (ids) => {
      const names = TypeNames.none.after(adding(...ids.map(entityType), ...ids.map(relationType)))
      const rows = ids.flatMap((id) =>
        (['entityType', 'relationType'] as const).map((kind) => ({ kind, id, name: names.of(kind, id) }))
      )
      for (const { name } of rows) expect(name).toMatch(/^(?!Entente|ENTENTE_)\p{L}[\p{L}\p{M}\p{N}_]*$/u)
      expect(new Set(rows.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(rows.length)
      const read = TypeNames.read(rows)
      for (const { kind, id, name } of rows) expect(read?.of(kind, id)).toBe(name)
    })
  )
})

test('a name stays when others come and go, and making the same change known again alters nothing', () => {
  const one = TypeNames.none.after(adding(entityType('a-b'), entityType('A-B')))
  const without = one.after({ edits: [{ before: entityType('a-b') }] })
  expect(without.of('entityType', 'A-B')).toBe('AB_2')
  expect(() => without.of('entityType', 'a-b')).toThrow(RangeError)
  expect(one.after(adding(entityType('a-b'))).of('entityType', 'a-b')).toBe('AB')
})

test('names that another tool has changed in the database are refused', () => {
  const row = { kind: 'entityType', id: 'a' } as const
  for (const name of ['a`) DETACH DELETE n //', 'EntenteGraph', '', null, 7])
    expect(TypeNames.read([{ ...row, name }])).toBeUndefined()
  expect(
    TypeNames.read([
      { ...row, name: 'A' },
      { ...row, id: 'b', name: 'A' }
    ])
  ).toBeUndefined()
})
