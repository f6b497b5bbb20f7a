import type { PropertyDefinition, PropertyKind } from '@core/records/property-definitions'
import {
  asProperty,
  convertedValue,
  definedText,
  placeOf,
  propertyFault,
  typedValue,
  valuesOf,
  valueText
} from '@core/records/property-values'
import type { PropertyValue } from '@core/records/records'
import { numberOf } from '@core/text/exact-number'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberText, text } from '../arbitraries'
import { edtf } from '../arbitrary-dates'

const definition = (kind: PropertyKind, more: Partial<PropertyDefinition> = {}): PropertyDefinition => ({
  name: 'Length',
  kind,
  ...more
})
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((each) => each.toFixed(4))

describe('a value of a property', () => {
  it('fits its kind when it is typed as one, whatever it is', () => {
    const typed: readonly (readonly [PropertyKind, fc.Arbitrary<string>])[] = [
      ['text', text().filter((each) => each.trim() !== '')],
      ['number', numberText],
      ['date', edtf],
      ['switch', fc.constantFrom('yes', 'No', 'TRUE', 'false')],
      ['place', fc.tuple(degrees(90), degrees(180)).map(([a, b]) => `${a}, ${b}`)],
      ['link', fc.webUrl()],
      ['choice', fc.constantFrom('in use', 'given up')]
    ]
    for (const [kind, arbitrary] of typed)
      fc.assert(
        fc.property(arbitrary, (each) => {
          const own = definition(kind, { choices: ['in use', 'given up'] })
          expect(propertyFault(typedValue(each, kind), own)).toBe(undefined)
        })
      )
  })

  it.each<[PropertyKind, PropertyValue]>([
    ['number', 'about 2500'],
    ['date', '31.12.24'],
    ['date', 2024],
    ['switch', 'perhaps'],
    ['place', '91, 0'],
    ['place', '0, 181'],
    ['place', 'Latakia'],
    ['link', 'javascript:alert(1)'],
    ['link', 'example.org'],
    ['choice', 'lost'],
    ['text', ['a', 'b']],
    ['number', [1, 'two']]
  ])('does not fit as a %s: %j, and a sentence says why', (kind, value) => {
    const several = kind === 'number'
    expect(propertyFault(value, definition(kind, { choices: ['in use'], several }))).toMatch(/^\S.*\.$/s)
  })

  it('several fit where several are meant', () => {
    expect(propertyFault([1, 2], definition('number', { several: true }))).toBe(undefined)
  })

  it('keeps all that it says when its property becomes one of another kind', () => {
    const kinds = fc.constantFrom<PropertyKind[]>('text', 'number', 'date', 'switch', 'place', 'link', 'choice')
    const number = numberText.map((each) => numberOf(each) ?? 0)
    fc.assert(
      fc.property(fc.oneof(text(), number, fc.boolean()), kinds, (value, kind) => {
        const back = convertedValue(convertedValue(value, definition(kind)), definition('text'))
        // “Yes” and “true” are one; a date in words is read.
        if (kind !== 'switch' && kind !== 'date') expect(back).toBe(valueText(value).normalize('NFC').trim() || back)
        expect(valuesOf(back)).toHaveLength(1)
      })
    )
  })

  it('stands alone, or in a list with others', () => {
    expect(asProperty([])).toBe(undefined)
    expect(asProperty(['a'])).toBe('a')
    expect(asProperty(['a', 2])).toEqual(['a', 2])
    expect(valuesOf(['a', 2])).toEqual(['a', 2])
    expect(valuesOf(undefined)).toEqual([])
  })

  it('reads with its unit, in words', () => {
    expect(definedText(2500, definition('number', { unit: 'metres' }))).toBe('2500 metres')
    expect(definedText([true, 'later'], definition('switch'))).toBe('yes, later')
    expect(definedText('2015-09', definition('date'))).toBe('Sep 2015')
    expect(placeOf('33.51, 36.29')).toEqual([33.51, 36.29])
  })
})
