import { plain, quote, quoteValue } from '@core/text/quote'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('external text in a message', () => {
  it('shows what would be invisible or turn the line round', () => {
    expect(plain('a\u202Eb\u0000\n\u2066\ufeff')).toBe('a‹U+202E›b‹U+0000›‹U+000A›‹U+2066›‹U+FEFF›')
    expect(plain('\ud800x')).toBe('‹U+D800›x')
    expect(plain('\u{e0041}')).toBe('‹U+E0041›')
  })

  it('leaves names as they are, joiners included', () => {
    for (const name of ['الجولاني', 'Джулани', 'Hay’at', 'می\u200cخواهم', '👩\u200d🔬']) expect(plain(name)).toBe(name)
  })

  it('is cut after n characters, never inside one', () => {
    expect(plain('x'.repeat(40))).toBe('x'.repeat(40))
    expect(plain('x'.repeat(41))).toBe(`${'x'.repeat(40)}…`)
    expect(plain('😀😀😀', 2)).toBe('😀😀…')
    expect(quote('abc', 2)).toBe('“ab…”')
  })

  it('is short and harmless whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(plain(text).length).toBeLessThanOrEqual(40 * 10 + 1)
        expect(plain(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
        expect(plain(text).isWellFormed()).toBe(true)
      })
    )
  })

  it('stands for values of any kind', () => {
    expect(['x', 7, null, true, [1], { a: 1 }].map(quoteValue)).toEqual([
      '“x”',
      '7',
      'null',
      'true',
      'a list',
      'an object'
    ])
  })
})
