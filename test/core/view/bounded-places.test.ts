import { FARTHEST } from '@core/records/limits'
import { View } from '@core/records/records'
import { farPlacesNotice, placesOf } from '@core/view/bounded-places'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const viewAt = (positions: View['positions']): View => ({ kind: 'view', id: 'v', name: 'V', positions })

it('no place is farther off than a drawing can show, whatever the file says', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (x, y) => {
      const place = placesOf(viewAt([['a', x, y]])).get('a')
      for (const value of [place?.x, place?.y]) {
        expect(Math.abs(value ?? Number.NaN)).toBeLessThanOrEqual(FARTHEST)
      }
      if (Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST) expect(place).toEqual({ x: x || 0, y: y || 0 })
    })
  )
})

it('keeps a far place as it is, and says so; one beyond all numbers becomes the farthest', () => {
  const positions = JSON.parse('[["a",1e7,-1e7],["b",0,1e999],["c",-1e999,4]]')
  const read = View.parse(viewAt(positions))
  expect(read.positions).toEqual([
    ['a', 1e7, -1e7],
    ['b', 0, FARTHEST],
    ['c', -FARTHEST, 4]
  ])
  expect(farPlacesNotice([read])).toMatch(/^1 place lies more than 100,000 pixels/)
  expect(farPlacesNotice([viewAt([['a', 5, 5]])])).toBeUndefined()
})
