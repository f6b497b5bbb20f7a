import { freePlace } from '@renderer/forms/free-place'
import { expect, it } from 'vitest'

it('is the requested place where nothing stands near it', () => {
  expect(freePlace([{ x: 500, y: 0 }], { x: 0, y: 0 })).toEqual({ x: 0, y: 0 })
})

it('keeps off everything that is placed, and stays near', () => {
  const taken = Array.from({ length: 25 }, (_, at) => ({ x: (at % 5) * 60 - 120, y: Math.floor(at / 5) * 60 - 120 }))
  const { x, y } = freePlace(taken, { x: 0, y: 0 })
  for (const other of taken) expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(90)
  expect(Math.hypot(x, y)).toBeLessThan(400)
})

it('takes more room where the picture is small', () => {
  const { x, y } = freePlace([{ x: 0, y: 0 }], { x: 10, y: 0 }, 0.4)
  expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(225)
})
