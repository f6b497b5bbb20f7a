import type { Graph } from '@core/graph/graph'
import { dateInWords } from '@core/records/date-labels'
import { valueText } from '@core/records/property-values'
import type { PropertyValue } from '@core/records/records'
import { fieldLabel } from '@core/view/field-labels'

const PROPERTY = 'properties.'

/** What a field of an entity is called where each property is a field of its own (`properties.KEY`). */
export const entityFieldLabel = (field: string): string =>
  field.startsWith(PROPERTY) ? field.slice(PROPERTY.length) : fieldLabel(field)

/** What such a field says. */
export function entityFieldInWords(graph: Graph, field: string, value: PropertyValue): string {
  if (field === 'type') return graph.get('entityType', String(value))?.label ?? String(value)
  return field === 'period' ? dateInWords(String(value)) : valueText(value)
}
