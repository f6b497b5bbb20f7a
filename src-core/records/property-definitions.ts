import { z } from 'zod'
import { Name } from './text'

/** What a property's values are: text, number, date in EDTF, yes or no, place as “latitude, longitude”, web address, one of a list. */
export const PropertyKind = z.enum(['text', 'number', 'date', 'switch', 'place', 'link', 'choice'])

/** A property that things of a type have: its word, its kind, the unit of a number, the values of a list, one value or several. */
export const PropertyDefinition = z.looseObject({
  name: Name,
  kind: PropertyKind,
  unit: Name.optional(),
  choices: z.array(Name).max(500).optional(),
  several: z.boolean().optional()
})

/** The properties of a type, in the order of its forms. */
export const PropertyDefinitions = z.array(PropertyDefinition).max(200)

export type PropertyKind = z.infer<typeof PropertyKind>
export type PropertyDefinition = z.infer<typeof PropertyDefinition>
