import { ExternalValue, isCut, sameValue } from '@core/external/value'
import { textOf } from '@core/external/value-text'
import { expect, test } from 'vitest'

const integer = (text: string): ExternalValue => ({ type: 'integer', text })
const list = (items: readonly ExternalValue[], length = items.length): ExternalValue => ({
  type: 'list',
  items,
  length
})
const map = (entries: readonly (readonly [string, ExternalValue])[]): ExternalValue => ({ type: 'map', entries })

test('values are the same in kind and in every digit', () => {
  expect(sameValue(integer('9007199254740993'), integer('9007199254740993'))).toBe(true)
  expect(sameValue(integer('9007199254740993'), integer('9007199254740992'))).toBe(false)
  expect(sameValue(integer('1'), { type: 'float', text: '1' })).toBe(false)
  expect(sameValue(list([integer('1'), integer('2')]), list([integer('2'), integer('1')]))).toBe(false)
})

test('the order of a map says nothing', () => {
  const [a, b] = [['a', integer('1')] as const, ['b', integer('2')] as const]
  expect(sameValue(map([a, b]), map([b, a]))).toBe(true)
  expect(sameValue(list([map([a, b])]), list([map([b, a])]))).toBe(true)
})

test.each<ExternalValue>([
  { type: 'string', text: 'be', length: 9 },
  { type: 'bytes', hex: '00', length: 2 },
  list([integer('1')], 2),
  list([{ type: 'string', text: 'be', length: 9 }]),
  map([['a', list([], 1)]])
])('what was cut is the same as nothing, itself included: %#', (value) => {
  expect(isCut(value)).toBe(true)
  expect(sameValue(value, value)).toBe(false)
})

test('a text that could pass for another is quoted inside a list, and only there', () => {
  expect(textOf({ type: 'string', text: 'a, b' })).toBe('a, b')
  expect(textOf(list([{ type: 'string', text: 'a, b' }, integer('1')]))).toBe('["a, b", 1]')
})

test('a point of an unknown system says which it is', () => {
  expect(textOf({ type: 'point', srid: '9999', coordinates: ['1.0'] })).toBe('(1.0) srid 9999')
})

test('a path shows which way its relationships go', () => {
  const node = (id: string) => ({ id, labels: [id], properties: [] })
  const tie = (from: string, to: string) => ({ id: from + to, type: 'T', from, to, properties: [] })
  const path: ExternalValue = {
    type: 'path',
    nodes: [node('A'), node('B'), node('C')],
    relationships: [tie('A', 'B'), tie('C', 'B')]
  }
  expect(textOf(path)).toBe('(:A)-[:T]->(:B)<-[:T]-(:C)')
})

test('every kind crosses to the window as it is, and nothing else does', () => {
  const values: readonly ExternalValue[] = [
    { type: 'null' },
    { type: 'boolean', value: true },
    integer('-1'),
    { type: 'bytes', hex: 'ff', length: 1 },
    list([map([['a', { type: 'node', node: { id: '1', labels: [], properties: [['p', integer('1')]] } }]])]),
    { type: 'other', text: 'x' }
  ]
  for (const value of values) expect(ExternalValue.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
  expect(ExternalValue.safeParse({ type: 'integer', text: 1 }).success).toBe(false)
  expect(ExternalValue.safeParse({ type: 'list', items: [{ type: 'x' }], length: 1 }).success).toBe(false)
})
