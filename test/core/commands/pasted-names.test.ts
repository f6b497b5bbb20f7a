import { MOST_NAMES, pastedNames } from '@core/commands/pasted-names'
import { Name } from '@core/records/text'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('takes a name a line, each once, without bullets, numbers, commas and what nobody sees', () => {
  const text = '• Russia\n 2) Iran,\r\n\n- هيئة تحرير الشام\u2028Rus\u00adsia\n3.5 Floréal\n“Abu X”;\n'
  expect(pastedNames(text)).toEqual({
    names: ['Russia', 'Iran', 'هيئة تحرير الشام', '3.5 Floréal', '“Abu X”'],
    tooLong: 0,
    beyond: 0
  })
})

it('tells what it leaves out', () => {
  const many = Array.from({ length: MOST_NAMES + 7 }, (_, at) => `Name ${at}`)
  expect(pastedNames([...many, 'x'.repeat(501)].join('\n'))).toMatchObject({ tooLong: 1, beyond: 7 })
})

it('hands on what may be a name, whatever was pasted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const name of pastedNames(text.toWellFormed().replaceAll('\0', '')).names)
        if (/\p{L}/u.test(name)) expect(Name.safeParse(name).success).toBe(true)
    })
  )
})
