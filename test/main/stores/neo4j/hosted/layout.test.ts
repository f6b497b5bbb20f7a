import { same } from '@core/change/change'
import { type AnyRecord, notSameId } from '@core/records/records'
import { columnsOf, decode, encode, writtenOf } from '@main/stores/neo4j/hosted/layout'
import fc from 'fast-check'
import neo4j from 'neo4j-driver'
import { expect, test } from 'vitest'
import { record } from '../../../../core/arbitraries'
import { edtf, noDate } from '../../../../core/arbitrary-dates'
import { claim, entity, RECORDS } from '../../../../core/sample'

/** What a database gives back: what is there of the columns, and whole numbers as numbers. */
function throughDatabase(record: AnyRecord) {
  const row = encode(record)
  const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
  const there = columnsOf(record.kind).filter((column) => row[column] !== undefined)
  const found = Object.fromEntries(there.map((column) => [column, plain(row[column])]))
  const ends = record.kind === 'relation' ? { type: record.type, from: record.from, to: record.to } : {}
  const pair = record.kind === 'notSame' ? { pair: record.pair } : {}
  return decode(record.kind, { ...found, ...ends, ...pair })
}

const comesBack = (record: AnyRecord) => {
  const decoded = throughDatabase(record)
  expect(decoded).toHaveProperty('record')
  if ('record' in decoded) expect(same(decoded.record, record)).toBe(true)
}

test('every kind of record comes back', () => {
  const pair: AnyRecord = { kind: 'notSame', id: notSameId('e-a', 'e-b'), pair: ['e-a', 'e-b'] }
  for (const one of [...RECORDS, pair]) comesBack(one)
})

test('any record comes back', () => {
  fc.assert(fc.property(record, comesBack))
})

test('what stands in the place of a date comes back, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(noDate, edtf, fc.constantFrom('a\0b', '\ud800')), (value) => {
      comesBack({ ...claim('c-1', 'e-1'), when: value, recorded: value ?? null })
      comesBack({ ...entity('e-1', 'state', 'A'), period: value })
      comesBack({ kind: 'source', id: 's-1', title: 'S', reliability: 'A', published: value })
    })
  )
  expect(encode(claim('c-1', 'e-1', { when: 'soon', recorded: 7 }))).toMatchObject({
    when: 'soon',
    more: '{"recorded":7}'
  })
})

test('a date that another tool has made a date of the database is read as its text', () => {
  const row = { id: 'e-1', type: 'state', name: 'A' }
  for (const more of [{}, { more: '{"aliases":[]}' }]) {
    const decoded = decode('entity', { ...row, ...more, period: new neo4j.types.Date(2024, 12, 8) })
    expect(decoded).toMatchObject({ record: { period: '2024-12-08' } })
  }
  expect(decode('entity', { ...row, period: 2024n })).toMatchObject({ record: { period: 2024 } })
})

test('a field that is called like a property of ours stays a field of the record', () => {
  comesBack({ ...entity('e-1', 'state', 'A'), more: 'x', names: ['y'], writtenAs: 3 })
})

test('whole numbers go out as whole numbers', () => {
  expect(encode(claim('c-1', 'e-1', { credibility: 3 })).credibility).toBe(3n)
})

test('all names of an entity stand in one list, for an index', () => {
  const hts = entity(
    'e-1',
    'state',
    'HTS',
    { text: 'هيئة تحرير الشام', kind: 'native' },
    { text: 'HTS', kind: 'acronym' }
  )
  expect(encode(hts).names).toEqual(['HTS', 'هيئة تحرير الشام'])
  expect(writtenOf('entity')).toContain('names')
  expect(columnsOf('entity')).not.toContain('names')
})

test('what another tool has made of a record is told, not guessed at', () => {
  const row = { id: 'e-1', type: 'state', name: 'A' }
  expect(decode('entity', row)).toHaveProperty('record')
  for (const broken of [{ name: '' }, { name: 7 }, { more: '{' }, { more: '[]' }, { more: '{"__proto__":1}' }])
    expect(decode('entity', { ...row, ...broken })).toHaveProperty('problem')
})
