import type { PropertyDefinition, PropertyKind } from './property-definitions'

/** What users call each kind of property, in the order of lists. */
export const PROPERTY_KIND_LABELS: Readonly<Record<PropertyKind, string>> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  switch: 'Yes or no',
  place: 'Place',
  link: 'Web address',
  choice: 'One of a list'
}

/** A property's kind in a few words: “number, metres”, “one of a list, several values”. */
export const kindInWords = ({ kind, unit, several }: PropertyDefinition): string =>
  [PROPERTY_KIND_LABELS[kind].toLowerCase(), ...(unit ? [unit] : []), ...(several ? ['several values'] : [])].join(', ')
