import { addEntity, editEntity } from '@core/commands/entities'
import { parseGraph } from '@core/formats/entente/parse'
import { invisibleTexts } from '@core/queries/invisible-texts'
import { Name } from '@core/records/text'
import { firstInvisible, invisiblesIn, isInvisibleName, withoutInvisibles } from '@core/text/invisible'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messages, TEXT } from '../formats/entente/reading'
import { applied, sampleGraph } from '../sample'

/** Signs that mean nothing in any of the texts below. */
const NEVER = [
  '\u00ad',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u2061',
  '\u2063',
  '\u206a',
  '\u202d',
  '\u202e',
  '\u2069',
  '\u202c',
  '\u2066',
  '\u3164',
  '\uffa0',
  '\u2800',
  '\u{e0041}',
  '\u{e007f}',
  '\u0007',
  '\u0085',
  '\ufffc',
  '\u17b4'
]

/** Words that are whole as they are, with whatever invisible signs their script or emoji needs. */
const WHOLE = [
  'می\u200cخواهم',
  'نامه\u200cها',
  'ه\u200d',
  'क्\u200dष',
  'क्\u200cष',
  'ශ්\u200dරී',
  'ഫ\u200dലം',
  'ភាសា\u200bខ្មែរ',
  'ภาษา\u200bไทย',
  '👩\u200d👩\u200d👧',
  '👩🏽\u200d🚀',
  '❤️\u200d🔥',
  '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  '#️⃣',
  '葛\u{e0100}',
  'שלום\u200f (HTS)',
  'قال \u2067HTS\u2069 ذلك',
  'ᠠ\u180eᠨ',
  '⠁⠂⠀⠃',
  'ᄀ\u1160',
  'Mosul\tand\nRaqqa',
  'Müller-Straße'
]

describe('invisible signs', () => {
  it.each(WHOLE)('%j needs its own', (text) => {
    expect([...invisiblesIn(text)]).toEqual([])
    expect(withoutInvisibles(text)).toBe(text)
  })

  it('are found where they stand, and what is left has none', () => {
    const latin = fc.constantFrom('Mosul', 'Raqqa', '-', ' ', 'é', '4')
    const sign = fc.constantFrom(...NEVER, '\u200c', '\u200d', '\u200e', '\u061c')
    fc.assert(
      fc.property(fc.array(fc.oneof(latin, sign), { maxLength: 12 }), (parts) => {
        const seen = parts.filter((part) => !NEVER.includes(part) && !/[\u200c-\u200e\u061c]/.test(part))
        expect(withoutInvisibles(`a${parts.join('b')}`)).toBe(
          `a${parts.map((part) => (seen.includes(part) ? part : '')).join('b')}`
        )
      })
    )
  })

  it('are no more once they were taken out, and what can be seen is all there', () => {
    const any = fc.array(fc.constantFrom(...NEVER, ...WHOLE, '\u200c', '\u200d', '\u2067', '\u202b', 'a', ' '), {
      maxLength: 12
    })
    fc.assert(
      fc.property(any, (parts) => {
        const cleaned = withoutInvisibles(parts.join(''))
        expect([...invisiblesIn(cleaned)]).toEqual([])
        const seen = (text: string) => text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800\ufffc]/gu, '')
        expect(seen(cleaned)).toBe(seen(parts.join('')))
      })
    )
  })

  it('are told by name and code point', () => {
    expect(firstInvisible('Mo\u00adsul')).toBe('soft hyphen (U+00AD)')
    expect(firstInvisible('Mo\u200bsul\u2060')).toBe('zero-width space (U+200B)')
    expect(firstInvisible('\u{e0041}')).toBe('tag character (U+E0041)')
    expect(firstInvisible('Mosul')).toBeUndefined()
  })

  it('cost no more than the text is long', () => {
    for (const sign of ['\u2066', '\u202b', '\u{e0041}', '\u2800', '\u200d', '\ufe0f', '\u200c', 'א\u2067'])
      expect(withoutInvisibles(sign.repeat(100_000)).length).toBeLessThanOrEqual(200_000)
  })
})

describe('a name without a visible sign', () => {
  const unseen = fc.array(
    fc.constantFrom(...NEVER, '\u200c', '\u200d', '\u0301', '\ufe0f', '\u115f', ' ', '\u2067', '\u2069'),
    {
      minLength: 1,
      maxLength: 6
    }
  )

  it('is none, whatever it is made of; with one letter or sign that can be seen it is one', () => {
    fc.assert(
      fc.property(unseen, fc.constantFrom('a', '★', '🦅', 'ا', '造', '$', '1'), (signs, seen) => {
        const name = signs.join('')
        expect(isInvisibleName(name)).toBe(true)
        expect(Name.safeParse(name).success).toBe(false)
        expect(isInvisibleName(name + seen)).toBe(false)
        expect(Name.safeParse(seen + name).success).toBe(true)
      })
    )
  })

  it.each([
    ['\u200b', 'zero-width space (U+200B)'],
    ['\u3164', 'Hangul filler (U+3164)'],
    ['\u2800', 'blank Braille pattern (U+2800)'],
    ['\u{e0041}\u{e0042}', 'tag character (U+E0041)'],
    ['\u0301', 'mark that belongs on a letter (U+0301)'],
    [' \u2067\u2069', 'control of direction (U+2067)'],
    ['\u00ad', 'soft hyphen (U+00AD)']
  ])('%j is refused with the sign named, in the window and in a file', (name, sign) => {
    const said = `must hold something that can be seen, not only invisible signs such as ${sign}`
    const graph = sampleGraph()
    expect(addEntity(graph, { id: 'x', type: 'state', name })).toMatchObject({ refused: expect.stringContaining(sign) })
    expect(editEntity(graph, { id: 'e-hts', aliases: [{ text: name, kind: 'alias' }] })).toHaveProperty('refused')
    const text = TEXT.replace('"name":"Russia"', `"name":${JSON.stringify(name)}`)
    expect(messages(text)).toEqual([expect.stringContaining(said)])
    expect('graph' in parseGraph(text)).toBe(false)
  })
})

it('advice names record, field and place', () => {
  const graph = applied(
    sampleGraph(),
    editEntity(sampleGraph(), {
      id: 'e-hts',
      summary: 'Was Nus\u00adra\u200b.',
      properties: { 'Foun\u2060ded': 'می\u200cخواهم', a: '\u200bb' }
    })
  )
  expect([...invisibleTexts(graph)].map(({ message }) => message)).toEqual([
    'Entity e-hts: "summary" holds an invisible sign, soft hyphen (U+00AD), behind “Was Nus”, and 1 more.',
    'Entity e-hts: "properties.Foun‹U+2060›ded" holds an invisible sign, word joiner (U+2060), behind “Foun”.',
    'Entity e-hts: "properties.a" holds an invisible sign, zero-width space (U+200B), at its beginning.'
  ])
})
