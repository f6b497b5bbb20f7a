import { clipped, drawable, graphemes, isolated, isRightToLeft, stretchesOf, wrapped } from '@core/text/typesetting'
import bidiFactory from 'bidi-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const upTo = (most: number) => (text: string) => graphemes(text).length <= most

/** Any code units, halves of surrogate pairs among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

describe('a drawable text', () => {
  it('has no control characters, line breaks or characters that turn the direction', () => {
    expect(drawable('a\u0000b\tc\u2028d\u202Ee\u2066f\u2069')).toBe('ab c def')
  })

  it('has no towers of marks, but keeps what a script needs', () => {
    expect([...drawable(`Z${'\u0351'.repeat(10_000)}a`)]).toHaveLength(6)
    expect(drawable('مُحَمَّد')).toBe('مُحَمَّد')
  })

  it('has no half characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(drawable(text).isWellFormed()).toBe(true)
      })
    )
    expect(drawable('a\uD800b').isWellFormed()).toBe(true)
  })
})

describe('direction', () => {
  it('is that of the first letter', () => {
    expect(isRightToLeft('(1) هيئة HTS')).toBe(true)
    expect(isRightToLeft('HTS هيئة')).toBe(false)
    expect(isRightToLeft('123')).toBe(false)
  })

  it('is kept inside an isolate', () => {
    expect(isolated('Russia')).toBe('Russia')
    expect(isolated('روسيا')).toBe('\u2067روسيا\u2069')
    expect(isolated('HTS هيئة')).toBe('\u2066HTS هيئة\u2069')
  })
})

describe('the stretches of a line', () => {
  const faces = (line: string) => stretchesOf(line).map(({ text, face }) => [face, text])

  it('are one where one family holds it all', () => {
    expect(faces('Путин & Al-Sharaa')).toEqual([['latin', 'Путин & Al-Sharaa']])
    expect(faces('هيئة تحرير الشام')).toEqual([['arabic', 'هيئة تحرير الشام']])
    expect(faces('ישראל')).toEqual([['hebrew', 'ישראל']])
  })

  it('stand in the order of the sentence, each name turned in itself', () => {
    const line = `${isolated('هيئة')} leads ${isolated('ישראל')} 1`
    expect(faces(line)).toEqual([
      ['arabic', 'هيئة'],
      ['latin', ' leads '],
      ['hebrew', 'ישראל'],
      ['latin', ' 1']
    ])
  })

  it('stand from right to left inside a name that begins so', () => {
    expect(faces('بوتين Путин')).toEqual([
      ['latin', 'Путин'],
      ['arabic', 'بوتين ']
    ])
  })

  it('stand with brackets and digits where they are read, also in a part of a name that begins otherwise', () => {
    expect(faces('لواء 313')).toEqual([
      ['latin', '313'],
      ['arabic', 'لواء ']
    ])
    const seen = (line: string, rightToLeft: boolean) => stretchesOf(line, rightToLeft).map(({ text }) => text)
    expect(seen('(HTS) 2017 Group', true)).toEqual(['2017 Group', ') ', 'HTS', '('])
    expect(seen('(HTS) 2017 Group', false)).toEqual(['(HTS) 2017 Group'])
  })

  it('give little pictures to their own family, each sign whole, and nothing else', () => {
    expect(faces('Team 👩‍👩‍👧‍👦 North')).toEqual([
      ['latin', 'Team '],
      ['emoji', '👩‍👩‍👧‍👦'],
      ['latin', ' North']
    ])
    expect(faces('⚓ 5️⃣ © C++ 🇩🇪🦅')).toEqual([
      ['emoji', '⚓'],
      ['latin', ' 5️⃣ © C++ '],
      ['emoji', '🇩🇪🦅']
    ])
  })

  it('are in the order of the bidirectional algorithm, letter by letter', () => {
    const letters = fc.constantFrom(
      'a',
      'B',
      'Я',
      'ب',
      'م',
      'ש',
      ' ',
      ' ',
      '1',
      '2',
      '٣',
      '(',
      ')',
      '[',
      ']',
      '-',
      '.',
      ','
    )
    const bidi = bidiFactory()
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 24 }), fc.boolean(), (parts, rightToLeft) => {
        const line = parts.join('').trim()
        const levels = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr')
        const asSeen = bidi
          .getReorderedIndices(line, levels)
          .map((at) => line[at])
          .join('')
        const drawn = stretchesOf(line, rightToLeft).map(({ text, rightToLeft: turned }) =>
          turned ? [...text].reverse().join('') : text
        )
        expect(drawn.join('')).toBe(asSeen)
      })
    )
  })

  it('hold every character once', () => {
    const letters = fc.constantFrom('a', 'Я', 'ب', 'ש', ' ', '1', '(', '漢', '😀', 'é', '\u0301', '’')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
        const line = parts.join('')
        const held = stretchesOf(line).flatMap(({ text }) => [...text])
        expect(held.sort()).toEqual([...line].sort())
      })
    )
  })
})

describe('clipping and wrapping', () => {
  it('leave alone what fits', () => {
    expect(clipped('Hmeimim', upTo(7))).toBe('Hmeimim')
    expect(wrapped('Hmeimim', 2, upTo(7))).toEqual(['Hmeimim'])
  })

  it('clip between characters as a reader sees them', () => {
    expect(clipped('Hmeimim Air Base', upTo(8))).toBe('Hmeimim…')
    expect(clipped('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', upTo(2))).toBe('👩‍👩‍👧…')
  })

  it('wrap at words, at characters where a word is too long, and clip at the end', () => {
    expect(wrapped('Security guarantees for the bases', 2, upTo(20))).toEqual(['Security guarantees', 'for the bases'])
    expect(wrapped('W'.repeat(50), 2, upTo(10))).toEqual(['W'.repeat(10), `${'W'.repeat(9)}…`])
  })

  it('keep within the lines and the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrapped(drawable(text), 3, upTo(width))
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) expect(graphemes(line).length).toBeLessThanOrEqual(width)
      })
    )
  })
})
