import { ExactNumber, numberOf } from '../text/exact-number'
import { dateInWords } from './date-labels'
import { dateProblem, isDate } from './dates'
import { typedDate } from './dates-typed'
import type { PropertyDefinition } from './property-definitions'
import { type OneValue, type PropertyValue, WebAddress } from './records'

/** The values of a property, one by one; none where there is none. */
export const valuesOf = (value: PropertyValue | undefined): readonly OneValue[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** Values as a property keeps them: one by itself, several as a list; undefined for none. */
export function asProperty(values: readonly OneValue[]): PropertyValue | undefined {
  const [first, ...others] = values
  return others.length > 0 ? [...values] : first
}

/** A property's value, or any that a file holds in its place, in one line. */
export function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.map(valueText).join(', ') : String(value)
}

/** A property's value as its kind reads: a number with its unit, a date in words. */
export function definedText(value: unknown, definition: PropertyDefinition | undefined): string {
  if (Array.isArray(value)) return value.map((one) => definedText(one, definition)).join(', ')
  if (definition?.kind === 'date') return dateInWords(value)
  const isNumber = typeof value === 'number' || value instanceof ExactNumber
  return isNumber && definition?.unit ? `${value} ${definition.unit}` : valueText(value)
}

const PLACE = /^([+-]?\d{1,3}(?:\.\d{1,15})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{1,15})?)$/

/** Latitude and longitude in degrees (WGS 84) of a text such as “33.51, 36.29”; undefined where it is none. */
export function placeOf(text: string): readonly [latitude: number, longitude: number] | undefined {
  const [, first, second] = PLACE.exec(text.trim()) ?? []
  const [latitude, longitude] = [Number(first), Number(second)]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [latitude, longitude] : undefined
}

/** What is typed for a property, as a value of its kind; as text where it is none. The text is not blank. */
export function typedValue(text: string, kind: PropertyDefinition['kind']): OneValue {
  const typed = text.normalize('NFC').trim()
  if (kind === 'number') return numberOf(typed) ?? typed
  if (kind === 'switch') return SWITCHES.get(typed.toLowerCase()) ?? typed
  if (kind !== 'date') return typed
  const date = typedDate(typed)
  return isDate(date) ? date : typed
}

const SWITCHES: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false]
])

/** Why one value does not fit its property, as a sentence that says what is expected; undefined where it does. */
function faultOf(value: OneValue, { name, kind, choices = [] }: PropertyDefinition): string | undefined {
  switch (kind) {
    case 'text':
      return undefined
    case 'number':
      return typeof value === 'number' || value instanceof ExactNumber
        ? undefined
        : `${name} is a number, such as 2500.`
    case 'switch':
      return typeof value === 'boolean' ? undefined : `${name} is yes or no.`
    case 'date':
      return dateProblem(value)
    case 'place':
      return typeof value === 'string' && placeOf(value)
        ? undefined
        : `${name} is a place as latitude and longitude, such as 33.51, 36.29.`
    case 'link':
      return WebAddress.safeParse(value).success ? undefined : `${name} is a web address, such as https://example.org/.`
    case 'choice':
      if (choices.some((choice) => choice.normalize('NFC') === value)) return undefined
      return `${name} is one of a list: ${choices.slice(0, 5).join(', ')}${choices.length > 5 ? ' …' : ''}.`
  }
}

/** Why a value does not fit its property, as a sentence; undefined where it does. What does not fit is kept all the same. */
export function propertyFault(value: PropertyValue, definition: PropertyDefinition): string | undefined {
  const values = valuesOf(value)
  if (values.length > 1 && !definition.several) return `${definition.name} has one value.`
  for (const one of values) {
    const fault = faultOf(one, definition)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** A value as its property's kind takes it, where it can be one: what is no number stays a text. Nothing is lost. */
export function convertedValue(value: PropertyValue, { kind }: PropertyDefinition): PropertyValue {
  const convert = (one: OneValue) => (kind === 'text' ? valueText(one) : typedValue(valueText(one), kind))
  return Array.isArray(value) ? value.map(convert) : convert(value as OneValue)
}
