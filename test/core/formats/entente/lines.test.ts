import { lineCounter, linesOf } from '@core/formats/entente/lines'
import { expect, it } from 'vitest'

const TEXT = `{
"a": [
  {"id": 1,
   "x": {"y": [10,
     20]}},
  {"id": 2}
],
"b": {
  "list": [
    ["p"],
    ["q"]
  ]
}, "c": 7
}`

it('finds the line of records, of their fields and of what is in them', () => {
  const at = (...path: (string | number)[]) => linesOf(TEXT, [path])[0]
  expect(at('a')).toBe(2)
  expect(at('a', 0)).toBe(3)
  expect(at('a', 1)).toBe(6)
  expect(at('a', 0, 'x')).toBe(4)
  expect(at('a', 0, 'x', 'y', 1)).toBe(5)
  expect(at('b', 'list', 1)).toBe(11)
  expect(at('b')).toBe(8)
  expect(at('c')).toBe(13)
  expect(at()).toBe(1)
})

it('of a field that is not there gives the line of what is round it, of a record that is not there none', () => {
  expect(linesOf(TEXT, [['a', 0, 'z'], ['a', 0, 'x', 'z'], ['a', 7], ['d']])).toEqual([3, 4, undefined, undefined])
})

it('counts lines from 1, whatever ends them', () => {
  const lineAt = lineCounter('ab\r\n\nc')
  expect([0, 3, 4, 5, 100].map(lineAt)).toEqual([1, 1, 2, 3, 3])
})
