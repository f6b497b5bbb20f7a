import { dateInWords } from '@core/records/date-labels'
import type { Field } from '@core/records/fields'
import type { PropertyDefinition } from '@core/records/property-definitions'
import { definedText, valueText } from '@core/records/property-values'

/** A name with its value; `onwhole` shows all of a value that is only the beginning. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly onwhole?: () => void
}

/** Properties of a record as names with their values, those of its type first and as their kind reads; what is no such list, as nothing. */
export function factsOf(properties: unknown, definitions: readonly PropertyDefinition[] = []): readonly Fact[] {
  if (typeof properties !== 'object' || properties === null) return []
  const at = (name: string) => definitions.findIndex((each) => each.name === name)
  const rank = (name: string) => (at(name) < 0 ? definitions.length : at(name))
  return Object.entries(properties)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => ({ name, value: definedText(value, definitions[at(name)]) }))
}

/** Those of a record's fields that have a value, by their label. */
export function plainFacts(record: object, rows: readonly (readonly [name: string, field: Field])[]): readonly Fact[] {
  const values = new Map(Object.entries(record))
  return rows.flatMap(([name, { label, editor }]) => {
    const value = values.get(name)
    if (value === undefined || value === '') return []
    return [{ name: label, value: editor === 'date' ? dateInWords(value) : valueText(value) }]
  })
}
