import { LayeredMap } from '@core/graph/layered-map'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const key = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', 'ي')
const step = fc.array(fc.tuple(key, fc.option(fc.integer(), { nil: undefined })), { maxLength: 5 })

it('is a Map under any steps, and no step touches what was there before', () => {
  fc.assert(
    fc.property(fc.dictionary(key, fc.integer()), fc.array(step, { maxLength: 8 }), (base, steps) => {
      const model = new Map(Object.entries(base))
      let map = LayeredMap.from(new Map(model))
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

it('stays right when so much has changed that the layer is folded in', () => {
  const base = new Map(Array.from({ length: 3000 }, (_, at): [string, number] => [`k${at}`, at]))
  let map = LayeredMap.from(base)
  for (let at = 0; at < 3000; at += 2) map = map.with([[`k${at}`, at % 4 === 0 ? undefined : -at]])
  expect(map.size).toBe(2250)
  expect(map.get('k0')).toBeUndefined()
  expect(map.get('k2')).toBe(-2)
  expect(map.get('k3')).toBe(3)
  expect([...map].length).toBe(2250)
  expect(base.get('k0')).toBe(0)
})
