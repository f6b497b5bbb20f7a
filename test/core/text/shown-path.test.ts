import { shownPath } from '@core/text/shown-path'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u

it('shows as its code point what is invisible or turns the direction of writing', () => {
  expect(shownPath('/a/gnp\u202egnp.exe')).toBe('/a/gnp‹U+202E›gnp.exe')
  expect(shownPath('two\nlines\r.json')).toBe('two‹U+000A›lines‹U+000D›.json')
  expect(shownPath('\u2067a\u2069\u200f\u2028.json')).toBe('‹U+2067›a‹U+2069›‹U+200F›‹U+2028›.json')
})

it('any path is one line without such signs, and no ordinary one is changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (path) => {
      const shown = shownPath(path)
      expect(shown).not.toMatch(UNSEEN)
      if (!UNSEEN.test(path)) expect(shown).toBe(path)
    })
  )
  expect(shownPath('/home/o/رسم بياني — Граф 图.entente.json')).toBe('/home/o/رسم بياني — Граф 图.entente.json')
})
