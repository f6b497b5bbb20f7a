import { MIN_SIZE, windowBounds } from '@main/app/window-bounds'
import { expect, test } from 'vitest'

const session = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }

test('the first window stands in the middle of the first display', () => {
  expect(windowBounds(undefined, [session])).toEqual({ x: 240, y: 70, width: 1440, height: 900 })
})

test('the first window fits a small display', () => {
  expect(windowBounds(undefined, [{ x: 0, y: 25, width: 1280, height: 775 }])).toEqual({
    x: 0,
    y: 25,
    width: 1280,
    height: 775
  })
})

test('a window comes back where it was, on the second display too', () => {
  const saved = { x: 2000, y: 50, width: 1000, height: 700 }
  expect(windowBounds(saved, [session, right])).toEqual(saved)
})

test('a window of a display that is gone comes to the first', () => {
  const bounds = windowBounds({ x: 2000, y: 50, width: 1000, height: 700 }, [session])
  expect(bounds).toEqual({ x: 460, y: 170, width: 1000, height: 700 })
})

test.each([
  ['above the top', { x: 100, y: -300, width: 1000, height: 700 }],
  ['below the bottom', { x: 100, y: 1030, width: 1000, height: 700 }],
  ['left of it all', { x: -950, y: 100, width: 1000, height: 700 }]
])('a window whose title bar is %s cannot be caught there, so it comes back', (_where, saved) => {
  const { x, y } = windowBounds(saved, [session])
  expect(x).toBeGreaterThanOrEqual(0)
  expect(y).toBeGreaterThanOrEqual(0)
})

test('a window partly out of sight is left where the user put it', () => {
  const saved = { x: -500, y: 300, width: 1000, height: 900 }
  expect(windowBounds(saved, [session])).toEqual(saved)
})

test('no window is smaller than its contents or larger than its display', () => {
  expect(windowBounds({ x: 0, y: 0, width: 10, height: 10 }, [session])).toMatchObject({ x: 510, y: 240 })
  const { width, height } = windowBounds({ x: 0, y: 0, width: 200, height: 60 }, [session])
  expect({ width, height }).toEqual(MIN_SIZE)
  expect(windowBounds({ x: 0, y: 0, width: 5000, height: 4000 }, [session])).toMatchObject({
    width: 1920,
    height: 1040
  })
})

test('without any display there is still a window', () => {
  expect(windowBounds(undefined, [])).toMatchObject({ width: 1440, height: 900 })
})
