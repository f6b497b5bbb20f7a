import { previewSize } from '@core/figure/preview-size'
import { expect, it } from 'vitest'

it('shows a figure whole where it has room, in its own shape', () => {
  expect(previewSize({ width: 800, height: 400 }, { width: 400, height: 400 })).toEqual({ width: 400, height: 200 })
  expect(previewSize({ width: 400, height: 500 }, { width: 800, height: 600 }).height).toBeCloseTo(620)
})

it('lets a long one be scrolled rather than made too small to be read', () => {
  expect(previewSize({ width: 100, height: 1000 }, { width: 100, height: 100 })).toEqual({ width: 62, height: 620 })
})
