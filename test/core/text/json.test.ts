import { asPlain, ExactNumber, numberOf } from '@core/text/exact-number'
import { readJson, writeJson } from '@core/text/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberText } from '../arbitraries'

/** Text in which the signs of our own marks are common. */
const text = fc.oneof(fc.string({ unit: fc.constantFrom('\uE000', '"', '\\', '1', '-', '.', 'e', 'x') }), fc.string())

/** JSON text in which numbers and strings are written in many ways. */
const json = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    numberText,
    text.map((one) => JSON.stringify(one)),
    text.map((one) => JSON.stringify(one).replaceAll('\uE000', '\\uE000')),
    fc.constantFrom('null', 'true', '" , -0 , 1.0 , "'),
    fc.array(tie('value'), { maxLength: 4 }).map((list) => `[${list.join(',')}]`),
    fc
      .uniqueArray(fc.tuple(fc.stringMatching(/^k\d?\w{0,3}$/), tie('value')), {
        maxLength: 4,
        selector: ([key]) => key
      })
      .map((fields) => `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`)
  )
})).value

/** JSON without the freedom in which strings may be written. */
const plainStrings = (text: string) => text.replaceAll('\\uE000', '\uE000')

describe('JSON', () => {
  it('gives every number back in the digits in which it was written', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(writeJson(readJson(text))).toBe(plainStrings(text))
      }),
      { numRuns: 2000 }
    )
  })

  it.each(['1790366279215464449', '-0', '1e400', '0.1000', '9074729.0', '1E5', '0.0000001', '123456789012345678901.5'])(
    'keeps %s, alone, in a list, in an object, between blanks',
    (digits) => {
      expect(writeJson(readJson(digits))).toBe(digits)
      expect(writeJson(readJson(` [ ${digits} ,\n${digits}] `))).toBe(`[${digits},${digits}]`)
      expect(writeJson(readJson(`{"a":${digits}}`))).toBe(`{"a":${digits}}`)
    }
  )

  it('reads what JavaScript writes in the same digits as a plain number, and the rest as an exact one', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Object.is(number, -0) || readJson(JSON.stringify(number)) === number).toBe(true)
      })
    )
    expect(readJson('0.10')).toBeInstanceOf(ExactNumber)
    expect(asPlain(readJson('0.10'))).toBe(0.1)
  })

  it.each(['{1.0:2}', '[1.0 2]', '01', '1.', '[-]', '.5', '+1.0', '1.0.0', '"a" 1e5'])('does not take %s', (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError)
  })

  it('refuses keys that could change how objects work, with numbers beside them or without', () => {
    for (const text of ['{"__proto__":1}', '{"a":1.0,"__proto__":1.0}', '{"constructor":{"prototype":1e5}}'])
      expect(() => readJson(text)).toThrow(SyntaxError)
  })

  it('indents what is asked for', () => {
    expect(writeJson({ a: [new ExactNumber('1.0')] }, 2)).toBe('{\n  "a": [\n    1.0\n  ]\n}')
  })

  it('takes long texts and deep lists', () => {
    const deep = `${'['.repeat(5000)}1.0${']'.repeat(5000)}`
    expect(() => readJson(deep)).not.toThrow()
    const long = `["${'a\\"'.repeat(300_000)}",1.0]`
    expect(writeJson(readJson(long))).toBe(long)
  })
})

it('a number from its text is plain or exact, or none', () => {
  expect(numberOf('12')).toBe(12)
  expect(numberOf('1.0')).toEqual(new ExactNumber('1.0'))
  for (const text of ['', ' 1', 'NaN', 'Infinity', '0x10', '1_000', '--1']) expect(numberOf(text)).toBeUndefined()
  expect(() => new ExactNumber('one')).toThrow(RangeError)
})
