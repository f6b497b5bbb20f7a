import type { ExternalValue } from '@core/external/value'

/** A value as a parameter of a statement; undefined for one that cannot be, since it was cut or is a thing of the graph itself. */
export function parameterOf(value: ExternalValue): unknown {
  switch (value.type) {
    case 'boolean':
      return value.value
    case 'integer':
      return BigInt(value.text)
    case 'float':
      return Number(value.text)
    case 'string':
      return value.length === undefined ? value.text : undefined
    default:
      return undefined
  }
}
