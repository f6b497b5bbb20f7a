import type { ExternalValue } from '@core/external/value'

/** Values for the driver; a temporal value is passed as text, which the statement converts. */
export const driverParameters = (values: ReadonlyMap<string, ExternalValue>): Record<string, unknown> =>
  Object.fromEntries([...values].map(([name, value]) => [name, driverValue(value)]))

function driverValue(value: ExternalValue): unknown {
  switch (value.type) {
    case 'boolean':
      return value.value
    case 'integer':
      return BigInt(value.text)
    case 'float':
      return Number(value.text)
    case 'null':
    case 'list':
    case 'map':
    case 'point':
    case 'bytes':
    case 'node':
    case 'relationship':
    case 'path':
    case 'other':
      throw new RangeError(`A ${value.type} is never written back.`)
    default:
      return value.text
  }
}
