import { plain } from '../text/quote'
import type { ExternalValue, Property } from './value'
import { textOf } from './value-text'

/** A property of a node as a record of ours holds it, and what it is in the database. */
export interface ShownProperty {
  readonly name: string
  readonly value: ExternalValue
  readonly text: string
}

/** Properties by their names in our file: names that become the same there are told apart by a number. */
export function shownProperties(properties: readonly Property[]): ReadonlyMap<string, ShownProperty> {
  const shown = new Map<string, ShownProperty>()
  for (const [name, value] of properties) {
    const looks = plain(name, 200).trim()
    // A record never has a key such as __proto__, which careless code could take for an object's own.
    const bare = looks === '' || looks === '__proto__' ? `‹${looks || 'no name'}›` : looks
    let fit = bare
    for (let number = 2; shown.has(fit); number++) fit = `${bare} (${number})`
    shown.set(fit, { name, value, text: textOf(value).toWellFormed().replaceAll('\0', '␀') })
  }
  return shown
}

/** The field `properties` of the record that stands for something with these properties. */
export const recordProperties = (properties: readonly Property[]): Record<string, string> =>
  Object.fromEntries([...shownProperties(properties)].map(([name, { text }]) => [name, text]))
