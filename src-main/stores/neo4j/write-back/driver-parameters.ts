import type { ExternalValue } from '@core/external/value'

/** Values as the driver takes them; a temporal value goes as its text, of which the statement makes one. */
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
