import { contrast, LEAST_CONTRAST, symbolContrast } from '@core/drawing/contrast'
import { coloured, OTHER, SYMBOLS } from '@core/drawing/symbols'
import { COLOUR_IDS } from '@core/records/symbol-ids'
import { expect, it } from 'vitest'

it('black on white has the most, a colour on itself the least, and a known grey just enough for text', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#1F5FC4', '#1f5fc4')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

it('every symbol in every colour stands out from both grounds', () => {
  for (const symbol of [...SYMBOLS, OTHER])
    for (const colour of COLOUR_IDS)
      for (const each of symbolContrast(coloured(symbol, colour))) expect(each).toBeGreaterThanOrEqual(LEAST_CONTRAST)
})
