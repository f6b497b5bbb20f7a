import { pieces } from '@renderer/features/external/pieces'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const whole = (text: string) => pieces(text).join('').replaceAll('\n', '')

it('a long text falls into pieces that hold all of it and cut no character', () => {
  const long = fc.array(fc.constantFrom('word ', 'line\n', 'عربي ', '😀', 'x'.repeat(3000)), { maxLength: 4000 })
  fc.assert(
    fc.property(long, (parts) => {
      const text = parts.join('')
      expect(whole(text)).toBe(text.replaceAll('\n', ''))
      for (const piece of pieces(text)) {
        expect(piece.length).toBeLessThanOrEqual(8000)
        expect(piece.isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 20 }
  )
})

it('a line end between two pieces is not said twice', () => {
  const line = `${'x'.repeat(99)}\n`
  const [first, second] = pieces(line.repeat(100))
  expect(first?.endsWith('\n')).toBe(false)
  expect(second?.startsWith('x')).toBe(true)
})
