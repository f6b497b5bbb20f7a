import { foldName, nameWords, scriptOf, wordText } from '@core/names/names'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('foldName makes one of', () => {
  it.each([
    [
      'Hay’at Taḥrīr al-Shām',
      'Hayat Tahrir al-Sham',
      "HAY'AT TAHRIR AL-SHAM",
      'Hayʾat  Taḥrīr  aš-Shām'.replace('aš', 'ash')
    ],
    ['al-Sharaa', 'Sharaa', 'AL-SHARAA', 'al Sharaa', 'ash-Sharaa'],
    ['أحمد الشرع', 'احمد الشرع', 'أَحْمَد الشَّرع', 'احمد شرع', 'أحمـــد الشرع'],
    ['هيئة', 'هيئه'],
    ['مصطفى', 'مصطفي', 'مصطفی'],
    ['Кадыров', 'КАДЫРОВ'],
    ['Алёна', 'Алена'],
    ['Türkiye', 'Turkiye', 'TÜRKIYE', 'Tu\u0308rkiye'],
    ['Łódź', 'Lodz'],
    ['Straße', 'STRASSE'],
    ['U.S.', 'US', 'u.s'],
    ['٢٠٢٤', '2024', '۲۰۲۴'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['Ｒｕｓｓｉａ', 'Russia'],
    ['שלום', 'שלומ', 'שָׁלוֹם']
  ])('%s', (...names) => {
    expect(new Set(names.map(foldName)).size).toBe(1)
    expect(foldName(names[0] ?? '')).not.toBe('')
  })

  it('itself, when it is folded again, and of nothing nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldName(text)
        expect(once).toBe(once.trim())
        expect(once).not.toMatch(/ {2}/)
        expect(once.normalize('NFC').toLowerCase().length).toBeLessThanOrEqual(once.length * 2)
      })
    )
    expect([foldName(''), foldName(' - … '), foldName('\u0301')]).toEqual(['', '', ''])
  })
})

it('does not make one of names that differ', () => {
  const names = ['Iran', 'Iraq', 'الله', 'له', 'Al', 'El', 'Su-34', 'Su-35', 'Алан', 'Alan']
  expect(new Set(names.map(foldName)).size).toBe(names.length)
})

describe('the words of a name', () => {
  const found = (name: string) => {
    const { plain, also } = nameWords(name)
    return [...plain, ...also].map((word) => [word.term, wordText(name, word)])
  }

  it('stand where they are in the original', () => {
    expect(found('Abū Mohammad al-Jolani')).toEqual([
      ['abu', 'Abū'],
      ['mohammad', 'Mohammad'],
      ['al', 'al'],
      ['jolani', 'Jolani'],
      ['aljolani', 'al-Jolani']
    ])
    expect(found('أبو الجولاني')).toEqual([
      ['ابو', 'أبو'],
      ['الجولاني', 'الجولاني'],
      ['جولاني', 'جولاني']
    ])
    expect(found('Ka-52 “Alligator”')).toEqual([
      ['ka', 'Ka'],
      ['52', '52'],
      ['alligator', 'Alligator'],
      ['ka52', 'Ka-52']
    ])
    expect(found('Hayʾat')).toEqual([['hayat', 'Hayʾat']])
  })

  it('have a place for each of their letters, in order and inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        const { plain, also } = nameWords(text)
        for (const { term, at } of [...plain, ...also]) {
          expect(at.length).toBe(term.length + 1)
          expect([...at].sort((a, b) => a - b)).toEqual(at)
          expect(at[0]).toBeGreaterThanOrEqual(0)
          expect(at.at(-1)).toBeLessThanOrEqual(text.length)
        }
      })
    )
  })
})

it.each([
  ['Russia', 'Latn'],
  ['Россия', 'Cyrl'],
  ['روسيا', 'Arab'],
  ['רוסיה', 'Hebr'],
  ['Ρωσία', 'Grek'],
  ['俄罗斯', 'Hani'],
  ['HTS (هيئة تحرير الشام)', 'Arab'],
  ['2024 — …', 'Zyyy'],
  ['', 'Zyyy']
])('%s is in %s', (text, script) => {
  expect(scriptOf(text)).toBe(script)
})
