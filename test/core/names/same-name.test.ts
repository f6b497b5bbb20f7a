import { Graph } from '@core/graph/graph'
import { isSameName, nameForm } from '@core/names/same-name'
import { makeSearch } from '@core/queries/search'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entity } from '../sample'

const isSame = (a: string, b: string) => isSameName(nameForm(a), nameForm(b))

describe('the usual spellings of an alphabet are one name, and find each other', () => {
  it.each([
    ['Григоренко', 'Hryhorenko', 'Grigorenko', 'Grigorienko'],
    ['Щедрик', 'Shchedryk', 'Schtschedryk', 'Szczedryk'],
    ['Ђурђевић', 'Đurđević', 'Djurdjevic', 'Durdevic'],
    ['Хрушчов', 'Khrushchov', 'Chruschtschow'],
    ['Ціханоўскі', 'Tsikhanouski', 'Cichanouski'],
    ['Георгиев', 'Georgiev', 'Georgiew'],
    ['Ѓорѓевски', 'Gjorgjevski', 'Đorđevski'],
    ['Παπαδόπουλος', 'Papadopoulos', 'Papadopulos'],
    ['ჩხეიძე', 'Chkheidze', 'Tschcheidse'],
    ['Հովհաննիսյան', 'Hovhannisyan', 'Howhannissjan'],
    ['الجولاني', 'Jolani', 'Julani', 'Dschaulani', 'Dscholani', 'Colani', 'Golani', 'Джулани'],
    ['شعبان', 'Shaaban', 'Chaaban', 'Schaaban', 'Şaban', 'Шаабан'],
    ['김', 'Kim', 'Gim']
  ])('%s', (...names) => {
    for (const name of names) expect([name, isSame(names[0] ?? '', name)]).toEqual([name, true])
    for (const recorded of names) {
      const search = makeSearch(Graph.of('', [entity('e-1', 'person', recorded), entity('e-2', 'place', 'Moscow')]))
      for (const name of names)
        expect([recorded, name, search.find(name).map((hit) => hit.entity.id)]).toEqual([recorded, name, ['e-1']])
    }
  })
})

describe('one name are', () => {
  it.each([
    ['L. Varga', 'Lena Varga'],
    ['Varga, Lena', 'Lena Varga'],
    ['Varga, L.', 'Lena Varga'],
    ['J.Smith', 'John Smith'],
    ['Dr. Lena Varga', 'Lena Varga'],
    ['the so-called Abu Walid', 'أبو وليد'],
    ['так называемый Абу Валид', 'Abu Walid'],
    ['Madinat Nasr', 'مدينة نصر'],
    ['Wilayat Sinai', 'ولاية سيناء'],
    ['Sariyat al-Jabal', 'سرية الجبل'],
    ['Иван Петрович Сидоров', 'Ivan Sidorov'],
    ['Сидоров Иван Петрович', 'Ivan Sidorov'],
    ['Umm Khalid', 'أم خالد'],
    ['Meridian Shipping Ltd', 'Meridian Shipping'],
    ['Ahmed Saleh a.k.a. Abu Jandal', 'أبو جندل'],
    ['soft\u00adware Ha\u200bven', 'software Haven'],
    ['Iva\u2060nov Ser\ufeffgey', 'Ivanov Sergey']
  ])('%s and %s', (a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([true, true])
  })
})

describe('two names are', () => {
  it.each([
    ['L. Varga', 'Anna Varga'],
    ['Abu Walid', 'Umm Walid'],
    ['Ivan Petrovich Sidorov', 'Ivan Pavlovich Sidorov'],
    ['Brigade 17', 'Brigade 71'],
    ['Hasan Nur', 'حسين نور'],
    ['Meridian Bank', 'Meridian Shipping'],
    ['First Tank Army', 'Second Tank Army'],
    ['Tripoli (Lebanon)', 'Tripoli (Libya)']
  ])('%s and %s', (a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([false, false])
  })
})

it('any name is itself, the same both ways, and found, with invisible signs in it', () => {
  const invisible = fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u200e')
  const name = fc.string({
    unit: fc.constantFrom(...'abcdeghiklmnorstu àçш жиа احمدسل 中京 '),
    minLength: 2,
    maxLength: 24
  })
  fc.assert(
    fc.property(name, name, invisible, fc.nat(20), (one, other, sign, at) => {
      fc.pre(/\p{L}/u.test(one))
      const marked = one.slice(0, at) + sign + one.slice(at)
      expect(isSame(one, marked)).toBe(true)
      expect(isSame(one, other)).toBe(isSame(other, one))
    }),
    { numRuns: 400 }
  )
})

it('no text takes long, however it is made', () => {
  const odd = [
    'a '.repeat(200),
    '('.repeat(300),
    'abd '.repeat(80),
    'a.k.a. '.repeat(60),
    `${'"x" '.repeat(80)}`,
    'ا'.repeat(5000),
    '\ud800',
    '\u0301'
  ]
  for (const one of odd) for (const other of odd) expect(typeof isSame(one, other)).toBe('boolean')
})
