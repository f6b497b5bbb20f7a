import { ShardedMap } from '@core/graph/sharded-map'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const key = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', 'ي')
const step = fc.array(fc.tuple(key, fc.option(fc.integer(), { nil: undefined })), { maxLength: 5 })

it('is a Map under any steps, and no step touches what was there before', () => {
  fc.assert(
    fc.property(fc.dictionary(key, fc.integer()), fc.array(step, { maxLength: 8 }), (base, steps) => {
      const model = new Map(Object.entries(base))
      let map = ShardedMap.from(new Map(model))
      for (const changes of steps) {
        const before = map
        const content = [...before].sort()
        map = map.with(changes)
        for (const [name, value] of changes) {
          if (value === undefined) model.delete(name)
          else model.set(name, value)
        }
        expect([...before].sort()).toEqual(content)
      }
      expect(new Map(map)).toEqual(model)
      expect(map.size).toBe(model.size)
      expect([...map.keys()].sort()).toEqual([...model.keys()].sort())
      expect([...map.values()].sort()).toEqual([...model.values()].sort())
      for (const name of ['a', '__proto__', 'toString']) {
        expect(map.get(name)).toBe(model.get(name))
        expect(map.has(name)).toBe(model.has(name))
      }
    })
  )
})

it('stays right when it grows far beyond what it was made for', () => {
  const base = new Map(Array.from({ length: 3000 }, (_, at): [string, number] => [`k${at}`, at]))
  let map = ShardedMap.from(base, 10)
  for (let at = 0; at < 3000; at += 2) map = map.with([[`k${at}`, at % 4 === 0 ? undefined : -at]])
  map = map.with(Array.from({ length: 6000 }, (_, at) => [`more ${at}`, at] as const))
  expect(map.size).toBe(8250)
  expect(map.get('k0')).toBeUndefined()
  expect(map.get('k2')).toBe(-2)
  expect(map.get('k3')).toBe(3)
  expect(map.get('more 5999')).toBe(5999)
  expect([...map].length).toBe(8250)
  expect(base.get('k0')).toBe(0)
})
