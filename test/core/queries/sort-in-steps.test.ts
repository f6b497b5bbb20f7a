import { sortInSteps } from '@core/queries/sort-in-steps'
import fc from 'fast-check'
import { expect, it } from 'vitest'

function run<T>(work: Generator<void, T>): { readonly result: T; readonly steps: number } {
  for (let steps = 0; ; steps++) {
    const { done, value } = work.next()
    if (done) return { result: value as T, steps }
  }
}

it('sorts as sort does, equals in their order', () => {
  const items = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer()), { maxLength: 700 })
  fc.assert(
    fc.property(items, (all) => {
      const compare = ([a]: readonly [number, number], [b]: readonly [number, number]) => a - b
      expect(run(sortInSteps(all, compare)).result).toEqual(all.toSorted(compare))
    })
  )
})

it('lets others on many times where there is much to sort', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => (at * 7919) % 10_007)
  expect(run(sortInSteps(many, (a, b) => a - b)).steps).toBeGreaterThan(500)
})
