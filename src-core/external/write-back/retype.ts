import type { PropertyValue } from '../../records/records'
import { isHeldByDouble } from '../../text/exact-number'
import type { ExternalValue } from '../value'

const INTEGER = /^[+-]?\d{1,19}$/
const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const SHAPES: ReadonlyMap<ExternalValue['type'], RegExp> = new Map([
  ['date', /^[+-]?\d{4,9}-\d\d-\d\d$/],
  ['time', /^\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d(?::\d\d)?)$/],
  ['local time', /^\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/],
  ['local date-time', /^[+-]?\d{4,9}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/],
  [
    'date-time',
    /^[+-]?\d{4,9}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d(?::\d\d)?)(?:\[[^\]]+\])?$/
  ],
  ['duration', /^-?P(?!$)[-\d.YMWDTHS]+$/]
])

/**
 * What was typed over a value of the database, as a value of the same kind; undefined where it cannot be one: a year that
 * became “unknown”, a number with more digits than the database holds, or a kind that is not typed as text (lists, maps, points, bytes).
 */
export function retype(typed: PropertyValue, before: ExternalValue): ExternalValue | undefined {
  if (before.type === 'null') return fresh(typed)
  // A list is no value of the kind that was there; several values stay here.
  if (Array.isArray(typed)) return undefined
  const text = String(typed).trim()
  switch (before.type) {
    case 'string':
      return { type: 'string', text: String(typed) }
    case 'boolean':
      return text === 'true' || text === 'false' ? { type: 'boolean', value: text === 'true' } : undefined
    case 'integer':
      return integer(text)
    case 'float':
      return FLOAT.test(text) && isHeldByDouble(text) ? float(Number(text)) : undefined
    default:
      return SHAPES.get(before.type)?.test(text) ? ({ type: before.type, text } as ExternalValue) : undefined
  }
}

/** A value of our own, as the database will hold it. */
export function fresh(typed: PropertyValue): ExternalValue {
  if (Array.isArray(typed)) return listOf(typed.map(fresh))
  if (typeof typed === 'string') return { type: 'string', text: typed }
  if (typeof typed === 'boolean') return { type: 'boolean', value: typed }
  const text = String(typed)
  // A database has no number for more digits than that; a text keeps them.
  return integer(text) ?? (isHeldByDouble(text) ? float(Number(text)) : { type: 'string', text })
}

/** A database takes lists of one kind only: values of several kinds go there as texts. */
function listOf(items: readonly ExternalValue[]): ExternalValue {
  const isOneKind = items.every(({ type }) => type === items[0]?.type)
  const list = isOneKind ? items : items.map((item): ExternalValue => ({ type: 'string', text: valueTextOf(item) }))
  return { type: 'list', items: list, length: list.length }
}

const valueTextOf = (item: ExternalValue): string =>
  item.type === 'boolean' ? String(item.value) : 'text' in item ? item.text : ''

/** A whole number of 64 bits, written as the database does. */
function integer(text: string): ExternalValue | undefined {
  if (!INTEGER.test(text)) return undefined
  const value = BigInt(text.replace(/^\+/, ''))
  return BigInt.asIntN(64, value) === value ? { type: 'integer', text: String(value) } : undefined
}

const float = (value: number): ExternalValue => ({
  type: 'float',
  text: /^-?\d+$/.test(String(value)) ? `${value}.0` : String(value)
})
